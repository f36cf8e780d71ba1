public import FenceDiagnostics
public import FenceSemantics
import Outreach
import OutreachFacts

/// Changes of policies that no test needs to notice, each with the reason: `ringfence.accepted/1`.
public struct AcceptedChanges: Sendable {
  /// The changes, in the order of the file.
  public private(set) var entries: [Entry] = []

  /// A change that is accepted.
  public struct Entry: Hashable, Sendable {
    /// The id of the rule, definition or register that is changed.
    public var subject: String
    /// The clause as it is written, on one line.
    public var clause: String
    /// What stands instead; empty where the clause is left out.
    public var instead: String
    /// Why no test needs to notice it.
    public var because: String

    /// Whether the entry is about a change.
    public func accepts(_ mutation: Mutation) -> Bool {
      mutation.subject == subject && mutation.clause == clause && mutation.instead == instead
    }
  }

  /// Why a file of accepted changes cannot be read.
  public enum Problem: Error {
    /// It is not JSON.
    case notJSON([Diagnostic])
    /// It says something else, at a line.
    case wrong(String, line: Int)
  }

  /// No changes.
  public init() {}

  /// Adds those of another file.
  public mutating func add(_ other: AcceptedChanges) { entries += other.entries }

  /// Reads a document.
  ///
  /// - Throws: what is wrong with it first.
  public init(_ source: SourceText) throws(Problem) {
    let tree: FactTree
    do {
      tree = try JSONParser.parse(source.bytes[...])
    } catch {
      throw .notJSON([Diagnostic(error, in: source)])
    }
    let root = tree.members
    guard root["format"]?.text == "ringfence.accepted/1" else {
      throw .wrong("`format` is not `ringfence.accepted/1`", line: tree.place.line)
    }
    guard case .array(let rows)? = root["accepted"]?.content else {
      throw .wrong("`accepted` is no list", line: tree.place.line)
    }
    for row in rows {
      let members = row.members
      var texts: [String] = []
      for key in ["subject", "clause", "instead", "because"] {
        guard let text = members[key]?.text, key == "instead" || !text.isEmpty else {
          throw .wrong("an accepted change needs a text for `\(key)`", line: row.place.line)
        }
        texts.append(text)
      }
      entries.append(
        Entry(subject: texts[0], clause: texts[1], instead: texts[2], because: texts[3]))
    }
  }
}

extension FactTree {
  /// The members of an object by key; of equal keys the first.
  fileprivate var members: [String: FactTree] {
    guard case .object(let members) = content else { return [:] }
    return Dictionary(members.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// The text of a string.
  fileprivate var text: String? {
    guard case .string(let text) = content else { return nil }
    return text
  }
}
