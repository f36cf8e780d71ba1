/// The text with the changes of some fixes made.
///
/// A fix is made whole or not at all: one that touches text that an earlier one changes is left out.
///
/// - Parameters:
///   - fixes: the fixes, those that matter most first.
///   - source: the text to which their ranges belong.
/// - Returns: the new text, invalid UTF-8 repaired.
/// - Complexity: n log n in the number of edits, and linear in the length of the text.
public func applying(_ fixes: [Diagnostic.Fix], to source: SourceText) -> String {
  var accepted: [Diagnostic.Edit] = []
  for fix in fixes {
    let edits = fix.edits.sorted { $0.range.lower < $1.range.lower }
    let isSound = edits.allSatisfy {
      $0.range.lower >= 0 && $0.range.lower <= $0.range.upper
        && $0.range.upper <= source.bytes.count
    }
    let clashes = edits.contains { edit in accepted.contains { overlap($0.range, edit.range) } }
    let clashesWithin = zip(edits, edits.dropFirst()).contains { overlap($0.range, $1.range) }
    if isSound, !clashes, !clashesWithin { accepted += edits }
  }
  accepted.sort { $0.range.lower < $1.range.lower }
  var result: [UInt8] = []
  var offset = 0
  for edit in accepted {
    result += source.bytes[offset..<edit.range.lower]
    result += Array(edit.replacement.utf8)
    offset = edit.range.upper
  }
  result += source.bytes[offset...]
  return String(decoding: result, as: UTF8.self)
}

/// Whether two ranges share a byte or, as points, a place.
private func overlap(_ left: SourceRange, _ right: SourceRange) -> Bool {
  if left == right { return true }
  return left.lower < right.upper && right.lower < left.upper
}
