public import FenceCore
public import FenceDiagnostics
public import FenceLibrary
public import FenceSemantics
public import FenceSyntax
public import Outreach

/// The policies of a run: the shipped ones with what the user's folders add and replace.
public struct PolicySet: Sendable {
  /// The policies without errors.
  public var library: Library

  /// The tests of all policies.
  public var tests: [CheckedTest]

  /// The mappings of all policies.
  public var mappings: [ContactMapping]

  /// What is wrong with the files, in the order of the files and of their text.
  public var diagnostics: [Diagnostic]

  /// The files, the shipped ones first.
  public var files: [Parsed]

  /// The policies that the user's files added to the shipped ones, sorted.
  public var added: [String]

  /// The shipped policies that the user's files replaced, sorted.
  public var replaced: [String]

  /// `sha256:` and the digest of names and bytes of all files.
  public var fingerprint: String

  /// How many rules the policies have, gaps included.
  public var ruleCount: Int { library.policies.reduce(0) { $0 + $1.rules.count } }

  /// Whether a policy does not load.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Compiles the shipped policies together with the user's.
  ///
  /// - Parameters:
  ///   - shipped: the shipped files.
  ///   - own: the user's files, by the folder they come from; a later folder replaces policies of an earlier one.
  ///   - world: the places that exist.
  ///   - today: the day from which the age of reviews is counted; nil for no warning.
  public init(
    shipped: [SourceText], own: [[SourceText]], world: World, today: CivilDate?
  ) {
    self.init(
      files: shipped.map { parse($0) }, digests: [:], own: own.map { $0.map { parse($0) } },
      world: world, today: today)
  }

  /// Loads policies that ship with the program, and the user's own.
  ///
  /// - Parameters:
  ///   - shipped: the shipped policies.
  ///   - own: the user's files, by the folder they come from; a later folder replaces policies of an earlier one.
  ///   - world: the places that exist.
  ///   - today: the day from which the age of reviews is counted; nil for no warning.
  ///   - readsShippedTests: whether the tests of the shipped files are compiled, which are most of their text.
  public init(
    shipped: [ShippedPolicy], own: [[SourceText]], world: World, today: CivilDate?,
    readsShippedTests: Bool = true
  ) {
    self.init(
      shipped: shipped, parsed: own.map { $0.map { parse($0) } }, world: world, today: today,
      readsShippedTests: readsShippedTests)
  }

  /// Loads policies that ship with the program, and the user's own, which were read before.
  ///
  /// - Parameters:
  ///   - shipped: the shipped policies.
  ///   - own: the user's files, by the folder they come from; a later folder replaces policies of an earlier one.
  ///   - world: the places that exist.
  ///   - today: the day from which the age of reviews is counted; nil for no warning.
  ///   - readsShippedTests: whether the tests of the shipped files are compiled, which are most of their text.
  ///   - threads: how many threads read the shipped files.
  public init(
    shipped: [ShippedPolicy], parsed own: [[Parsed]], world: World, today: CivilDate?,
    readsShippedTests: Bool, threads: Int = 1
  ) {
    var parsed: [Parsed] = []
    workInOrder(shipped, threads: threads) {
      { policy in
        let bytes = readsShippedTests ? policy.bytes : policy.bytesWithoutTests
        return parse(SourceText(name: policy.path, bytes: bytes))
      }
    } take: { file in
      parsed.append(file)
      return true
    }
    self.init(
      files: parsed,
      digests: Dictionary(
        zip(parsed, shipped).map { (ObjectIdentifier($0.source), $1.digest) },
        uniquingKeysWith: { first, _ in first }),
      own: own, world: world, today: today)
  }

  /// Compiles files; digests are those of files whose digest is known, by their sources.
  private init(
    files shipped: [Parsed], digests: [ObjectIdentifier: String], own: [[Parsed]],
    world: World, today: CivilDate?
  ) {
    var parsed = shipped
    let shippedNames = Set(parsed.compactMap(\.policyName))
    var ownNames = Set<String>()
    for files in own {
      let names = Set(files.compactMap(\.policyName))
      parsed.removeAll { $0.policyName.map(names.contains) ?? false }
      parsed += files
      ownNames.formUnion(names)
    }
    let compilation = compile(parsed, context: CheckContext(world: world, today: today))
    library = compilation.library
    tests = compilation.tests
    mappings = compilation.mappings
    files = parsed
    added = ownNames.subtracting(shippedNames).sorted()
    replaced = ownNames.intersection(shippedNames).sorted()
    fingerprint = PolicySet.fingerprint(
      of: parsed.map {
        (
          $0.policyName ?? "",
          digests[ObjectIdentifier($0.source)] ?? PolicySet.digest(of: $0.source.bytes)
        )
      })
    diagnostics = []
    diagnostics = inOrder(parsed.flatMap(\.diagnostics) + compilation.diagnostics)
  }

  /// Diagnostics in the order of the files and of their text.
  public func inOrder(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    let ranks = Dictionary(
      files.enumerated().map { (ObjectIdentifier($1.source), $0) },
      uniquingKeysWith: { first, _ in first })
    func rank(_ diagnostic: Diagnostic) -> (Int, Int) {
      let label = diagnostic.primary
      return (ranks[ObjectIdentifier(label.source)] ?? files.count, label.range.lower)
    }
    return diagnostics.enumerated().sorted { left, right in
      let (a, b) = (rank(left.element), rank(right.element))
      return a == b ? left.offset < right.offset : a < b
    }.map(\.element)
  }

  /// `sha256:` and the digest of policy files, by the policies' names and the digests of their bytes.
  static func fingerprint(of files: [(name: String, digest: String)]) -> String {
    var digest = SHA256()
    for file in files.sorted(by: { $0.name < $1.name }) {
      digest.update(Array("\(file.name) \(file.digest)\n".utf8))
    }
    return "sha256:" + digest.hexDigest()
  }

  /// The SHA-256 of bytes, in hexadecimal digits.
  public static func digest(of bytes: [UInt8]) -> String {
    var digest = SHA256()
    digest.update(bytes)
    return digest.hexDigest()
  }
}

extension Parsed {
  /// The name in the file's header; nil where it has none.
  var policyName: String? {
    file.declarations.first { $0.keyword.value == .policy }?.name?.text
  }
}
