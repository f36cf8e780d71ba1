import FenceCore
import FenceDiagnostics
import FenceSyntax
import Outreach

extension Lowering {
  /// Lowers a name: a word or place that the context expects, a field of a row, a definition, or a fact.
  func lower(_ name: NameSyntax, expecting expected: FactType?) -> Typed? {
    guard !name.parts.isEmpty else { return nil }
    if expected == .place, isCode(name) {
      guard checkPlace(name) else { return nil }
      return Typed(expression: .text(name.text), type: .place, range: name.range)
    }
    if let expected, let literal = literal(name, of: expected) { return literal }
    if let field = rowField(name) { return field }
    if let found = compiler.find(.value, name, from: unit) {
      return definition(found, at: name.range).flatMap { lowered in
        guard use(lowered, at: name.range) else { return nil }
        let value = Typed(
          expression: lowered.value.expression, type: lowered.value.type, range: name.range)
        checkRepeats(value)
        return value
      }
    }
    if let fact = fact(name) { return fact }
    if let answer = registerAnswer(name) { return answer }
    reportUnresolved(name, expecting: expected)
    return nil
  }

  /// `this channel`: the attempt's own, also where a row has a field of that name.
  func lowerThis(_ word: Written<String>, _ range: SourceRange) -> Typed? {
    guard let entry = GlobalFact.ofAttempt[word.value] else {
      let known = GlobalFact.ofAttempt.keys.sorted()
      let near = didYouMean(word.value, among: known)
      reporter.report(
        .unknownName, unit.source, word.range,
        "`this \(word.value)` means nothing",
        help: near.map { "did you mean `this \($0)`?" }
          ?? "`this` goes with \(alternatives(known))",
        fix: near.map { .write($0, at: word.range) })
      return nil
    }
    return follow(entry, [])?.at(range)
  }

  /// A bare word as a word of the expected list.
  private func literal(_ name: NameSyntax, of expected: FactType) -> Typed? {
    guard name.parts.count == 1 else { return nil }
    if case .choice(let words) = expected, words.contains(name.text) {
      return Typed(expression: .text(name.text), type: expected, range: name.range)
    }
    if let vocabulary = expected.vocabulary, let word = vocabulary.word(name.text) {
      return Typed(
        expression: .constant(.word(word)), type: .word(vocabulary), range: name.range)
    }
    return nil
  }

  /// Whether a name is written as a place is: one part, which begins with a capital letter.
  private func isCode(_ name: NameSyntax) -> Bool {
    name.parts.count == 1 && name.text.utf8.first.map { (65...90).contains($0) } ?? false
  }

  /// Whether a written code is a place; reports if it is not.
  func checkPlace(_ name: NameSyntax) -> Bool {
    if compiler.isPlace(name.text) { return true }
    compiler.reportUnknownPlace(
      name.text, at: name.range, in: unit,
      help: "write a country such as `US` or a part of one such as `US-FL`")
    return false
  }

  /// The field of an enclosing row that a name means, the innermost row first.
  private func rowField(_ name: NameSyntax) -> Typed? {
    let parts = name.parts.map(\.value)
    for (offset, row) in rows.enumerated().reversed() {
      let expression = Expression.row(rows.count - 1 - offset)
      if let variable = row.variable, variable == parts.first {
        let base = Typed(expression: expression, type: row.type, range: name.range)
        if let field = follow(base, Array(parts.dropFirst())) { return field }
      }
      guard case .record = row.type else { continue }
      let base = Typed(expression: expression, type: row.type, range: name.range)
      if let field = follow(base, parts) { return field }
    }
    return nil
  }

  /// The fact that a name means.
  func fact(_ name: NameSyntax) -> Typed? {
    let parts = name.parts.map(\.value)
    guard let first = parts.first else { return nil }
    if parts == ["attempt"] {
      return Typed(expression: .attempt, type: .moment, range: name.range)
    }
    if parts == ["line"] { return follow(GlobalFact.line, [])?.at(name.range) }
    guard let entry = GlobalFact.entries[first] else { return nil }
    return follow(entry, Array(parts.dropFirst()))?.at(name.range)
  }

  /// `REGISTER.FIELD`: a field of what a register answered for the contact itself.
  private func registerAnswer(_ name: NameSyntax) -> Typed? {
    guard let register = registerBefore(name), register.holdsAnswers,
      let field = name.parts.last
    else { return nil }
    let entry = Expression.entry(.fact(.contact, "registers"), key: register.id)
    return follow(
      Typed(expression: entry, type: .record(.registerAnswer), range: name.range), [field.value])
  }

  /// The register that the parts of a name but the last mean.
  func registerBefore(_ name: NameSyntax) -> Register? {
    guard name.parts.count > 1 else { return nil }
    let owner = NameSyntax(parts: name.parts.dropLast())
    return compiler.find(.register, owner, from: unit).flatMap { $0.unit.registers[$0.name] }
  }

  /// Walks from a global word through the fields that follow it.
  private func follow(_ entry: GlobalFact.Entry, _ parts: [String]) -> Typed? {
    var kind = entry.root.kind
    var type = FactType.record(kind)
    var fields: [Int] = []
    var shown = entry.shown
    var rest = entry.fields + parts
    var given = entry.fields.count
    while case .record(let record) = type, let next = rest.first {
      kind = record
      guard let index = kind.index(of: next) else { return nil }
      fields.append(index)
      type = kind.fields[index].type
      if given > 0 { given -= 1 } else { shown += ".\(next)" }
      rest.removeFirst()
    }
    let path = FactPath(root: entry.root, fields: fields, name: shown)
    return follow(
      Typed(expression: .fact(path), type: type, range: SourceRange(0, 0)), rest)
  }

  /// Walks from a value through fields; nil where one does not exist.
  private func follow(_ base: Typed, _ parts: [String]) -> Typed? {
    guard let next = parts.first else { return base }
    let rest = Array(parts.dropFirst())
    switch base.type {
    case .record(.consent) where next == "wording" && !rest.isEmpty:
      // The words themselves stand in the programme; a consent holds their id.
      guard let field = RecordKind.wording.index(of: rest[0]),
        let key = RecordKind.wording.index(of: "id")
      else { return nil }
      let lookup = Expression.lookup(
        list: .fact(.programme, "wordings"), keyField: key,
        key: .field(.consent, "wording", of: base.expression), field: field)
      let type = RecordKind.wording.fields[field].type
      return follow(
        Typed(expression: lookup, type: type, range: base.range), Array(rest.dropFirst()))
    case .record(let kind):
      guard let index = kind.index(of: next) else { return nil }
      return follow(
        Typed(
          expression: .field(base.expression, index), type: kind.fields[index].type,
          range: base.range), rest)
    case .own(let document):
      guard let field = compiler.ownField(next, of: document, from: unit) else { return nil }
      return follow(
        Typed(
          expression: .entry(base.expression, key: next), type: field.type.factType,
          range: base.range), rest)
    default: return nil
    }
  }
}

extension Typed {
  /// The same value, written elsewhere.
  func at(_ range: SourceRange) -> Typed {
    Typed(expression: expression, type: type, range: range)
  }
}

extension Register {
  /// Whether a contact may hold an answer of it: others say something of senders, messages or places.
  var holdsAnswers: Bool { [.numbers, .permits].contains(subject) }
}
