import Foundation
import Outreach

/// Writes the reference of facts, `Docs/language/facts.md`, from the schema; returns the exit status.
func writeFacts() -> Int32 {
  let file = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Docs/language/facts.md")
  do {
    try Data(factsReference().utf8).write(to: file)
    return 0
  } catch {
    print("the reference of facts cannot be written: \(error)")
    return 1
  }
}

/// The page: every record with its fields, then every list of words.
func factsReference() -> String {
  var lines = [
    "# Facts", "",
    "Written by `swift run workbench facts` from the schema that readers and checker share; do not edit.",
    "",
    "A policy names a contact's fields bare (`recipient`, `consents`), the plan's parts as `offer`, `sender`, `audience`, `metrics`, the",
    "attempt's as `channel`, `technology`, `purpose`, `subject`, `message`, `script`, and the rest as `plan.…`, `step.…`, `programme.…`. What is",
    "worked out from the number is `number.…`, `line`, `place` and `age`.", "",
  ]
  for kind in RecordKind.allCases {
    lines += ["## \(kind.headline)", "", "| field | holds | |", "| --- | --- | --- |"]
    lines += kind.fields.map { field in
      let aliases = field.aliases.map { ", also `\($0)`" }.joined()
      return "| `\(field.name)`\(aliases) | \(field.type.shown) | \(field.summary) |"
    }
    lines.append("")
  }
  lines += ["## Lists of words", ""]
  for vocabulary in Vocabulary.allCases {
    let words = vocabulary.words.map { "`\($0)`" }.joined(separator: ", ")
    lines.append("- **\(vocabulary.rawValue)**: \(words)")
  }
  return lines.joined(separator: "\n") + "\n"
}

extension FactType {
  /// What a field holds, as the reference says it.
  fileprivate var shown: String {
    switch self {
    case .truth: "true or false"
    case .number: "a number"
    case .percentage: "a percentage"
    case .text: "text"
    case .phone: "a phone number"
    case .moment: "an instant or a date"
    case .timeOfDay: "a time of day"
    case .period: "a period"
    case .place: "an ISO 3166 code"
    case .word(let vocabulary): "a word: \(vocabulary.rawValue)"
    case .words(let vocabulary): "a set of words: \(vocabulary.rawValue)"
    case .list(.record(let kind)): "a list of \(kind.link)"
    case .list(let element): "a list, each \(element.shown)"
    case .record(let kind): "\(kind.link)"
    case .table(let kind): "a table of \(kind.link), by name"
    case .choice(let words): "one of \(words.joined(separator: ", "))"
    case .own: "the fields that the organisation declares with `extend`"
    }
  }
}

extension RecordKind {
  /// The kind's name in words: `privacy notice`.
  fileprivate var headline: String {
    rawValue.replacing(/[A-Z]+/) { " " + $0.output.lowercased() }
  }

  /// A link to its part of the page.
  fileprivate var link: String {
    "[\(headline)](#\(headline.replacing(" ", with: "-")))"
  }
}
