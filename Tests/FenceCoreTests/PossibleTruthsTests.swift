import Outreach
import Testing

@testable import FenceCore

/// What may come of connectives is what comes of some truths of their parts, and nothing else.
struct PossibleTruthsTests {
  private static let sets: [Set<Truth>] = (1..<8).map { bits in
    Set(zip(Truth.allTruths, [1, 2, 4]).filter { bits & $0.1 != 0 }.map(\.0))
  }

  private static func word(_ truths: Set<Truth>) -> PossibleWord {
    PossibleWord(
      yes: truths.contains(.yes) ? 1 : 0, no: truths.contains(.no) ? 1 : 0,
      unknown: truths.contains(.unknown) ? 1 : 0)
  }

  private static func truths(_ word: PossibleWord) -> Set<Truth> {
    Set(zip(Truth.allTruths, [word.yes, word.no, word.unknown]).filter { $0.1 & 1 != 0 }.map(\.0))
  }

  @Test func connectives() {
    for left in Self.sets {
      #expect(Self.truths(!Self.word(left)) == Set(left.map { !$0 }))
      #expect(Self.word(left).settled == (left.count == 1 ? 1 : 0))
      for right in Self.sets {
        let (a, b) = (Self.word(left), Self.word(right))
        let pairs = left.flatMap { one in right.map { (one, $0) } }
        #expect(Self.truths(a & b) == Set(pairs.map { $0.0.and($0.1) }))
        #expect(Self.truths(a | b) == Set(pairs.map { $0.0.or($0.1) }))
        #expect(Self.truths(a.or(b)) == left.union(right))
        #expect(Self.truths(a.of(1, else: b)) == left)
        #expect(Self.truths(a.of(0, else: b)) == right)
      }
    }
  }

  /// Of an attempt at 1000 with bounds that move on by 500 in two years.
  @Test(arguments: [
    // State, first, last, and whether `within 100 before the attempt` never changes.
    (MomentState.some, 100, 100, true), (MomentState.some, 899, 899, true),
    (MomentState.some, 900, 900, false), (MomentState.some, 950, 950, false),
    (MomentState.some, 1500, 1500, false), (MomentState.some, 1501, 1501, true),
    (MomentState.some, 800, 950, false), (MomentState.day, 800, 850, true),
    (MomentState.day, 1200, 1300, false), (MomentState.unknown, 0, 0, true),
    (MomentState.none, 0, 0, true), (MomentState.ask, 0, 0, false),
  ])
  func limits(_ state: UInt8, _ first: Int64, _ last: Int64, _ isSettled: Bool) {
    let early = SpanTable.Entry(surely: (900, 1000), perhaps: (900, 1000))
    let late = SpanTable.Entry(surely: (1400, 1500), perhaps: (1400, 1500))
    #expect(SpanLimits(early, late).isSettled(state, first, last) == isSettled)
    #expect(SpanLimits(early, early).isSettled(state, first, last) == (state != MomentState.ask))
    // Bounds that move back, or that are found or not found, say nothing.
    #expect(!SpanLimits(late, early).isSettled(state, first, last))
    let none = SpanTable.Entry(surely: (.max, .min), perhaps: (.max, .min))
    #expect(!SpanLimits(none, late).isSettled(state, first, last))
  }

  /// What lies before the attempt stays there.
  @Test func whatHappened() {
    let early = SpanTable.Entry(surely: (.min, 1000), perhaps: (.min, 1000))
    let late = SpanTable.Entry(surely: (.min, 1500), perhaps: (.min, 1500))
    let limits = SpanLimits(early, late)
    #expect(limits.isSettled(MomentState.some, 1000, 1000))
    #expect(!limits.isSettled(MomentState.some, 1001, 1001))
    #expect(limits.isSettled(MomentState.some, 1501, 1501))
  }
}

extension Truth {
  fileprivate static let allTruths: [Truth] = [.yes, .no, .unknown]
}
