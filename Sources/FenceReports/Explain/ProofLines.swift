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
  mutating func add(_ proof: Proof, depth: Int) {
    guard depth < ProofLines.deepest else { return }
    var inner = depth
    if let trace = proof.trace {
      lines.append(Line(depth: depth, mark: proof.truth, words: trace.text, place: nil))
      inner += 1
    }
    for fact in proof.facts { add(fact, depth: inner) }
    for child in proof.children { add(child, depth: inner) }
    for (number, row) in proof.rows.prefix(ProofLines.fewRows).enumerated() {
      lines.append(
        Line(depth: inner, mark: row.truth, words: "row \(number + 1)", place: nil))
      add(row, depth: inner + 1)
    }
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

  private mutating func add(_ fact: ProofFact, depth: Int) {
    let value = report.masking.value(fact.value)
    let words = report.phrasebook.words(value, zone: zone)
    lines.append(
      Line(
        depth: depth, mark: nil, words: "\(fact.name) = \(words)",
        place: run.location(fact.origin)))
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
