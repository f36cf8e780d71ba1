import FenceCore
import FenceDiagnostics
import FenceLibrary
import FenceReports
import FenceSyntax
import FenceWorkspace
import Outreach
import OutreachFacts

/// What the verbs that judge have in common: policies, plan and programme, read as the command line says.
struct Workplace {
  let console: Console
  let arguments: Arguments
  let world: World

  init(_ arguments: Arguments, _ console: Console) throws {
    self.console = console
    self.arguments = arguments
    var world = compiledWorld()
    if let folder = arguments.value(.tzdir) {
      let zones = try FolderZones(
        folder, files: console.environment.files, compiled: world.zones)
      if !zones.missing.isEmpty {
        console.remark(
          "warning: \(folder) lacks \(counted(zones.missing.count, "zone")), of which the compiled "
            + "tables (\(world.zones.version)) know: \(zones.missing.prefix(3).joined(separator: ", "))"
            + (zones.missing.count > 3 ? " and others" : ""))
      }
      world.zones = zones
    }
    self.world = world
  }

  /// The time that counts as now: `--now`, else the clock.
  func now() throws -> Instant {
    guard let text = arguments.value(.now) else { return console.environment.now() }
    if let instant = Instant(rfc3339: text) { return instant }
    if let date = CivilDate(iso: text) {
      return Instant(rfc3339: "\(date)T00:00:00Z") ?? .distantPast
    }
    throw Failure.usage(
      "`--now` cannot be read: `\(text)`", hint: "write it like 2026-03-02T15:30:00Z")
  }

  /// The day that counts as today, in universal time.
  func today() throws -> CivilDate {
    ZoneHistory.civil(try now(), offsetSeconds: 0).date
  }

  /// The shipped policies with the user's own, those of `paths` besides those of `--policies`; overdue reviews
  /// are counted from `today`.
  func policies(
    adding paths: [String] = [], today: CivilDate? = nil, readsShippedTests: Bool = false,
    threads: Int = 1
  ) throws -> PolicySet {
    PolicySet(
      shipped: shippedPolicies, parsed: try ownPolicies(adding: paths), world: world, today: today,
      readsShippedTests: readsShippedTests, threads: threads)
  }

  /// The user's policy files, by the path that leads to them: `--policies`, then others.
  func ownPolicies(adding paths: [String] = []) throws -> [[Parsed]] {
    try (arguments.all(.policies) + paths).map { try sources(under: $0).map { parse($0) } }
  }

  /// The shipped policies with the user's, none of which may have an error.
  func soundPolicies(_ own: [[Parsed]]? = nil) throws -> PolicySet {
    let set = PolicySet(
      shipped: shippedPolicies, parsed: try own ?? ownPolicies(), world: world, today: nil,
      readsShippedTests: false)
    guard !set.hasErrors else {
      throw Failure.policies(set.diagnostics.filter { $0.severity == .error })
    }
    return set
  }

  /// The policy files that a path leads to.
  func sources(under path: String) throws -> [SourceText] {
    let files = console.environment.files
    do {
      guard files.kind(of: path) == .folder else { return [try source(path)] }
      return try files.files(endingIn: ".fence", under: path).map { try source($0) }
    } catch let problem as FileProblem {
      throw Failure.policyFile(problem)
    }
  }

  /// A whole file; `-` is standard input.
  func source(_ path: String) throws -> SourceText {
    let environment = console.environment
    let bytes =
      path == "-" ? try environment.input.all(path) : try environment.files.contents(of: path)
    return SourceText(name: path, bytes: bytes)
  }

  /// The plan with the programme of `--programme`; policies declare the organisation's own fields.
  func plan(_ path: String, _ ownFields: OwnFields) throws -> PlanFile {
    let source = try source(path)
    let programme = try arguments.value(.programme).map { try self.source($0) }
    let plan: PlanFile
    do {
      plan = try PlanFile(
        plan: source, programme: programme, world: world, ownFields: ownFields)
    } catch {
      throw Failure.document(error.diagnostics)
    }
    if !plan.warnings.isEmpty { console.show(plan.warnings) }
    return plan
  }

