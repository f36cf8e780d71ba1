import FenceCore
import FenceDiagnostics
import FenceSyntax
import Outreach

/// Turns what one policy writes into the core; a new one for each body, since a body sees no other's rows.
///
/// Each function returns nil where it has reported what is wrong, so that nothing is reported twice.
final class Lowering {
  let compiler: Compiler
  let unit: PolicyUnit

  /// The rows of the enclosing quantifiers, the innermost last.
  var rows: [RowScope] = []

  /// The place of what a share or a definition asks as a whole, where `phone is repeated` may stand.
  var wholeQuestion: SourceRange?

  /// How many expressions the body has expanded to, and how deep they nest, now and at most.
  private(set) var size = 0
  private(set) var depth = 0
  private(set) var greatestDepth = 0
  private var isTooLarge = false

  /// Bounds on what definitions may expand to, so that every evaluation is short and no walk is deep.
  static let largestSize = 20_000
  static let largestDepth = 120

  /// A row that `where` sees: its fields bare, or behind its variable.
  struct RowScope {
    var variable: String?
    var type: FactType
  }

  /// After which a withdrawal takes effect; nil for at once.
  let withdrawal: Term?

  /// A lowering for one body.
  ///
  /// - Parameters:
  ///   - compiler: what all policies share.
  ///   - unit: the policy that writes the body.
  ///   - depth: how deep the body nests in what uses it.
  ///   - withdrawal: when a withdrawal takes effect by the rule itself; nil for the policy's default.
  init(compiler: Compiler, unit: PolicyUnit, depth: Int = 0, withdrawal: Term? = nil) {
    self.compiler = compiler
    self.unit = unit
    self.withdrawal = withdrawal ?? unit.withdrawal
    self.depth = depth
    greatestDepth = depth
  }

  var reporter: Reporter { compiler.reporter }

  /// Lowers an expression; bare words and codes are read by the type that the context expects.
  func value(_ syntax: ExpressionSyntax, expecting expected: FactType? = nil) -> Typed? {
    guard enter(size: 1, depth: 1, at: syntax.range) else { return nil }
    defer { depth -= 1 }
    switch syntax {
    case .missing: return nil
    case .literal(let literal, let range): return lower(literal, range)
    case .name(let name): return lower(name, expecting: expected)
    case .this(let word, let range): return lowerThis(word, range)
    case .brackets(let inner, let range):
      return value(inner, expecting: expected).map { inner in
        Typed(expression: inner.expression, type: inner.type, range: range)
      }
    case .not(let operand, let range):
      return predicate(operand).map { truth(.not($0), range) }
    case .and(let operands, _, let range):
      return predicates(operands).map { truth(.all($0), range) }
    case .or(let operands, let words, let range):
      return lowerOr(operands, words, range)
    case .relation(let left, let relation, let range):
      return lowerRelation(left, relation, range)
    case .sum(let left, let plus, let right, let range):
      return lowerSum(left, plus: plus, right, range)
    case .quantified(let quantifier, let range):
      return lowerQuantified(quantifier, range)
    case .count(let variable, let list, let condition, let range):
      return lowerCount(variable, list, condition, range)
    case .latest(let field, let list, let condition, let range):
      return lowerLatest(field, list, condition, range)
    case .laterOf(let operands, let range):
      return moments(operands).map { Typed(expression: .latest($0), type: .moment, range: range) }
    case .earlierOf(let operands, let range):
      return moments(operands).map { Typed(expression: .earliest($0), type: .moment, range: range) }
    case .length(let operand, let range): return lowerLength(operand, range)
    case .share(let predicate, let range): return lowerShare(predicate, range)
    case .verb(let verb, let range):
      return lowerVerb(verb, range).map { truth(traced(.expression, range, $0), range) }
    }
  }

  /// Lowers an expression that must be true or false.
  func predicate(_ syntax: ExpressionSyntax) -> Expression? {
    guard let value = value(syntax) else { return nil }
    switch value.type {
    case .truth: return value.expression
    default:
      reporter.report(
        .notPredicate, unit.source, value.range,
        "`\(words(value.range))` is \(value.type.described), not true or false",
        help: "compare it: `is`, `is one of`, `at most`, `before`, `is given` …")
      return nil
    }
  }

  /// Lowers several predicates; reports what is wrong with each.
  func predicates(_ operands: [ExpressionSyntax]) -> [Expression]? {
    let lowered = operands.map(predicate)
    let found = lowered.compactMap { $0 }
    return found.count == lowered.count ? found : nil
  }

  /// Counts what is being lowered; reports, and returns false, where it grows beyond the bounds.
  func enter(size added: Int, depth deeper: Int, at range: SourceRange) -> Bool {
    size += added
    guard size <= Self.largestSize, depth + deeper <= Self.largestDepth else {
      guard !isTooLarge else { return false }
      isTooLarge = true
      reporter.report(
        .expansionTooLarge, unit.source, range,
        "with the definitions that it uses, this grows beyond \(Self.largestSize) expressions or \(Self.largestDepth) levels",
        help: "name fewer definitions within each other")
      return false
    }
    depth += deeper
    greatestDepth = max(greatestDepth, depth)
    return true
  }

  /// Counts the use of a definition that was lowered before.
  func use(_ lowered: DefinedValue.Lowered, at range: SourceRange) -> Bool {
    guard enter(size: lowered.size, depth: lowered.depth, at: range) else { return false }
    depth -= lowered.depth
    return true
  }

  /// The words of the policy in a range, on one line.
  func words(_ range: SourceRange) -> String { unit.source.words(in: range) }

  func truth(_ expression: Expression, _ range: SourceRange) -> Typed {
    Typed(expression: expression, type: .truth, range: range)
  }

  /// An expression with the place in the policy from which it was lowered.
  func traced(_ kind: Trace.Kind, _ range: SourceRange, _ expression: Expression) -> Expression {
    .traced(Trace(kind: kind, text: words(range), location: unit.location(range)), expression)
  }

  /// Lowers something that sees one more row.
  func inRow<Result>(
    _ type: FactType, named variable: String? = nil, _ body: () -> Result
  ) -> Result {
    rows.append(RowScope(variable: variable, type: type))
    defer { rows.removeLast() }
    return body()
  }
}
