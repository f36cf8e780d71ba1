import TestSupport
import Testing

/// Points in time of a long list against one that no contact decides.
struct ComparedTimesTests {
  private static let policy = """
    policy acme "Acme" covers everyone {
    }

    rule recent "They reacted in the last fifteen days" {
      severity block
      require last_engaged_at within 360 hours before attempt
    }

    """

  private static let plan = """
    {"campaign": "spring", "targets": ["US"], "steps": [
      {"id": "text-1", "channel": "sms", "technology": "manual", "at": "2026-03-31T12:00:00Z"}]}
    """

  /// By day of March when each contact reacted, what is to be done; day 0 is never, and -1 is not supplied.
  private static func decisions(_ days: [Int]) -> [String] {
    let list = days.enumerated().map { number, day in
      let at = day < 10 ? "0\(day)" : "\(day)"
      let time =
        day < 0
        ? "" : #", "last_engaged_at": \#(day == 0 ? "null" : "\"2026-03-\(at)T12:00:00Z\"")"#
      return #"{"id": "\#(number)", "phone": "+13055550142", "country": "US"\#(time)}"#
    }
    return attemptRows(policy, plan, list).map {
      String($0.split(separator: ",", omittingEmptySubsequences: false)[3])
    }
  }

  /// All on one side, on both, and with some of which nothing is known; the odd one stands in any of the words of rows.
  @Test(
    arguments: [
      ([20], []), ([5], []), ([20, 0], []), ([-1], []), ([20], [(0, 5)]), ([20], [(199, 5)]),
      ([31], [(130, 2), (131, 31)]), ([5], [(70, 20)]), ([0, -1], [(128, 25)]),
      ([25], [(65, -1), (66, 0)]),
    ] as [([Int], [(Int, Int)])])
  func areComparedOneByOne(usual: [Int], odd: [(Int, Int)]) {
    var days = (0..<200).map { usual[$0 % usual.count] }
    for (place, day) in odd { days[place] = day }
    let expected = days.map { $0 < 0 ? "review" : $0 < 16 ? "blocked" : "allowed" }
    #expect(Self.decisions(days) == expected)
  }
}
