import FenceDiagnostics
import Outreach

/// A mapping that somebody may begin with, made of a table's header.
struct MappingStarter {
  private let header: TableHeader
  private let known: [ContactMapping]

  init(_ header: TableHeader, knowing known: [ContactMapping]) {
    self.header = header
    self.known = known
  }

  /// The lines of a policy file with the mapping.
  var lines: [String] {
    let names = header.names.filter { !$0.isEmpty }
    let phone = names.first(where: MappingStarter.holdsNumbers)
    var lines = [
      "policy own \"Our own mappings\" covers nobody", "",
      "mapping list \"Our list\" for contact {",
      "  recognised by " + names.prefix(4).map(MappingStarter.quoted).joined(separator: ", "),
      "",
    ]
    if phone == nil {
      lines.append("  column \"the column with the number\" gives phone")
    }
    var given = Set<String>()
    for name in names.prefix(40) {
      let column = "column \(MappingStarter.quoted(name)) gives"
      if name == phone {
        lines.append("  \(column) phone")
      } else if let fact = fact(for: name), given.insert(fact).inserted {
        lines.append("  \(column) \(fact)")
      } else {
        lines.append("  // \(column) …")
      }
    }
    return lines + ["}"]
  }

  /// The fact that a column of this name gives elsewhere, or that is called nearly so.
  private func fact(for name: String) -> String? {
    let folded = ContactMapping.folded(name)
    let column = known.flatMap(\.columns).first { column in
      column.target.row == nil && column.split == nil && column.target.path.count == 1
        && column.spellings.contains { ContactMapping.folded($0) == folded }
    }
    if let path = column?.target.path, path != ["phone"] { return path[0] }
    let word = folded.replacing(" ", with: "_")
    let plain = RecordKind.contact.fields.filter { field in
      switch field.type {
      case .text, .place, .truth, .moment, .word: true
      default: false
      }
    }
    return plain.first { $0.name == word }?.name
  }

  private static func holdsNumbers(_ name: String) -> Bool {
    let folded = ContactMapping.folded(name)
    return ["phone", "mobile", "cell", "tel", "msisdn", "number"].contains { folded.contains($0) }
  }

  private static func quoted(_ name: String) -> String {
    let shown = FactTree.shortened(name.replacing("\\", with: "\\\\"))
    return "\"\(shown.replacing("\"", with: "\\\""))\""
  }
}
