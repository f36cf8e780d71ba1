import FenceCore
import FenceDiagnostics
import Outreach

/// A lowered expression with its type and the place where it was written.
struct Typed {
  var expression: Expression
  var type: FactType
  var range: SourceRange

  /// The value, if the expression is one written out.
  var constant: FactValue? {
    if case .constant(let value) = expression { return value }
    return nil
  }
}
