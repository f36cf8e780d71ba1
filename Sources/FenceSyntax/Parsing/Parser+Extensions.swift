import FenceDiagnostics
import Outreach

extension Parser {
  /// `field tier "Loyalty tier" one of gold, silver`, whose keyword is next.
  mutating func ownField() -> OwnFieldSyntax? {
    take()
    guard let fieldName = word("a name for the field", isDeclared: true) else { return nil }
    let title = current.kind == .string ? string("a title") : nil
    let node = mark
    let type = ownType()
    if mark > node { close(node, .ownType) }
    return type.map {
      OwnFieldSyntax(name: fieldName, title: title, type: $0.type, words: $0.words)
    }
  }

  private mutating func ownType() -> (type: OwnType, words: [Written<String>])? {
    guard take(.list) != nil else { return singleType("after the name of a field") }
    expect(.of, "after `list`")
    return singleType("after `list of`").map { (.list($0.type), $0.words) }
  }

  private mutating func singleType(
    _ context: String
  ) -> (type: OwnType, words: [Written<String>])? {
    switch current.keyword {
    case .yes:
      take()
      expect(.or, "after `yes`")
      expect(.no, "after `yes or`")
      return (.truth, [])
    case .one:
      take()
      expect(.of, "after `one`")
      let words = commaSeparated { $0.word("a word that the field may be") }
      return (.word(words.map(\.value)), words)
    default: break
    }
    let types: KeywordMap<OwnType> = [
      .text: .text, .number: .number, .percent: .percentage, .date: .date, .instant: .instant,
    ]
    if let keyword = current.keyword, let type = types[keyword] {
      take()
      return (type, [])
    }
    let names = ["text", "number", "percent", "date", "instant", "yes or no", "one of", "list of"]
    let guess = current.kind == .word ? didYouMean(text(current), among: names) : nil
    complainMissing(
      "a type", context, label: guess.map { "did you mean `\($0)`?" } ?? "",
      help: "a field is \(alternatives(names))")
    return nil
  }
}
