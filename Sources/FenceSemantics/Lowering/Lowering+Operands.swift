import FenceCore
import FenceDiagnostics
import FenceSyntax
import Outreach

extension Lowering {
  /// Two sides of a comparison that may be compared.
  struct Pair {
    var left: Expression
    var right: Typed
  }

  /// Lowers the right side of a comparison; reports where its type does not go with the left's.
  ///
  /// With `allowSet`, a set of words may stand where a word of its list may.
  func operand(
    _ syntax: ExpressionSyntax, like left: Typed, allowSet: Bool = false
  ) -> Pair? {
    guard let right = value(syntax, expecting: expectation(left)) else { return nil }
    if right.constant == nil, right.expression == left.expression {
      reportItself(left, right)
      return nil
    }
    if let pair = match(left, right) ?? match(valued(left), valued(right)) { return pair }
    if allowSet, case .words(let set) = right.type, left.type == .word(set) {
      return Pair(left: left.expression, right: right)
    }
    reporter.report(
      .mismatchedTypes, unit.source, right.range,
      "`\(words(left.range))` is \(left.type.described), and `\(words(right.range))` is \(right.type.described)",
      secondary: [unit.label(left.range, left.type.described)],
      help: mismatchHelp(left.type, right.type))
    return nil
  }

  private func reportItself(_ left: Typed, _ right: Typed) {
    let word = words(right.range)
    let isOfAttempt = GlobalFact.ofAttempt[word] != nil && isField(word)
    reporter.report(
      .comparedWithItself, unit.source, right.range,
      "`\(words(left.range))` is compared with itself",
      help: isOfAttempt
        ? "inside `where`, `\(word)` is the row's; the attempt's is `this \(word)`" : nil,
      fix: isOfAttempt ? .write("this \(word)", at: right.range) : nil)
  }

  /// The type by which bare words on the right are read.
  private func expectation(_ left: Typed) -> FactType {
    if case .record(let kind) = left.type, let name = kind.valueField,
      let index = kind.index(of: name)
    {
      return kind.fields[index].type
    }
    return left.type
  }

  /// A record that stands for one of its fields (a metric's rate) as that field; other values unchanged.
  func valued(_ value: Typed) -> Typed {
    guard case .record(let kind) = value.type, let name = kind.valueField,
      let index = kind.index(of: name)
    else { return value }
    let expression: Expression
    if case .fact(var path) = value.expression {
      path.fields.append(index)
      path.name += ".\(name)"
      expression = .fact(path)
    } else {
      expression = .field(value.expression, index)
    }
    return Typed(expression: expression, type: kind.fields[index].type, range: value.range)
  }

  private func match(_ left: Typed, _ right: Typed) -> Pair? {
    switch (left.type, right.type) {
    case (.record, _), (_, .record), (.table, _), (_, .table): return nil
    case (.phone, .text):
      // A number written out is compared as a number.
      guard case .text(let text)? = right.constant else { return nil }
      let phone = Typed(
        expression: .constant(.phone(text)), type: .phone, range: right.range)
      return Pair(left: left.expression, right: phone)
    case (let leftType, let rightType):
      return leftType == rightType ? Pair(left: left.expression, right: right) : nil
    }
  }

  private func mismatchHelp(_ left: FactType, _ right: FactType) -> String? {
    switch (left, right) {
    case (.percentage, .number): "write it with a percent sign, such as `2.1%`"
    case (.number, .percentage): "leave out the percent sign"
    case (.period, .number), (.period, .moment): "write a length of time, such as `30 days`"
    case (.moment, .period):
      "write `within D before T`, or add the length of time to a point in time"
    case (.place, .text): "write a place without quotes, such as `US-FL`"
    case (.choice(let words), .text):
      "its words are written without quotes: \(words.joined(separator: ", "))"
    case (.word(let list), .text), (.words(let list), .text):
      "its words are written without quotes: \(list.words.joined(separator: ", "))"
    default: nil
    }
  }

  /// Two values of a type that has an order.
  func ordered(_ left: Typed, _ right: ExpressionSyntax) -> (Expression, Expression)? {
    let left = valued(left)
    guard left.type.isOrdered else {
      reporter.report(
        .withoutOrder, unit.source, left.range,
        "`\(words(left.range))` is \(left.type.described), which is neither more nor less than another",
        help: orderHelp(left.type))
      return nil
    }
    return operand(right, like: left).map { ($0.left, $0.right.expression) }
  }

  private func orderHelp(_ type: FactType) -> String? {
    switch type {
    case .moment: "points in time are compared by `before`, `after` and `within D before`"
    case .truth:
      "if a count or share is compared, put brackets around it: `(count of x in LIST where …) at most 3`"
    case .list, .words: "compare how many there are: `length of … at most 3`"
    default: nil
    }
  }

  /// Two points in time.
  func points(_ left: Typed, _ right: ExpressionSyntax) -> (Expression, Expression)? {
    let right = value(right, expecting: .moment)
    guard let left = point(left), let right, let other = point(right) else { return nil }
    return (left, other)
  }

  /// A point in time; reports anything else.
  func point(_ value: Typed) -> Expression? {
    if value.type == .moment { return value.expression }
    reporter.report(
      .mismatchedTypes, unit.source, value.range,
      "`\(words(value.range))` is \(value.type.described), and a point in time is needed here",
      help: value.type == .timeOfDay ? "times of day are compared by `<` and `at most`" : nil)
    return nil
  }

  /// Several points in time.
  func moments(_ operands: [ExpressionSyntax]) -> [Expression]? {
    let lowered = operands.map { value($0, expecting: .moment).flatMap(point) }
    let found = lowered.compactMap { $0 }
    return found.count == lowered.count ? found : nil
  }
}
