import Outreach
import Testing

@testable import FenceSyntax

/// Keywords are found by their bytes, and sets of them are sets of bits.
struct KeywordTests {
  @Test func everyKeywordIsFoundByItsSpellingAndNothingElseIs() {
    for keyword in Keyword.allCases {
      #expect(Keyword.spelled(keyword.rawValue.utf8Span.span) == keyword)
      for other in [keyword.rawValue + "x", String(keyword.rawValue.dropLast()), "x"] {
        #expect(Keyword.spelled(other.utf8Span.span) == Keyword(rawValue: other))
      }
    }
    for word in ["", "calling_hours", "a_word_of_more_than_sixteen_bytes", "RULE", "règle"] {
      #expect(Keyword.spelled(word.utf8Span.span) == nil)
    }
  }

  @Test func casesAreNumberedInTheirOrder() {
    #expect(Keyword.allCases.map(\.number) == Array(Keyword.allCases.indices))
    #expect(RecordKind.allCases.map(\.number) == Array(RecordKind.allCases.indices))
    #expect(Vocabulary.allCases.map(\.number) == Array(Vocabulary.allCases.indices))
  }

  @Test func aSetHoldsWhatWasPutInAndNothingElse() {
    let first = Keyword.allCases.prefix(70)
    let last = Keyword.allCases.suffix(3)
    let both = KeywordSet(first).union(KeywordSet(last))
    #expect(both.keywords == Array(first) + Array(last))
    let map: KeywordMap<Int> = [.rule: 1, .year: 2]
    #expect(map.keywords.keywords == [.rule, .year])
    #expect(map[.year] == 2)
    #expect(map[.zone] == nil)
  }

  @Test func everyDeclarationBeginsWithItsKeyword() {
    for declaration in DeclarationKeyword.allCases {
      let keyword = Keyword(rawValue: declaration.rawValue)
      #expect(keyword.flatMap { ClauseKeywords.declarations[$0] } == declaration)
    }
  }
}
