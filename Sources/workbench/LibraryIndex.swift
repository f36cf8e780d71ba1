import FenceCore
import FenceDiagnostics
import FenceSemantics
import FenceSyntax
import FenceWorkspace
import Outreach
import OutreachFacts

/// What the program knows of each policy without compiling it.
struct LibraryIndex {
  /// The policies by their files' paths.
  private let policies: [String: Policy]
  private let names: [String]
  private let shares: [Expression]

  /// The contact's own fields that some policy reads, sorted.
  let contactFields: [String]

  /// A policy that does not load, of which nothing can be known.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// Compiles the policies.
  init(_ files: [(path: String, text: String)]) throws {
    let sources = files.map { SourceText(name: $0.path, text: $0.text) }
    let set = PolicySet(shipped: sources, own: [], world: compiledWorld(), today: nil)
    if let error = set.diagnostics.first(where: { $0.severity == .error }) {
      throw Failure(description: "\(error.primary.source.name): \(error.message)")
    }
    policies = Dictionary(
      set.library.policies.map { ($0.location.file, $0) }, uniquingKeysWith: { first, _ in first })
    names = set.library.policies.map(\.name)
    shares = set.library.shares
    let facts = set.library.contactFacts
    let fields = RecordKind.contact.fields
    contactFields = fields.indices.filter { facts.contains($0, of: .contact) }
      .map { fields[$0].name }.sorted()
  }

  /// The index entry of a file, as arguments of a Swift initialiser.
  func entry(path: String, text: String) throws -> String {
    guard let policy = policies[path] else {
      throw Failure(description: "\(path) holds no policy")
    }
    let concernsEveryList =
      policy.rules.contains { $0.scope == .list } || !policy.segments.isEmpty
    let mentions = self.mentions(in: text).filter { $0 != policy.name }
    return """
      name: "\(policy.name)", parent: \(policy.parent.map { "\"\($0)\"" } ?? "nil"),
          coverage: \(spelling(policy.coverage)),
          ruleCount: \(policy.rules.count), concernsEveryList: \(concernsEveryList), \
      holdsMappings: \(try holdsMappings(path: path, text: text)), mentions: \(mentions),
      """
  }

  /// What the policy of a file was compiled to, without its phrases.
  func compiled(path: String) throws -> [UInt8] {
    guard let policy = policies[path] else { return [] }
    return try PolicyEncoder(policy, shares: shares).bytes
  }

  /// The phrases of a file's policy; empty if it has none.
  func phrases(path: String) -> [UInt8] {
    guard let phrases = policies[path]?.phrases, !phrases.isEmpty else { return [] }
    return PolicyEncoder(phrases).bytes
  }

  /// Whether a file holds nothing but mappings; one that mixes them with law would be loaded without need.
  private func holdsMappings(path: String, text: String) throws -> Bool {
    let kinds = parse(SourceText(name: path, text: text)).file.declarations.map(\.keyword.value)
    guard kinds.contains(.mapping) else { return false }
    guard kinds.allSatisfy({ $0 == .mapping || $0 == .policy }) else {
      throw Failure(
        description:
          "\(path) holds mappings and other declarations; put each into a file of its own")
    }
    return true
  }

  private func spelling(_ coverage: Coverage) -> String {
    switch coverage {
    case .nobody: ".nobody"
    case .everyone: ".everyone"
    case .places(let codes, let recipients, let senders):
      ".places(\(codes), recipients: \(recipients), senders: \(senders))"
    }
  }

  /// The policies whose names stand before a dot anywhere outside tests and comments: every one that a
  /// qualified name can mean.
  private func mentions(in text: String) -> [String] {
    let parsed = parse(SourceText(name: "", text: text))
    var words = Set<String>()
    for declaration in parsed.file.declarations where declaration.keyword.value != .test {
      let body = parsed.source.text(in: declaration.range)
      for line in body.split(separator: "\n") where !line.drop(while: { $0 == " " }).hasPrefix("//")
      {
        words.formUnion(PolicyIndex.namesBeforeDots(in: Array(line.utf8)))
      }
    }
    return names.filter(words.contains)
  }
}
