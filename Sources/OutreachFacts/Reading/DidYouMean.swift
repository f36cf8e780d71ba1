/// The candidate that differs least from a misspelt word, if it differs in at most a third of its letters.
func didYouMean(_ word: String, among candidates: [String]) -> String? {
  let letters = Array(word.lowercased().utf8.prefix(64))
  let limit = max(1, letters.count / 3)
  return
    candidates
    .map { ($0, distance(letters, Array($0.lowercased().utf8))) }
    .filter { $0.1 <= limit }
    .min { $0.1 < $1.1 }?.0
}

/// The Levenshtein distance of two texts.
private func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var row = Array(0...right.count)
  for (i, a) in left.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, b) in right.enumerated() {
      let cost = min(diagonal + (a == b ? 0 : 1), row[j] + 1, row[j + 1] + 1)
      diagonal = row[j + 1]
      row[j + 1] = cost
    }
  }
  return row[right.count]
}