  /// What to judge with.
  func options(findsNextChange: Bool) -> Judge.Options {
    Judge.Options(
      only: arguments.all(.only), skip: arguments.all(.skip), findsNextChange: findsNextChange)
  }

  /// Refuses `--only` and `--skip` for what no policy holds: a misspelt one would let everything pass.
  func checkSelection(of supply: PolicySupply) throws {
    let selected = arguments.all(.only) + arguments.all(.skip)
    guard !selected.isEmpty else { return }
    func names(of library: Library) -> Set<String> {
      Set(library.policies.flatMap { $0.rules.map(\.id) + [$0.name] })
    }
    let named = Set(selected.map { String($0.prefix { $0 != "." }) })
    guard !names(of: supply.library(of: named)).isSuperset(of: selected) else { return }
    let known = names(of: supply.library(of: nil))
    for name in selected where !known.contains(name) {
      let near = didYouMean(name, among: known.sorted())
      throw Failure.usage(
        "no rule or policy is called `\(name)`", hint: near.map { "did you mean `\($0)`?" })
    }
  }

  /// The only operand of the command line.
  func operand(_ what: String) throws -> String {
    guard let operand = arguments.operands.first else {
      throw Failure.usage("\(what) is missing")
    }
    guard arguments.operands.count == 1 else {
      throw Failure.usage("`\(arguments.operands[1])` is one operand too many")
    }
    return operand
  }

  /// The value of a flag that has to be given.
  func required(_ option: Option) throws -> String {
    guard let value = arguments.value(option) else {
      throw Failure.usage(
        "`\(option.name)` is missing", hint: "add `\(option.name) \(option.value ?? "")`")
    }
    return value
  }

  /// The contacts of every `--contacts`, numbered after the plan's own files; of their fields, those are kept
  /// that the policies read.
  func contacts(after plan: PlanFile, for supply: PolicySupply) throws -> ContactFiles {
    _ = try required(.contacts)
    let names = arguments.all(.contacts)
    let format: ContactFormat? =
      switch arguments.value(.contactsFormat) {
      case "ndjson": .lines
      case "json": .list
      case "csv": .csv
      case "tsv": .tsv
      default: nil
      }
    let isTable = { (name: String) in
      format.map { $0 == .csv || $0 == .tsv } ?? (name.hasSuffix(".csv") || name.hasSuffix(".tsv"))
    }
    let needsMappings = arguments.has(.mapping) || names.contains(where: isTable)
    return ContactFiles(
      names, format: format, mappings: try mappings(needsMappings ? supply.mappings() : []),
      files: console.environment.files, input: console.environment.input,
      firstFile: Int32(plan.sources.count),
      options: .contacts(
        world: world, reads: supply.contactFacts, ownFields: supply.ownFields))
  }

  /// What tables may be read with: the mapping of `--mapping`, else one that their headers choose.
  private func mappings(_ known: [ContactMapping]) throws -> TableMappings {
    do {
      return try TableMappings(known, named: arguments.value(.mapping))
    } catch {
      guard error.candidates.isEmpty else {
        let names = error.candidates.map { "`\($0)`" }.joined(separator: " and ")
        throw Failure.usage(
          "several mappings are called `\(error.name)`", hint: "write \(names) whole")
      }
      throw Failure.usage(
        "there is no mapping `\(error.name)`",
        hint: error.nearest.map { "did you mean `\($0)`?" }
          ?? "mappings stand in policies; those of your own are loaded with `--policies`")
    }
  }

  /// What was judged with what, for the head of a report.
  func description(
    _ policies: LoadedPolicies, _ plan: PlanFile, contacts: [String] = []
  ) -> RunDescription {
    RunDescription(
      tool: tool, policies: policies, tzdb: world.zones.version,
      plan: PlanDescription(plan), files: plan.sources.map(\.name) + contacts)
  }
}
