import FenceDiagnostics
import FenceSyntax
import Outreach

extension FactTree {
  /// Facts in braces as a tree with places; fields whose value could not be read are left out.
  init(_ block: BlockSyntax, in source: SourceText) {
    let members = block.fields.compactMap { field -> Member? in
      guard let value = FactTree(field.value, in: source) else { return nil }
      return Member(
        key: field.name.value, keyPlace: FactPlace(field.name.range, in: source), value: value)
    }
    self.init(.object(members), FactPlace(block.range, in: source))
  }

  /// The value of a field as a tree; nil if it could not be read.
  init?(_ value: FieldValueSyntax, in source: SourceText) {
    let content: Content
    switch value {
    case .missing: return nil
    case .block(let block):
      self.init(block, in: source)
      return
    case .list(let values, _):
      content = .array(values.compactMap { FactTree($0, in: source) })
    case .name(let name):
      content =
        switch name.text {
        case "none": .null
        case "true": .truth(true)
        case "false": .truth(false)
        default: .word(name.text)
        }
    case .literal(let literal, _):
      content =
        switch literal {
        case .text(let text): .string(text)
        case .number(let number): .number(number.description)
        case .percentage(let number): .percentage(number)
        case .date(let date): .date(date)
        case .instant(let instant): .instant(instant)
        case .time(let time): .time(time)
        case .period(let period): .period(period)
        case .truth(let truth): .truth(truth)
        }
    }
    self.init(content, FactPlace(value.range, in: source))
  }
}

extension FactPlace {
  /// A range of a text as a place.
  init(_ range: SourceRange, in source: SourceText) {
    let (line, column) = source.position(at: range.lower)
    self.init(lower: range.lower, upper: range.upper, line: line, column: column)
  }
}
