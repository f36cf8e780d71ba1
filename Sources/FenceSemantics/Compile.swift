public import FenceCore
public import FenceDiagnostics
public import FenceSyntax
public import Outreach

/// What policies are checked against besides each other.
public struct CheckContext: Sendable {
  /// Whether an ISO 3166-1 or 3166-2 code names a place.
  public var placeExists: @Sendable (String) -> Bool

  /// The place that somebody may have meant by a code that names none; nil if none comes near.
  public var nearestPlace: @Sendable (String) -> String?

  /// Whether the IANA time zone database has a zone of a name.
  public var zoneExists: @Sendable (String) -> Bool

  /// The day from which the age of reviews is counted; nil for no warning of stale sources.
  public var today: CivilDate?

  /// Makes a context.
  public init(
    placeExists: @escaping @Sendable (String) -> Bool,
    nearestPlace: @escaping @Sendable (String) -> String? = { _ in nil },
    zoneExists: @escaping @Sendable (String) -> Bool = { _ in true }, today: CivilDate? = nil
  ) {
    self.placeExists = placeExists
    self.nearestPlace = nearestPlace
    self.zoneExists = zoneExists
    self.today = today
  }
}

/// What compiling policy files yields.
public struct Compilation: Sendable {
  /// The policies without errors, ready to be judged.
  public var library: Library

  /// The tests of all policies, in the order of the files.
  public var tests: [CheckedTest]

  /// The `campaign` blocks of all files.
  public var campaigns: [CheckedCampaign]

  /// The mappings of the policies without errors, in the order of the files.
  public var mappings: [ContactMapping]

  /// What is wrong with the meaning of the files; what is wrong with their grammar stands in `Parsed`.
  public var diagnostics: [Diagnostic]

  /// Makes a compilation.
  public init(
    library: Library, tests: [CheckedTest], campaigns: [CheckedCampaign],
    mappings: [ContactMapping], diagnostics: [Diagnostic]
  ) {
    self.library = library
    self.tests = tests
    self.campaigns = campaigns
    self.mappings = mappings
    self.diagnostics = diagnostics
  }
}

/// Checks policies that are judged together, and lowers them to the core.
///
/// - Parameters:
///   - files: the parsed files of all policies; a policy sees only those compiled with it.
///   - context: the places that exist, and the day of today.
/// - Returns: the policies without errors, and everything found wrong.
public func compile(_ files: [Parsed], context: CheckContext) -> Compilation {
  let compiler = Compiler(context: context)
  compiler.read(files)
  let assembled = compiler.units.map { unit in
    (unit: unit, policy: PolicyAssembly(compiler: compiler, unit: unit).policy())
  }
  let tests = compiler.units.flatMap { compiler.tests(of: $0) }
  let mapped = compiler.units.map { (unit: $0, mappings: compiler.mappings(of: $0)) }
  compiler.checkUnused()
  let sound = assembled.filter { compiler.isSound($0.unit) }
  return Compilation(
    library: Library(policies: sound.map(\.policy), shares: compiler.shares),
    tests: tests.filter { test in sound.contains { $0.unit.name == test.policy } },
    campaigns: files.flatMap { campaigns(of: $0) },
    mappings: mapped.filter { compiler.isSound($0.unit) }.flatMap(\.mappings),
    diagnostics: compiler.reporter.sorted(by: files.map(\.source)))
}

extension Compiler {
  /// Reads everything that rules may name.
  func read(_ files: [Parsed]) {
    gather(files)
    checkHiding()
    checkClauses()
    readOwnFields()
    readOverrides()
    for unit in units {
      readSources(of: unit)
      readRegisters(of: unit)
      readCalendars(of: unit)
    }
    for unit in units { readBusinessDays(of: unit) }
    for unit in units { readWithdrawal(of: unit) }
  }

  /// Whether neither the grammar nor the meaning of a file has errors.
  func isSound(_ unit: PolicyUnit) -> Bool {
    !reporter.filesWithErrors.contains(ObjectIdentifier(unit.source))
      && !unit.parsed.diagnostics.contains { $0.severity == .error }
  }
}
