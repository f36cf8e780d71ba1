import FenceCore
import FenceDiagnostics
import FenceSyntax
import Outreach

/// The kinds of names of a policy; a name means one thing within its kind.
enum NameKind: String, CaseIterable {
  /// Constants, defines and segments: what may stand in an expression.
  case value
  case source, register, calendar
}

/// One policy file while it is compiled.
final class PolicyUnit {
  let parsed: Parsed
  let header: DeclarationSyntax
  let name: String

  /// The policy it stands within, once that is known to exist and to lead to no circle.
  var parent: PolicyUnit?

  /// Declarations by kind and name; of duplicates the first.
  var names: [NameKind: [String: DeclarationSyntax]] = [:]
  /// Rules and gaps by name, versions in the order written.
  var rules: [String: [DeclarationSyntax]] = [:]

  var sources: [String: Source] = [:]
  var registers: [String: Register] = [:]
  var calendars: [String: NamedCalendar] = [:]
  var businessDays: BusinessDays?
  /// After which a withdrawal takes effect, unless a rule says otherwise; nil for at once.
  var withdrawal: Term?

  /// The organisation's own fields that it declares, by the document in which they stand.
  var ownFields: [RecordKind: [String: DeclaredField]] = [:]

  /// Values that were lowered or are being lowered.
  var values: [String: DefinedValue] = [:]
  /// Names that something used.
  var used: [NameKind: Set<String>] = [:]

  init(parsed: Parsed, header: DeclarationSyntax, name: String) {
    self.parsed = parsed
    self.header = header
    self.name = name
  }

  var source: SourceText { parsed.source }

  /// Whether the policy is about an organisation or a theme, by its lower-case name.
  var isWordPolicy: Bool { name.utf8.first.map { !(65...90).contains($0) } ?? true }

  /// Whether every policy sees its names: those of a country that covers nobody yet are written `CA.holidays`.
  var isShared: Bool { isLibrary && isWordPolicy }

  /// Whether it covers nobody: its names are there for other policies.
  var isLibrary: Bool {
    header.clauses.contains {
      if case .covers(.nobody) = $0.kind { return true }
      return false
    }
  }

  /// The policies it stands within, the nearest first.
  var ancestors: [PolicyUnit] {
    var found: [PolicyUnit] = []
    var next = parent
    while let unit = next {
      found.append(unit)
      next = unit.parent
    }
    return found
  }

  /// The declarations of a kind, in the order written.
  func declarations(_ keyword: DeclarationKeyword) -> [DeclarationSyntax] {
    parsed.file.declarations.filter { $0.keyword.value == keyword }
  }

  /// The place of a range in the policy, for traces.
  func location(_ range: SourceRange) -> PolicyLocation {
    let (line, column) = source.position(at: range.lower)
    return PolicyLocation(file: source.name, line: line, column: column)
  }

  /// A label at a range of this file.
  func label(_ range: SourceRange, _ message: String) -> Diagnostic.Label {
    Diagnostic.Label(source, range, message)
  }
}

/// The state of a constant, define or segment.
enum DefinedValue {
  /// Its body is being lowered; to need it now is a circle.
  case lowering
  /// Lowered; nil if it was reported as wrong.
  case done(Lowered?)

  /// A lowered body with what it costs to use it.
  struct Lowered {
    var value: Typed
    /// How many expressions it expands to, and how deep they nest.
    var size: Int
    var depth: Int
    /// The policy whose business days its periods count.
    var unit: PolicyUnit
  }
}
