public import FenceCore
import FenceDiagnostics
import FenceSemantics
public import FenceSyntax
public import Outreach

/// The user's policies, compiled with no more of the shipped ones than those whose names they use.
public struct OwnPolicies: Sendable {
  private let index: PolicyIndex
  private let files: [Parsed]
  private let compilation: Compilation

  /// Their names, sorted.
  public let names: [String]

  /// Compiles the user's files, by the folder that they come from.
  ///
  /// Nil if something is wrong with them, or if they may change what shipped policies mean that they do not name: then
  /// everything has to be compiled together.
  public init?(_ folders: [[Parsed]], index: PolicyIndex) {
    let files = Array(folders.joined())
    let headers = files.compactMap(\.header)
    let names = headers.compactMap { $0.name?.text }
    guard names.count == files.count, Set(names).count == names.count,
      index.names.isDisjoint(with: names), !files.contains(where: \.concernsOthers)
    else { return nil }
    self.index = index
    self.files = files
    self.names = names.sorted()
    let replaced = Set(files.flatMap(\.overridden).compactMap { $0.parts.first?.value })
    guard index.shared.isDisjoint(with: replaced) else { return nil }
    let named = files.reduce(into: index.names(needing: replaced)) {
      $0.formUnion($1.namedPolicies)
    }
    compilation = index.compilation(of: files, with: index.withThoseNeeded(by: named))
    guard !compilation.diagnostics.contains(where: { $0.severity == .error }),
      !files.contains(where: { $0.diagnostics.contains { $0.severity == .error } })
    else { return nil }
  }

  /// The policies themselves, and the shipped ones that they use.
  public var library: Library { compilation.library }

  /// How many rules they have, gaps included.
  public var ruleCount: Int {
    names.reduce(0) { $0 + (library.policy($1)?.rules.count ?? 0) }
  }

  /// Their mappings.
  public var mappings: [ContactMapping] { compilation.mappings }

  /// `sha256:` and the digest of names and bytes of all files, the shipped ones included.
  public var fingerprint: String {
    index.fingerprint(
      with: files.map { ($0.policyName ?? "", PolicySet.digest(of: $0.source.bytes)) })
  }

  /// The policies together with shipped ones of these names, as `PolicyIndex.library` takes them.
  public func library(with names: Set<String>) -> Library {
    let compiled = compilation.library
    var shares = compiled.shares
    let others = names.subtracting(compiled.policies.map(\.name))
    let shipped = index.compiled(others, shares: &shares)
    return Library(policies: shipped + compiled.policies, shares: shares)
  }
}

extension Parsed {
  fileprivate var header: DeclarationSyntax? {
    file.declarations.first { $0.keyword.value == .policy }
  }

  /// Whether the policy may give a meaning, or a mistake, to policies that it does not name: as one of a place within
  /// another, whose coverage it widens, as a library, whose names every policy sees, or by replacing a constant of one.
  fileprivate var concernsOthers: Bool {
    guard let header, let name = header.name?.text,
      !overridden.contains(where: { $0.parts.count < 2 })
    else { return true }
    let isPlace = name.utf8.first.map { (65...90).contains($0) } ?? false
    let names: [DeclarationKeyword] = [
      .constant, .define, .segment, .source, .register, .calendar,
    ]
    return header.clauses.contains { clause in
      switch clause.kind {
      case .within: isPlace
      case .covers(.nobody): file.declarations.contains { names.contains($0.keyword.value) }
      default: false
      }
    }
  }

  /// The words that may be names of policies on which the meaning of the file hangs.
  fileprivate var namedPolicies: Set<String> {
    var names = PolicyIndex.namesBeforeDots(in: source.bytes)
    for clause in file.declarations.flatMap(\.clauses) {
      switch clause.kind {
      case .within(let name): names.insert(name.text)
      case .with(let others): names.formUnion(others.map(\.text))
      case .covers(.places(let places, _, _)): names.formUnion(places.map(\.text))
      default: break
      }
    }
    return names
  }

  /// The constants that the file replaces.
  fileprivate var overridden: [NameSyntax] {
    file.declarations.filter { $0.keyword.value == .override }.compactMap(\.name)
  }
}
