public import FenceCore
import FenceDiagnostics
public import FenceSyntax
import Outreach

/// Policies compiled once, of which single changed declarations are compiled anew.
///
/// Not to be shared by threads.
public final class Recompilation {
  let compiler: Compiler
  private let files: [Parsed]
  private let library: Library
  private var assemblies: [String: PolicyAssembly] = [:]

  /// The words of each declaration that others may use or that uses others, by policy and number.
  private var words: [String: [Set<String>]] = [:]

  /// A library in which something was changed.
  public struct Change {
    /// The policies.
    public var library: Library

    /// The ids of the rules that now say something else, sorted.
    public var rules: [String]
  }

  /// Compiles policies.
  ///
  /// - Parameters:
  ///   - files: the files; those with errors are passed over.
  ///   - context: the context in which they were checked.
  public init(_ files: [Parsed], context: CheckContext) {
    self.files = files
    compiler = Compiler(context: context)
    compiler.read(files)
    var policies: [Policy] = []
    for unit in compiler.units {
      let assembly = PolicyAssembly(compiler: compiler, unit: unit)
      let policy = assembly.policy()
      guard compiler.isSound(unit) else { continue }
      assemblies[unit.name] = assembly
      policies.append(policy)
    }
    library = Library(policies: policies, shares: compiler.shares)
    for unit in compiler.units where assemblies[unit.name] != nil {
      words[unit.name] = unit.parsed.file.declarations.map { unit.source.identifiers(in: $0.range) }
    }
  }

  /// Every change of a policy of which a test should take notice, in the order of the text.
  public func mutations(of policy: String) -> [Mutation] {
    guard assemblies[policy] != nil, let unit = compiler.unitsByName[policy] else { return [] }
    return MutationWriter(unit).mutations
  }

  /// Compiles the policies with a change.
  ///
  /// - Returns: nil if the changed policy does not load, or no rule says anything else by it.
  /// - Complexity: linear in the size of the changed declaration and of those that use it.
  public func change(_ mutation: Mutation) -> Change? {
    guard let unit = compiler.unitsByName[mutation.policy],
      let original = unit.parsed.file.declarations[checked: mutation.declaration]
    else { return nil }
    if [.policy, .override].contains(original.keyword.value) {
      return recompile(mutation, of: unit)
    }
    guard let changed = parse(mutation, original, of: unit) else { return nil }
    let reporter = compiler.reporter
    let shareCount = compiler.shares.count
    compiler.reporter = Reporter()
    defer {
      compiler.reporter = reporter
      compiler.shares.removeLast(compiler.shares.count - shareCount)
    }
    var draft = Draft(library: library)
    switch original.keyword.value {
    case .rule, .gap, .exempt, .waive:
      assemble(
        mutation.declaration, changed.file.declarations, of: stand(in: changed, for: unit), &draft)
    default:
      redefine(mutation, changed.file.declarations, of: stand(in: changed, for: unit), &draft)
    }
    guard compiler.reporter.filesWithErrors.isEmpty, draft.isWhole, !draft.rules.isEmpty else {
      return nil
    }
    return Change(
      library: Library(policies: draft.policies, shares: compiler.shares),
      rules: draft.rules.sorted())
  }

  /// Reads a test as if it stood in a policy; nil if it has mistakes.
  public func test(_ text: String, in policy: String) -> CheckedTest? {
    guard let unit = compiler.unitsByName[policy] else { return nil }
    let parsed = FenceSyntax.parse(SourceText(name: unit.source.name, text: text))
    guard parsed.diagnostics.isEmpty else { return nil }
    let reporter = compiler.reporter
    compiler.reporter = Reporter()
    defer { compiler.reporter = reporter }
    let tests = compiler.tests(of: stand(in: parsed, for: unit))
    return compiler.reporter.filesWithErrors.isEmpty ? tests.first : nil
  }

  /// A library while it is changed.
  struct Draft {
    var policies: [Policy]
    /// The ids of the rules that say something else.
    var rules: Set<String> = []
    /// Whether everything could be compiled.
    var isWhole = true

