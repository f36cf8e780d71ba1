public import FenceCore
public import FenceDiagnostics
public import FenceLibrary
import FenceSemantics
import FenceSyntax
public import Outreach

/// What is known of the shipped policies without compiling them, and which of them a run needs.
public struct PolicyIndex: Sendable {
  private let policies: [ShippedPolicy]
  private let byName: [String: ShippedPolicy]
  private let world: World

  /// Makes the index of shipped policies, in the order in which they are compiled, in a world of places.
  public init(_ policies: [ShippedPolicy], world: World) {
    self.policies = policies
    self.world = world
    byName = Dictionary(policies.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The names of all shipped policies.
  public var names: Set<String> { Set(byName.keys) }

  /// How many rules they have together, gaps included.
  public var ruleCount: Int { policies.reduce(0) { $0 + $1.ruleCount } }

  /// `sha256:` and the digest of names and bytes of all files, as for a `PolicySet` of them.
  public var fingerprint: String { fingerprint(with: []) }

  /// The same with the names and digests of other files.
  func fingerprint(with others: [(name: String, digest: String)]) -> String {
    PolicySet.fingerprint(of: policies.map { ($0.name, $0.digest) } + others)
  }

  /// The names of the policies that may say something of recipients or of their list.
  ///
  /// More are named than cover in the end: those of a region for its whole country, and those that the named
  /// ones need to be compiled.
  ///
  /// - Parameters:
  ///   - places: every place in which a recipient may be, as ISO 3166 codes.
  ///   - sender: the sender's country; nil if it is not known.
  /// - Returns: names that `library(of:)` can compile together.
  public func needed(recipients places: [String], sender: String?) -> Set<String> {
    let found = policies.filter { policy in
      if policy.holdsMappings { return false }
      switch policy.coverage {
      case .everyone: return true
      case .nobody: return policy.isShared
      case .places(let codes, let recipients, let senders):
        if policy.concernsEveryList { return true }
        if recipients, codes.contains(where: { code in places.contains { meet($0, code) } }) {
          return true
        }
        return senders && (sender.map { from in codes.contains { meet(from, $0) } } ?? true)
      }
    }
    return withThoseNeeded(by: found)
  }

  /// The names of policies and of those without whose names they do not compile.
  private func withThoseNeeded(by found: [ShippedPolicy]) -> Set<String> {
    var names = Set<String>()
    var open = found
    while let policy = open.popLast() {
      guard names.insert(policy.name).inserted else { continue }
      open += (policy.mentions + [policy.parent].compactMap(\.self)).compactMap { byName[$0] }
    }
    return names
  }

  /// The libraries whose names all policies see.
  var shared: Set<String> { Set(policies.filter(\.isShared).map(\.name)) }

  /// The policies that do not compile without one of others, but for what all see.
  func names(needing others: Set<String>) -> Set<String> {
    guard !others.isEmpty else { return [] }
    return Set(policies.filter { !withThoseNeeded(by: [$0]).isDisjoint(with: others) }.map(\.name))
  }

  /// The names of those of some policies that are shipped, of the libraries that all see, and of those needed by either.
  func withThoseNeeded(by names: Set<String>) -> Set<String> {
    withThoseNeeded(by: policies.filter { $0.isShared || names.contains($0.name) })
  }

  private func meet(_ left: String, _ right: String) -> Bool {
    world.places.meet(left, right)
  }

  /// The mappings of all policies, with the errors for which some are missing.
  public func mappings() -> (mappings: [ContactMapping], errors: [Diagnostic]) {
    let parsed = policies.filter(\.holdsMappings).map { policy in
      parse(SourceText(name: policy.path, bytes: policy.bytesWithoutTests))
    }
    let compilation = compile(parsed, context: CheckContext(world: world))
    let diagnostics = parsed.flatMap(\.diagnostics) + compilation.diagnostics
    return (compilation.mappings, diagnostics.filter { $0.severity == .error })
  }

  /// Policies without their tests, by a set of names that `needed` gave or all, with the phrases of all others.
  public func library(of names: Set<String>) -> Library {
    var shares: [Expression] = []
    let policies = compiled(names, shares: &shares)
    return Library(policies: policies, shares: shares)
  }

  /// Policies as they were compiled when the program was made, with the phrases of all others; whole-list quantities
  /// that they ask for are appended to those of the library that they will belong to.
  func compiled(_ names: Set<String>, shares: inout [Expression]) -> [Policy] {
    policies.compactMap { policy in
      let phrases = policy.phrases.withUTF8Buffer { PolicyDecoder.phrases($0) }
      var result: Policy
      if names.contains(policy.name) {
        result = policy.compiled.withUTF8Buffer { PolicyDecoder.policy($0, shares: &shares) }
      } else if phrases.isEmpty {
        return nil
      } else {
        result = Policy(
          name: policy.name, title: policy.name,
          location: PolicyLocation(file: policy.path, line: 1, column: 1), parent: nil,
          coverage: Coverage(policy.coverage))
      }
      result.phrases = phrases
      return result
    }
  }

  /// Files compiled with shipped ones, which they name or change.
  func compilation(of files: [Parsed], with names: Set<String>) -> Compilation {
    let shipped = policies.filter { names.contains($0.name) }.map {
      parse(SourceText(name: $0.path, bytes: $0.bytesWithoutTests))
    }
    var compilation = compile(shipped + files, context: CheckContext(world: world))
    // By default a policy covers the places of those within it, of which some may be missing here.
    let policies = compilation.library.policies.map { policy in
      var policy = policy
      if let known = byName[policy.name] { policy.coverage = Coverage(known.coverage) }
      return policy
    }
    compilation.library = Library(policies: policies, shares: compilation.library.shares)
    return compilation
  }
}

extension ShippedPolicy {
  /// Whether every policy sees its names: those of a country that covers nobody are qualified, so that whoever
  /// needs it mentions it.
  fileprivate var isShared: Bool {
    guard case .nobody = coverage, !holdsMappings else { return false }
    return name.first?.isLowercase ?? true
  }
}

extension Coverage {
  /// What the index says of a policy's coverage.
  init(_ shipped: ShippedPolicy.Coverage) {
    self =
      switch shipped {
      case .nobody: .nobody
      case .everyone: .everyone
      case .places(let codes, let recipients, let senders):
        .places(codes, recipients: recipients, senders: senders)
      }
  }
}

extension CheckContext {
  /// Checks against the places and zones of a world.
  init(world: World, today: CivilDate? = nil) {
    self.init(
      placeExists: { world.places.exists($0) },
      nearestPlace: { world.places.nearest(to: $0) },
      zoneExists: { world.zones.history(of: $0) != nil }, today: today)
  }
}
