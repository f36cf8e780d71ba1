import FenceCore
import FenceDiagnostics
import FenceSyntax
import Outreach

extension Lowering {
  /// Says what is wrong with a name that means nothing where it stands.
  func reportUnresolved(_ name: NameSyntax, expecting expected: FactType?) {
    if name.text == "place" {
      reporter.report(
        .recordAsValue, unit.source, name.range,
        "`place` may stand for several places, and is no value by itself",
        help: "write `place is US-FL` or `place is one of US-FL, US-TX`")
      return
    }
    if name.parts.first?.value == "prior" {
      reporter.report(
        .unusablePrior, unit.source, name.range,
        "`prior` is a list, and may stand only after `in`, or behind a `cap`",
        help: "write `count of p in prior where …`, or `cap N in any D`")
      return
    }
    for kind in NameKind.allCases where kind != .value {
      guard compiler.find(kind, name, from: unit) != nil else { continue }
      reporter.report(
        .wrongKindOfName, unit.source, name.range,
        "`\(name.text)` is a \(kind.rawValue), not a value", help: kind.use(name.text))
      return
    }
    if reportField(name) || reportAnswer(name) { return }
    if name.parts.count == 1, let expected, reportLiteral(name, of: expected) { return }
    reportUnknownName(name)
  }

  /// Reports a word that the expected list lacks, or text without quotes.
  private func reportLiteral(_ name: NameSyntax, of expected: FactType) -> Bool {
    if let vocabulary = expected.vocabulary {
      // A name that is nearly a fact or a definition is more likely than a word of another list.
      reportWord(name.text, at: name.range, notIn: vocabulary)
      return true
    }
    if case .choice(let words) = expected {
      reportWord(name.text, at: name.range, among: words, of: "the field's list")
      return true
    }
    guard expected == .text else { return false }
    reporter.report(
      .unquotedText, unit.source, name.range,
      "there is no name `\(name.text)`, and text is written in quotes",
      help: "write `\"\(name.text)\"`", fix: .write("\"\(name.text)\"", at: name.range))
    return true
  }

  /// Reports a word that is not in a list.
  func reportWord(_ word: String, at range: SourceRange, notIn vocabulary: Vocabulary) {
    reportWord(word, at: range, among: vocabulary.words, of: "the list \(vocabulary.rawValue)")
  }

  private func reportWord(
    _ word: String, at range: SourceRange, among words: [String], of list: String
  ) {
    let near = didYouMean(word, among: words)
    let known = "its words are \(words.joined(separator: ", "))"
    reporter.report(
      .unknownWord, unit.source, range, "`\(word)` is not a word of \(list)",
      help: near.map { "did you mean `\($0)`? \(known)" } ?? known,
      fix: near.map { .write($0, at: range) })
  }

  /// Reports a name of which the beginning is known and a later part is not.
  private func reportField(_ name: NameSyntax) -> Bool {
    for count in stride(from: name.parts.count - 1, to: 0, by: -1) {
      let prefix = NameSyntax(parts: Array(name.parts.prefix(count)))
      guard let base = base(prefix) else { continue }
      let part = name.parts[count]
      if case .own(let document) = base {
        reportOwnField(part, of: document)
        return true
      }
      guard let kind = base.recordKind else {
        reporter.report(
          .unknownField, unit.source, part.range,
          "`\(prefix.text)` is \(base.described), and has no field `\(part.value)`")
        return true
      }
      reportField(part, of: kind, "`\(prefix.text)`")
      return true
    }
    return false
  }

  /// Reports a field that no answer of a register has, or a register that has no answers.
  private func reportAnswer(_ name: NameSyntax) -> Bool {
    guard let register = registerBefore(name), let part = name.parts.last else { return false }
    guard register.holdsAnswers else {
      reporter.report(
        .unknownField, unit.source, part.range,
        "\(register.id) is a register of \(register.subject.rawValue), of which contacts hold no answer",
        help: "only registers of numbers or permits answer for a contact")
      return true
    }
    reportField(part, of: .registerAnswer, "the answer of \(register.id)")
    return true
  }

  /// Reports a field that a record lacks.
  private func reportField(_ part: Written<String>, of kind: RecordKind, _ owner: String) {
    let fields = kind.fields.map(\.name)
    let near = didYouMean(part.value, among: fields)
    reporter.report(
      .unknownField, unit.source, part.range, "\(owner) has no field `\(part.value)`",
      help: near.map { "did you mean `\($0)`?" } ?? "it has \(fields.joined(separator: ", "))",
      fix: near.map { .write($0, at: part.range) })
  }

  /// Reports a field of the organisation's own that no policy declares where it could be seen.
  private func reportOwnField(_ part: Written<String>, of document: RecordKind) {
    let elsewhere = compiler.units.first { $0.ownFields[document]?[part.value] != nil }
    let known = compiler.visible(from: unit).flatMap { $0.ownFields[document]?.keys.sorted() ?? [] }
    let near = elsewhere == nil ? didYouMean(part.value, among: known) : nil
    reporter.report(
      .unknownField, unit.source, part.range,
      "no policy that is seen here declares the field `\(part.value)` of a \(document.rawValue)",
      help: elsewhere.map {
        "`\($0.name)` declares it: stand within that policy, or declare it in a library that covers nobody"
      } ?? near.map { "did you mean `\($0)`?" }
        ?? "declare it: `extend \(document.rawValue) { field \(part.value) text }`",
      fix: near.map { .write($0, at: part.range) })
  }

  /// The type of the beginning of a name.
  private func base(_ prefix: NameSyntax) -> FactType? {
    for row in rows.reversed() {
      if row.variable == prefix.text { return row.type }
      if case .record(let kind) = row.type, prefix.parts.count == 1,
        let index = kind.index(of: prefix.text), GlobalFact.entries[prefix.text] == nil
      {
        return kind.fields[index].type
      }
    }
    return fact(prefix)?.type
  }

  private func reportUnknownName(_ name: NameSyntax) {
    let fields = rows.reversed().flatMap { row in
      row.type.recordKind.map { $0.fields.map(\.name) } ?? []
    }
    let variables = rows.compactMap(\.variable)
    let list = name.parts.count == 1 ? Vocabulary.allCases.first { $0.word(name.text) != nil } : nil
    let near =
      list != nil
      ? nil
      : didYouMean(
        name.text,
        among: fields + variables + compiler.names(.value, from: unit) + GlobalFact.names.sorted())
    var help = near.map { "did you mean `\($0)`?" }
    if help == nil, let list {
      help =
        "`\(name.text)` is a word of the list \(list.rawValue); compare a fact with it, as in `… is \(name.text)`"
    }
    reporter.report(
      .unknownName, unit.source, name.range, "there is no name `\(name.text)` here",
      help: help
        ?? "a name is a fact, a field of the row, or a define of this policy, of one it stands within, or of a library",
      fix: near.map { .write($0, at: name.range) })
  }
}

extension FactType {
  /// The record whose fields a name may go on with.
  var recordKind: RecordKind? {
    if case .record(let kind) = self { return kind }
    return nil
  }
}

extension NameKind {
  /// How a name of the kind is used.
  fileprivate func use(_ name: String) -> String? {
    switch self {
    case .register:
      "write `listed on \(name)`, `permitted on \(name)` or `scrub \(name)`, or a field of its answer such as `\(name).listed_at`"
    case .calendar: "write it after `hours`, or in `business days skip`"
    case .source: "write it after `under`"
    case .value: nil
    }
  }
}
