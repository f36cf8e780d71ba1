import FenceCore
import Outreach

/// A proof as an indented tree in the policy's own words.
struct ProofLines {
  let report: ExplainReport
  let run: RunDescription
  let zone: String

  private var lines: [Line] = []

  init(report: ExplainReport, run: RunDescription, zone: String) {
    self.report = report
    self.run = run
    self.zone = zone
  }

  /// Adds a proof with all that it rests on.
  ///
  /// A part in the same words as the whole, such as the verb that a clause consists of, is not said again.
  mutating func add(_ proof: Proof, depth: Int, within whole: String = "") {
    guard depth < ProofLines.deepest else { return }
    var inner = depth
    let words = proof.trace?.text ?? whole
    if let trace = proof.trace, trace.text != whole {
      if let fact = proof.facts.first, proof.facts.count == 1, proof.open.isEmpty,
        proof.children.isEmpty, proof.rows.isEmpty
      {
        let words = "\(trace.text): \(self.words(fact))"
        lines.append(
          Line(depth: depth, mark: proof.truth, words: words, place: run.location(fact.origin)))
        return
      }
      lines.append(Line(depth: depth, mark: proof.truth, words: trace.text, place: nil))
      inner += 1
    }
    for fact in proof.facts { add(fact, depth: inner) }
    for reason in proof.open {
      lines.append(Line(depth: inner, mark: nil, words: "open: \(reason)", place: nil))
    }
    for child in proof.children { add(child, depth: inner, within: words) }
    for row in proof.rows.prefix(ProofLines.fewRows) { add(row: row, depth: inner) }
    let rest = proof.rows.count - ProofLines.fewRows
    if rest > 0 {
      lines.append(
        Line(depth: inner, mark: nil, words: "and \(counted(rest, "more row"))", place: nil))
    }
  }

  /// Writes the tree.
  func write(to page: inout Page, indent: Int) {
    for line in lines {
      let column = indent + line.depth * 2
      let place = line.place.map { "  \($0)" } ?? ""
      switch line.mark {
      case .some(let truth):
        let ink: Ink =
          switch truth {
          case .yes: .good
          case .no: .bad
          case .unknown: .doubtful
          }
        page.paragraph(
          line.words + place, indent: column, hanging: 2, mark: (Phrasebook.mark(truth), ink))
      case nil: page.paragraph("\(line.words)\(place)", indent: column, hanging: 2, .faint)
      }
    }
  }

  /// Adds a row of a list under its own name and place; its fields stand for it where the proof read any.
  private mutating func add(row: Proof, depth: Int) {
    guard
      let whole = row.facts.first(where: { if case .record = $0.value { true } else { false } })
    else {
      lines.append(Line(depth: depth, mark: row.truth, words: "a row", place: nil))
      return add(row, depth: depth + 1)
    }
    var rest = row
    rest.facts.removeAll { $0 == whole }
    let isEmpty = rest.facts.isEmpty && rest.children.isEmpty && rest.rows.isEmpty
    let words = isEmpty ? self.words(whole) : whole.name
    lines.append(
      Line(depth: depth, mark: row.truth, words: words, place: run.location(whole.origin)))
    add(rest, depth: depth + 1)
  }

  private mutating func add(_ fact: ProofFact, depth: Int) {
    lines.append(
      Line(depth: depth, mark: nil, words: words(fact), place: run.location(fact.origin)))
  }

  private func words(_ fact: ProofFact) -> String {
    let value = report.masking.value(fact.value)
    return "\(fact.name) = \(report.phrasebook.words(value, zone: zone))"
  }

  /// One line of the tree.
  private struct Line {
    var depth: Int
    var mark: Truth?
    var words: String
    var place: String?
  }

  private static let fewRows = 5
  private static let deepest = 64
}

extension Masking {
  /// A value in which numbers are masked, in lists and records too.
  func value(_ value: FactValue) -> FactValue {
    guard !reveals else { return value }
    switch value {
    case .phone(let number): return .phone(self.number(number))
    case .text(let text): return .text(self.text(text))
    case .candidates(let values): return .candidates(values.map(self.value))
    case .list(let rows): return .list(rows.map { Fact(self.value($0.value), $0.origin) })
    case .record(var record):
      for index in record.fields.indices {
        record.fields[index].value = self.value(record.fields[index].value)
      }
      return .record(record)
    case .table(let entries):
      return .table(entries.mapValues { Fact(self.value($0.value), $0.origin) })
    default: return value
    }
  }
}
