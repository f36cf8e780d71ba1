/// The known word that the writer most likely meant, if one is near enough.
///
/// Nearness counts insertions, deletions, replacements and swaps of neighbours (Damerau 1964, each place
/// edited once); up to a third of the letters may differ.
///
/// - Parameters:
///   - word: what was written.
///   - candidates: what could have been meant.
/// - Returns: the nearest candidate, the first in the alphabet among equals; nil if none is near.
/// - Complexity: the length of the word times the length of all candidates.
public func didYouMean(_ word: String, among candidates: some Sequence<String>) -> String? {
  let written = Array(word.lowercased().unicodeScalars)
  guard !written.isEmpty, written.count <= 64 else { return nil }
  var best: (word: String, distance: Int)?
  for candidate in candidates where candidate != word {
    let other = Array(candidate.lowercased().unicodeScalars)
    let limit = max(1, max(written.count, other.count) / 3)
    guard other.count <= 64, abs(other.count - written.count) <= limit else { continue }
    let distance = editDistance(written, other)
    guard distance <= limit, distance < max(written.count, other.count) else { continue }
    if let best, (best.distance, best.word) <= (distance, candidate) { continue }
    best = (candidate, distance)
  }
  return best?.word
}

/// The number of edits between two words, swaps of neighbours counted once.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for (row, letter) in left.enumerated() {
    var current = [row + 1]
    for (column, other) in right.enumerated() {
      var cost = min(last[column + 1], current[column]) + 1
      cost = min(cost, last[column] + (letter == other ? 0 : 1))
      if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
        cost = min(cost, beforeLast[column - 1] + 1)
      }
      current.append(cost)
    }
    beforeLast = last
    last = current
  }
  return last[right.count]
}
