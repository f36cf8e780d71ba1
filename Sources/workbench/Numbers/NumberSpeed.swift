import Foundation
import Outreach
import OutreachFacts

/// Prints how long reading a number takes; returns the exit status.
///
/// `arguments` are a fixture of `oracle.py`, and a file for a million numbers, one a line, for runs of the program.
func timeNumbers(_ arguments: [String]) -> Int32 {
  guard arguments.count == 2,
    let lines = try? String(contentsOfFile: arguments[0], encoding: .utf8).split(separator: "\n")
  else {
    print("usage: Tests/Benchmarks/numbers.sh")
    return 2
  }
  let fields = lines.map { $0.split(separator: "\t") }
  let valid = fields.filter { $0.first == "n" && $0[2] != "-" }
  var dice = SplitMix64(seed: 2026)
  // A million numbers, few of them alike: the last two digits are drawn.
  let canonical = (0..<1_000_000).map { index in
    let digits = valid[index % valid.count][1]
    return "+\(digits.dropLast(2))\(dice.next() % 90 + 10)"
  }
  let typed = fields.filter { $0.first == "t" && $0[3] != "-" }
  let forms = (0..<1_000_000).map { index in typed[index % typed.count] }
  do {
    try canonical.joined(separator: "\n").appending("\n")
      .write(toFile: arguments[1], atomically: true, encoding: .utf8)
  } catch {
    print("the numbers cannot be written: \(error)")
    return 1
  }
  let numbering = CompiledNumbering()
  report("international form", canonical.map { ($0, .notGiven) }, numbering)
  report(
    "as people type them, all forms and countries",
    forms.map {
      (String($0[2]), numbering.dialledCountry($0[1] == "-" ? nil : String($0[1])))
    }, numbering)
  return 0
}

/// Prints the best of five runs, in nanoseconds a number.
private func report(
  _ name: String, _ texts: [(text: String, country: DialledCountry)], _ numbering: CompiledNumbering
) {
  var bytes: [UInt8] = []
  var ends: [Int] = []
  let countries = texts.map(\.country)
  for text in texts {
    bytes += text.text.utf8
    ends.append(bytes.count)
  }
  var best = Double.infinity
  var valid = 0
  for _ in 0..<5 {
    valid = 0
    let start = processorTime()
    bytes.withUnsafeBytes { all in
      var begin = 0
      for (index, end) in ends.enumerated() {
        let text = UnsafeRawBufferPointer(rebasing: all[begin..<end])
        if numbering.read(text, country: countries[index]).problem == .none { valid += 1 }
        begin = end
      }
    }
    best = min(best, processorTime() - start)
  }
  let nanoseconds = Int((best / Double(texts.count)).rounded())
  print("\(name): \(nanoseconds) ns a number, \(valid) of \(texts.count) valid")
}

/// The processor's time of this process in nanoseconds, which others on the machine do not lengthen.
private func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
}
