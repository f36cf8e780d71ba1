import FenceDiagnostics
import Testing

@Suite struct SuggestionTests {
  static let words = [
    "applies", "cap", "consent", "except", "hours", "require", "scrub", "sms", "mms",
  ]

  @Test(arguments: [
    ("appies", "applies"), ("aplpies", "applies"), ("Hours", "hours"), ("hour", "hours"),
    ("requires", "require"), ("consnet", "consent"), ("smss", "sms"), ("expect", "except"),
  ])
  func findsTheNearest(word: String, expected: String) {
    #expect(didYouMean(word, among: Self.words) == expected)
  }

  @Test(arguments: ["", "x", "telephone", "sc", "zzz", String(repeating: "a", count: 100)])
  func leavesTheFarAlone(word: String) {
    #expect(didYouMean(word, among: Self.words) == nil)
  }

  @Test func equalsAreDecidedByTheAlphabet() {
    #expect(didYouMean("bat", among: ["cat", "bad", "rat"]) == "bad")
    #expect(didYouMean("bat", among: ["rat", "cat"]) == "cat")
  }

  @Test func theWordItselfIsNoSuggestion() {
    #expect(didYouMean("sms", among: ["sms"]) == nil)
    #expect(didYouMean("sms", among: ["sms", "mms"]) == "mms")
  }
}
