import Foundation

/// Compares numbers and typed forms with the pinned library, drawn anew; returns the exit status.
///
/// `arguments` are how many, and the seed from which they are drawn.
func compareNumbers(_ arguments: [String]) -> Int32 {
  if arguments.first == "time" { return timeNumbers(Array(arguments.dropFirst())) }
  let count = arguments.first.map { Int($0) } ?? 20_000
  let seed = arguments.dropFirst().first.map { Int($0) } ?? 2026
  guard let count, let seed, count > 0 else {
    print("usage: swift run -c release workbench numbers [COUNT [SEED]]")
    return 2
  }
  do {
    let oracle = try PinnedPackages()
    defer { oracle.remove() }
    return try compareNumbers(count, seed, oracle) ? 0 : 1
  } catch {
    print("the library cannot be asked: \(error)")
    return 1
  }
}

private func compareNumbers(_ count: Int, _ seed: Int, _ oracle: PinnedPackages) throws -> Bool {
  let differences = try String(
    contentsOf: PinnedPackages.sources.appending(path: "Numbering/differences.txt"), encoding: .utf8
  )
  var agreement = NumberAgreement(differences: differences)
  var left = count
  // In pieces, so that the lines of millions need not be kept.
  for piece in 0... where left > 0 {
    let size = min(left, 50_000)
    let lines = try oracle.output(of: "Numbering/oracle.py", "\(size)", "\(seed + piece)")
    for line in lines.split(separator: "\n").dropFirst() { agreement.compare(line) }
    left -= size
    if left == 0 { break }
  }
  print(agreement.summary)
  for difference in agreement.differences.prefix(20) { print("  " + difference) }
  return agreement.differences.isEmpty
}
