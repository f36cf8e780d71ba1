public import FenceCore
import FenceDiagnostics
import FenceSyntax

/// One small change of a policy that a test ought to notice.
public struct Mutation: Hashable, Sendable {
  /// What kind of change it is.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A number, percentage or length of time one unit more or less.
    case threshold
    /// An end of a span of hours a minute earlier or later.
    case window
    /// A first or last day a day earlier or later.
    case date
    /// An exception left out.
    case exception
    /// A requirement, or one of several conditions, left out.
    case condition
    /// A comparison turned around: `before` and `after`, `is` and `is not`, `any` and `every`.
    case comparison
    /// `and` for `or`, or the other way about.
    case connective
    /// A channel for another, or a word of a list left out.
    case word
    /// The level of a consent one step up or down.
    case consent
    /// Another severity.
    case severity
  }

  /// What kind of change it is.
  public var kind: Kind

  /// The policy.
  public var policy: String

  /// The id of what is changed: a rule's (`US.calling_hours`), a definition's or register's; of a header the
  /// policy's name.
  public var subject: String

  /// The words of the clause, on one line.
  public var clause: String

  /// The words of the clause after the change; empty where it is left out.
  public var instead: String

  /// The words replaced, and those that replace them.
  public var was: String
  /// What stands in their place; empty where they are left out.
  public var becomes: String

  /// Where the words replaced stand.
  public var location: PolicyLocation

  /// The number of the declaration in its file.
  var declaration: Int

  /// The range replaced, and by what, blanks included.
  var range: SourceRange
  var text: String
}

/// Writes down the changes of one file.
struct MutationWriter {
  let unit: PolicyUnit
  private(set) var mutations: [Mutation] = []
  private var declaration = 0
  private var subject = ""
  private var clause = SourceRange(0, 0)

  init(_ unit: PolicyUnit) {
    self.unit = unit
    for (index, declaration) in unit.parsed.file.declarations.enumerated() {
      self.declaration = index
      write(declaration)
    }
  }

  private mutating func write(_ declaration: DeclarationSyntax) {
    let name = declaration.names.map(\.text).joined(separator: ", ")
    switch declaration.keyword.value {
    case .policy: subject = unit.name
    case .exempt, .waive, .override:
      subject = "\(unit.name) \(declaration.keyword.value.rawValue) \(name)"
    case .rule, .gap, .constant, .define, .register: subject = "\(unit.name).\(name)"
    case .source, .calendar, .phrases, .segment, .note, .extend, .mapping, .test,
      .campaign:
      return
    }
    let requirements = declaration.clauses.count(where: \.isRequirement)
    for clause in declaration.clauses {
      self.clause = clause.range
      write(clause, isOneOfSeveral: requirements > 1)
    }
  }

  private mutating func write(_ clause: ClauseSyntax, isOneOfSeveral: Bool) {
    switch clause.kind {
    case .from(let day), .until(let day): change(day)
    case .severity(let word):
      // A rule that warns and one that advises decide nothing, so no test can tell them apart.
      change(.severity, word.range, to: word.value == "block" ? "warn" : "block")
    case .withdrawal(let duration): change(duration)
    case .everyPeriod(let period), .binds(let period): change(period.value, period.range)
    case .applies(let condition, let details):
      change(.condition, clause.range, to: "")
      write(condition, details)
    case .except(let condition, let details):
      change(.exception, clause.range, to: "")
      write(condition, details)
    case .require(let condition), .forbid(let condition), .verb(let condition):
      if isOneOfSeveral { change(.condition, clause.range, to: "") }
      write(condition)
    case .when(let condition), .reading(let condition), .value(let condition): write(condition)
    default: break
    }
  }

  private mutating func write(_ condition: ExpressionSyntax, _ details: [ClauseSyntax]) {
    write(condition)
    for detail in details {
      if case .from(let day) = detail.kind { change(day) }
      if case .until(let day) = detail.kind { change(day) }
    }
  }

  /// Writes down one change, blanks around words that are left out gone with them; `shown` are the words that
  /// tell it, where they are not those replaced.
  mutating func change(
    _ kind: Mutation.Kind, _ range: SourceRange, to text: String,
    shown: (was: String, becomes: String)? = nil
  ) {
    let source = unit.source
    guard range.lower >= clause.lower, range.upper <= clause.upper, range.lower < range.upper else {
      return
    }
    let head = source.bytes[clause.lower..<range.lower]
    let tail = source.bytes[range.upper..<clause.upper]
    let changed = SourceText(name: "", bytes: head + Array(text.utf8) + tail)
    mutations.append(
      Mutation(
        kind: kind, policy: unit.name, subject: subject, clause: source.words(in: clause),
        instead: changed.words(in: SourceRange(0, changed.bytes.count)),
        was: shown?.was ?? source.words(in: range), becomes: shown?.becomes ?? text.words,
        location: unit.location(source.firstWord(in: range)),
        declaration: declaration, range: range, text: text))
  }
}

extension ClauseSyntax {
  fileprivate var isRequirement: Bool {
    switch kind {
    case .require, .forbid, .verb: true
    default: false
    }
  }
}

extension String {
  /// The words with single blanks between them.
  fileprivate var words: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