    init(library: Library) { policies = library.policies }
  }

  /// The changed declaration alone; nil if it is none.
  private func parse(
    _ mutation: Mutation, _ original: DeclarationSyntax, of unit: PolicyUnit
  ) -> Parsed? {
    let bytes = unit.source.bytes
    let text =
      bytes[original.range.lower..<mutation.range.lower] + Array(mutation.text.utf8)
      + bytes[mutation.range.upper..<original.range.upper]
    let parsed = FenceSyntax.parse(SourceText(name: unit.source.name, bytes: Array(text)))
    guard parsed.diagnostics.isEmpty, parsed.file.declarations.count == 1,
      parsed.file.declarations[0].keyword.value == original.keyword.value
    else { return nil }
    return parsed
  }

  /// The unit of the changed text, which sees everything that its policy's unit does.
  private func stand(in changed: Parsed, for unit: PolicyUnit) -> PolicyUnit {
    let stand = PolicyUnit(parsed: changed, header: unit.header, name: unit.name)
    stand.parent = unit.parent
    stand.names = unit.names
    stand.rules = unit.rules
    stand.sources = unit.sources
    stand.registers = unit.registers
    stand.calendars = unit.calendars
    stand.businessDays = unit.businessDays
    stand.withdrawal = unit.withdrawal
    stand.values = unit.values
    return stand
  }

  /// Assembles a declaration anew, as it stands in a unit, and puts it in the place of what it was.
  private func assemble(
    _ number: Int, _ changed: [DeclarationSyntax], of unit: PolicyUnit, _ draft: inout Draft
  ) {
    guard let assembly = assemblies[unit.name], let declaration = changed.first else { return }
    assemble(number, declaration, PolicyAssembly(of: unit, like: assembly), &draft)
  }

  private func assemble(
    _ number: Int, _ declaration: DeclarationSyntax, _ assembly: PolicyAssembly,
    _ draft: inout Draft
  ) {
    let name = assembly.unit.name
    guard let policy = draft.policies.firstIndex(where: { $0.name == name }),
      let place = place(of: number, in: name)
    else { return }
    switch declaration.keyword.value {
    case .rule, .gap:
      guard let rule = assembly.rule(declaration) else { return draft.isWhole = false }
      let old = draft.policies[policy].rules[place]
      guard !rule.says(theSameAs: old) else { return }
      draft.policies[policy].rules[place] = rule
      draft.rules.insert(rule.id)
      if draft.policies[policy].hasOverlap(of: rule.id) { draft.isWhole = false }
    case .exempt:
      guard let exemptions = assembly.exemptions(declaration) else { return draft.isWhole = false }
      for (place, exemption) in zip(place..., exemptions)
      where !exemption.says(theSameAs: draft.policies[policy].exemptions[place]) {
        draft.policies[policy].exemptions[place] = exemption
        draft.rules.insert(exemption.rule)
      }
    case .waive:
      guard let waiver = assembly.waiver(declaration) else { return draft.isWhole = false }
      guard !waiver.says(theSameAs: draft.policies[policy].waivers[place]) else { return }
      draft.policies[policy].waivers[place] = waiver
      draft.rules.insert(waiver.rule)
    default: break
    }
  }

  /// The place that what a declaration says has among its like in the policy.
  private func place(of number: Int, in policy: String) -> Int? {
    guard let declarations = compiler.unitsByName[policy]?.parsed.file.declarations,
      let kind = declarations[checked: number]?.keyword.value.group
    else { return nil }
    return declarations.prefix(number).filter { $0.keyword.value.group == kind }
      .reduce(0) { $0 + $1.names.count }
  }

  // MARK: what others use

