import Outreach
import OutreachFacts

/// Measures how long the compiled zones take to turn an instant into local time, and prints nanoseconds each.
///
/// Instants are random within 2020 to 2035 and zones alternate, as in a list of contacts; the seed is fixed.
///
/// - Returns: the exit status: 1 if a conversion takes longer than 20 ns.
func measureClock() -> Int32 {
  let names = [
    "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles",
    "Europe/London", "Europe/Paris", "Australia/Sydney", "Asia/Kolkata",
  ]
  let source = CompiledZones()
  let zones = names.compactMap { source.history(of: $0) }
  var generator = SplitMix64(seed: 2026)
  let instants = (0..<4096).map { _ in
    Instant(milliseconds: 1_577_836_800_000 + Int64(generator.next() % 504_921_600_000))
  }
  var best = Double.infinity
  var sum = 0
  for _ in 0..<20 {
    let start = ContinuousClock.now
    for _ in 0..<50 {
      for (index, instant) in instants.enumerated() {
        let local = zones[index & 7].local(instant)
        sum &+= local.date.dayNumber &+ local.time.milliseconds
      }
    }
    let elapsed = start.duration(to: .now)
    let nanoseconds =
      Double(elapsed.components.attoseconds) / 1e9
      + Double(elapsed.components.seconds) * 1e9
    best = min(best, nanoseconds / Double(50 * instants.count))
  }
  let rounded = (best * 10).rounded() / 10
  print("instant to local time: \(rounded) ns (best of 20 rounds, check \(sum & 0xFFFF))")
  return best <= 20 ? 0 : 1
}
