import FenceCore
import FenceSyntax
import Outreach

extension PolicyWriter {
  /// A condition, in brackets where it needs them; at most `depth` conditions within each other.
  mutating func truth(_ depth: Int) -> String {
    guard depth > 0 else { return "(\(plain(0)))" }
    switch below(10) {
    case 0, 1, 2:
      let word = pick([" and ", " or "])
      let parts = (0..<(2 + below(2))).map { _ in truth(depth - 1) }
      return "(\(parts.joined(separator: word)))"
    case 3: return "(not \(truth(depth - 1)))"
    case 4, 5: return "(\(quantified(depth - 1)))"
    default: return "(\(plain(depth - 1)))"
    }
  }

  private mutating func quantified(_ depth: Int) -> String {
    let list = list()
    let variable = name("x")
    let condition = inRow(list.type, variable) { $0.truth(depth) }
    return "\(pick(["any", "every", "no"])) \(variable) in \(list.name) where \(condition)"
  }

  /// A condition without connectives.
  private mutating func plain(_ depth: Int) -> String {
    if rows.isEmpty {
      if oneIn(4) { return verb() }
      // Whatever the list of forms holds is tried, also what nothing here writes.
      if oneIn(12) { return pick(LanguageForm.verbs + LanguageForm.expressions).example }
    }
    switch below(24) {
    case 0: return pick(["true", "false", "phone is repeated"])
    case 1: return place()
    case 2: return order(.number, value(.number, depth), depth)
    case 3, 4: return times(moment(depth), depth)
    default: return anyFact().map { relation($0, depth) } ?? "true"
    }
  }

  private mutating func place() -> String {
    let places = some(["US", "US-FL", "US-TX", "FR", "GB", "EU"].filter { $0 != "EU" })
    return places.count == 1
      ? "place is \(oneIn(3) ? "not " : "")\(places[0])"
      : "place is \(oneIn(3) ? "not " : "")one of \(places.joined(separator: ", "))"
  }

  /// A question that the type of a fact allows.
  private mutating func relation(_ fact: ReadableFacts.Named, _ depth: Int) -> String {
    let name = asked(fact)
    if oneIn(7) {
      return "\(name) is \(oneIn(3) ? "not " : "")\(pick(["none", "given"]))"
    }
    switch fact.type {
    case .truth: return oneIn(2) ? name : "\(name) is \(pick(["true", "false"]))"
    case .number, .percentage, .period, .timeOfDay, .word(.level):
      return order(fact.type, name, depth)
    case .moment: return times(name, depth)
    case .text, .phone: return text(fact.type, name, depth)
    case .word, .place, .choice: return equality(fact.type, name, depth)
    case .words(let list): return inclusion(.word(list), name)
    case .list(.record):
      return "length of \(name) \(pick(["at most", "at least", "<", ">"])) \(below(3))"
    case .list(let element): return inclusion(element, name)
    case .record, .table, .own: return "\(name) is \(oneIn(2) ? "given" : "none")"
    }
  }

  private mutating func equality(_ type: FactType, _ left: String, _ depth: Int) -> String {
    let negated = oneIn(3) ? "not " : ""
    if oneIn(3) {
      let options = Set((0..<(2 + below(3))).map { _ in literal(type, like: left) })
      return "\(left) is \(negated)one of \(options.sorted().joined(separator: ", "))"
    }
    let other = oneIn(3) ? value(type, depth) : literal(type, like: left)
    // A value beside itself is refused.
    return "\(left) is \(negated)\(other == left ? literal(type, like: left) : other)"
  }

  private mutating func order(_ type: FactType, _ left: String, _ depth: Int) -> String {
    if oneIn(5) { return equality(type, left, depth) }
    let other = oneIn(3) ? value(type, depth) : literal(type, like: left)
    let right = other == left ? literal(type, like: left) : other
    return "\(left) \(pick(["at most", "at least", "<", ">"])) \(right)"
  }

  private mutating func times(_ left: String, _ depth: Int) -> String {
    let right = moment(depth)
    if left == right { return "\(left) is given" }
    switch below(7) {
    case 0: return "\(left) before \(right)"
    case 1: return "\(left) after \(right)"
    case 2, 3, 4: return "\(left) within \(duration()) \(pick(["before", "after"])) \(right)"
    case 5: return "\(left) same \(pick(["day", "week", "month"])) as \(right)"
    default: return equality(.moment, left, depth)
    }
  }

  private mutating func text(_ type: FactType, _ left: String, _ depth: Int) -> String {
    guard oneIn(3) else { return equality(type, left, depth) }
    let words =
      oneIn(4) ? "\"bo\", \"+1\"" : pick(["\"b\"", "\"+1\"", "\"A\"", "\"s0\"", "\"42\""])
    return oneIn(5)
      ? "length of \(left) at most \(3 + below(12))"
      : "\(left) \(pick(["starts with", "ends with", "contains"])) \(words)"
  }

  private mutating func inclusion(_ element: FactType, _ left: String) -> String {
    if oneIn(6) { return "length of \(left) \(pick(["at most", "at least", ">"])) \(below(4))" }
    if element == .word(.technology), oneIn(3), left != "this technology", !rows.isEmpty {
      return "\(left) includes this technology"
    }
    let options = Set((0..<(1 + below(3))).map { _ in literal(element, like: left) }).sorted()
    return options.count == 1
      ? "\(left) includes \(options[0])"
      : "\(left) includes \(pick(["any", "all"])) of \(options.joined(separator: ", "))"
  }
}