  /// Compiles everything that uses a changed constant, define or register.
  private func redefine(
    _ mutation: Mutation, _ changed: [DeclarationSyntax], of stand: PolicyUnit,
    _ draft: inout Draft
  ) {
    guard let declaration = changed.first, let name = declaration.name,
      let unit = compiler.unitsByName[stand.name]
    else { return }
    let users = users(of: name.text)
    var evicted: [(PolicyUnit, [String: DefinedValue])] = []
    for unit in compiler.units {
      evicted.append((unit, unit.values))
      for name in users { unit.values[name] = nil }
    }
    let registers = unit.registers
    defer {
      for (unit, values) in evicted { unit.values = values }
      unit.registers = registers
    }
    if declaration.keyword.value == .register {
      let register = compiler.register(declaration, name, of: unit)
      unit.registers[name.text] = register
      if let policy = draft.policies.firstIndex(where: { $0.name == unit.name }) {
        draft.policies[policy].registers = unit.registers.values.sorted { $0.id < $1.id }
      }
    } else {
      for user in users { stand.values[user] = nil }
      let lowered = Lowering(compiler: compiler, unit: stand).lowerDefinition(
        declaration, of: stand)
      guard let lowered else { return draft.isWhole = false }
      unit.values[name.text] = .done(lowered)
    }
    for unit in compiler.units {
      guard let assembly = assemblies[unit.name], let words = words[unit.name] else { continue }
      let declarations = unit.parsed.file.declarations
      let header = declarations.firstIndex { $0.keyword.value == .policy }
      let isWhole =
        header.flatMap { words[checked: $0] }.map { !$0.isDisjoint(with: users) } ?? false
      let current = isWhole ? PolicyAssembly(compiler: compiler, unit: unit) : assembly
      for (number, declaration) in declarations.enumerated()
      where declaration.keyword.value.group != nil
        && (isWhole || !words[number].isDisjoint(with: users))
      {
        assemble(number, declaration, current, &draft)
      }
    }
  }

  /// The names of the definitions that use a name, itself included, whatever policy they stand in.
  private func users(of name: String) -> Set<String> {
    var found: Set<String> = [name]
    var grows = true
    while grows {
      grows = false
      for unit in compiler.units {
        for (number, declaration) in unit.parsed.file.declarations.enumerated() {
          guard [.constant, .define, .segment].contains(declaration.keyword.value),
            let user = declaration.name?.text, !found.contains(user),
            let words = words[unit.name]?[checked: number], !words.isDisjoint(with: found)
          else { continue }
          found.insert(user)
          grows = true
        }
      }
    }
    return found
  }

  /// Compiles everything: a header or an override may change any rule.
  private func recompile(_ mutation: Mutation, of unit: PolicyUnit) -> Change? {
    let bytes = unit.source.bytes
    let text =
      bytes[..<mutation.range.lower] + Array(mutation.text.utf8) + bytes[mutation.range.upper...]
    let changed = FenceSyntax.parse(SourceText(name: unit.source.name, bytes: Array(text)))
    let all = files.map { $0.source === unit.source ? changed : $0 }
    let new = compile(all, context: compiler.context).library
    let (before, after) = (library.policies.flatMap(\.rules), new.policies.flatMap(\.rules))
    guard before.map(\.id) == after.map(\.id) else { return nil }
    let rules = zip(after, before).filter { !$0.says(theSameAs: $1) }.map(\.0.id)
    return rules.isEmpty ? nil : Change(library: new, rules: Set(rules).sorted())
  }
}

extension DeclarationKeyword {
  /// Which of a policy's lists a declaration is assembled into.
  fileprivate var group: Int? {
    switch self {
    case .rule, .gap: 0
    case .exempt: 1
    case .waive: 2
    default: nil
    }
  }
}

extension Policy {
  /// Whether two versions of a rule are in force on one day, which no policy that loads says.
  fileprivate func hasOverlap(of id: String) -> Bool {
    let versions = rules.filter { $0.id == id }.sorted {
      ($0.from ?? .earliest) < ($1.from ?? .earliest)
    }
    return zip(versions, versions.dropFirst()).contains { earlier, later in
      (earlier.until ?? .latest) >= (later.from ?? .earliest)
    }
  }
}

extension Array {
  /// The element at an index; nil beyond the ends.
  fileprivate subscript(checked index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
