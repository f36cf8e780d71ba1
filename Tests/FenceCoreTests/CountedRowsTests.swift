import Outreach
import Testing

@testable import FenceCore

/// When enough rows have changed for a count to stand otherwise to a limit.
struct CountedRowsTests {
  /// Rows of which the n-th changes at n, or never.
  private static func rows(_ truths: [Truth], never: Int = 0) -> CountedRows {
    var rows = CountedRows()
    for (place, truth) in truths.enumerated() {
      let until = Instant(milliseconds: Int64(place + 1))
      rows.add(truth, until: place < truths.count - never ? until : .distantFuture)
    }
    return rows
  }

  /// When `count at most limit` may say something else, in milliseconds; nil for never.
  private static func change(_ rows: CountedRows, atMost limit: Int) -> Int64? {
    let limit = Quantity(limit)
    let change = rows.change(atFew: .yes) { low, high in
      high <= limit ? .yes : low > limit ? .no : .unknown
    }
    return change == .distantFuture ? nil : change.milliseconds
  }

  @Test(
    arguments: [
      // Four count: so many have to leave before no more than the limit are left.
      ([Truth.yes, .yes, .yes, .yes], 0, 0, 4), ([.yes, .yes, .yes, .yes], 0, 2, 2),
      ([.yes, .yes, .yes, .yes], 0, 3, 1), ([.yes, .yes, .yes, .yes], 0, 4, nil),
      // None counts: so many have to come for more than the limit.
      ([.no, .no, .no], 0, 0, 1), ([.no, .no, .no], 0, 2, 3), ([.no, .no, .no], 0, 3, nil),
      // Some leave while others come.
      ([.no, .yes, .no], 0, 1, 1), ([.yes, .no, .no], 0, 1, 2), ([.yes, .no, .yes], 0, 2, 2),
      // What never changes stays.
      ([.yes, .yes, .yes], 2, 1, nil), ([.no, .yes, .yes], 2, 2, 1),
      // As long as nobody knows, and may come to know.
      ([.unknown], 0, 0, 1), ([.no, .unknown], 1, 1, 1), ([.yes, .yes, .unknown], 1, 2, 1),
    ] as [([Truth], Int, Int, Int64?)])
  func changesWithTheRowThatMatters(
    truths: [Truth], never: Int, limit: Int, expected: Int64?
  ) {
    let rows = Self.rows(truths, never: never)
    #expect(Self.change(rows, atMost: limit) == expected)
  }

  @Test func changesWithAnyRowWhereOthersMayCount() {
    var rows = Self.rows([.yes, .yes])
    rows.addUnknown()
    #expect(Self.change(rows, atMost: 5) == 1)
    var open = Self.rows([.yes, .yes])
    open.add(.no, until: .distantFuture, isOpen: true)
    #expect(Self.change(open, atMost: 5) == 1)
    #expect(CountedRows.unknown.firstChange == .distantFuture)
  }
}
