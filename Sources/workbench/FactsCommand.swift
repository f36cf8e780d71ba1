import Foundation
import Outreach

/// Writes the reference of facts, `Docs/language/facts.md`, from the schema; returns the exit status.
func writeFacts() -> Int32 {
  do {
    try Data(factsReference().utf8).write(to: referencePage("facts"))
    return 0
  } catch {
    print("the reference of facts cannot be written: \(error)")
    return 1
  }
}

/// A page of the language reference.
func referencePage(_ name: String) -> URL {
  URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Docs/language/\(name).md")
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
  /// What a field holds, with a link to the record that stands in it.
  fileprivate var shown: String {
    guard let record else { return words }
    return words.replacing(
      record.headline,
      with: "[\(record.headline)](#\(record.headline.replacing(" ", with: "-")))",
      maxReplacements: 1)
  }
}
