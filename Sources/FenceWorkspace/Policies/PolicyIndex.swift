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
  public var fingerprint: String {
    PolicySet.fingerprint(of: policies.map { ($0.name, $0.digest) })
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
    var names = Set<String>()
    var open = policies.filter { policy in
      if policy.holdsMappings { return false }
      switch policy.coverage {
      case .everyone: return true
      // The names of a country that covers nobody are qualified, so that whoever needs it mentions it.
      case .nobody: return policy.name.first?.isLowercase ?? true
      case .places(let codes, let recipients, let senders):
        if policy.concernsEveryList { return true }
        if recipients, codes.contains(where: { code in places.contains { meet($0, code) } }) {
          return true
        }
        return senders && (sender.map { from in codes.contains { meet(from, $0) } } ?? true)
      }
    }
    while let policy = open.popLast() {
      guard names.insert(policy.name).inserted else { continue }
      open += (policy.mentions + [policy.parent].compactMap(\.self)).compactMap { byName[$0] }
    }
    return names
  }

  private func meet(_ left: String, _ right: String) -> Bool {
    world.places.meet(left, right)
  }

  /// The mappings of all policies, with the errors for which some are missing.
  public func mappings() -> (mappings: [ContactMapping], errors: [Diagnostic]) {
    let parsed = policies.filter(\.holdsMappings).map { policy in
      parse(SourceText(name: policy.path, bytes: policy.bytes))
    }
    let compilation = compile(parsed, context: CheckContext(world: world))
    let diagnostics = parsed.flatMap(\.diagnostics) + compilation.diagnostics
    return (compilation.mappings, diagnostics.filter { $0.severity == .error })
  }

  /// Compiles policies without their tests, with the phrases of all others.
  ///
  /// - Parameter names: a set that `needed` gave, or `names`.
  /// - Returns: the library, and the errors for which policies are missing from it.
  public func library(
    of names: Set<String>
  ) -> (library: Library, errors: [Diagnostic]) {
    let parsed = policies.compactMap { policy -> Parsed? in
      let bytes = names.contains(policy.name) ? policy.bytesWithoutTests : policy.bytesOfPhrases
      return bytes.isEmpty ? nil : parse(SourceText(name: policy.path, bytes: bytes))
    }
    let compilation = compile(parsed, context: CheckContext(world: world))
    let diagnostics = parsed.flatMap(\.diagnostics) + compilation.diagnostics
    // By default a policy covers the places of those within it, of which some may be missing here.
    let policies = compilation.library.policies.map { policy in
      var policy = policy
      if let known = byName[policy.name] { policy.coverage = Coverage(known.coverage) }
      return policy
    }
    return (
      Library(policies: policies, shares: compilation.library.shares),
      diagnostics.filter { $0.severity == .error }
    )
  }
}

extension PolicyIndex {
  /// A policy in canonical layout with nothing on the lines of its tests, which are most of its text; all else stays on
  /// its line.
  public static func withoutTests(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var isInTest = false
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.starts(with: "test ".utf8) { isInTest = true }
      if !isInTest { result += line }
      result.append(UInt8(ascii: "\n"))
      if line.first == UInt8(ascii: "}") { isInTest = false }
    }
    // Where nothing follows, no line has to keep its place.
    while result.last == UInt8(ascii: "\n") { result.removeLast() }
    return result + [UInt8(ascii: "\n")]
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
