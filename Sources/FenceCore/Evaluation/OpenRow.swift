import Outreach

extension Evaluator {
  /// Whether a condition holds of a row.
  ///
  /// An open row stands for any number of rows like it, or for none: that some row satisfies the condition is then
  /// never certain, that none does may be.
  mutating func holds(_ condition: Expression, of row: Row) -> Truth {
    let truth = withRow(row) { $0.truth(condition) }
    return row.record.isOpen && truth == .yes ? .unknown : truth
  }
}
