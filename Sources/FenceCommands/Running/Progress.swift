import Outreach

/// Tells a terminal how far a long run has come: records, rate, time left.
struct Progress {
  private let console: Console
  private let total: Int?
  private let began: Instant
  private var shown: Instant?
  private var untilNextLook = Progress.pace

  init(_ console: Console, total: Int?) {
    self.console = console
    self.total = total
    began = console.environment.now()
  }

  /// Shows how many contacts are judged.
  mutating func update(records: Int, bytes: Int) {
    guard let elapsed = elapsed(pace: Progress.pace) else { return }
    var line = "\(records) contacts, \(Int64(records) * 1000 / elapsed) a second"
    if let total, bytes > 0, total > bytes {
      let left = Int64(total - bytes) * elapsed / Int64(bytes) / 1000
      line += ", \(left) s left"
    }
    console.status(line)
  }

  /// Shows how many changes of policies are tried.
  mutating func update(changes: Int, of all: Int) {
    guard elapsed(pace: 1) != nil else { return }
    console.status("\(changes) of \(all) changes")
  }

  /// The milliseconds since the beginning, if it is time to show the state: at most twice a second and not within
  /// the first; the clock is looked at every so many calls.
  private mutating func elapsed(pace: Int) -> Int64? {
    guard console.environment.errorsAreTerminal, !console.isQuiet else { return nil }
    untilNextLook -= 1
    guard untilNextLook <= 0 else { return nil }
    untilNextLook = pace
    let now = console.environment.now()
    let elapsed = now.milliseconds - began.milliseconds
    guard elapsed > 1000, now.milliseconds - (shown?.milliseconds ?? 0) > 500 else { return nil }
    shown = now
    return elapsed
  }

  /// Removes the line.
  func finish() { if shown != nil { console.status("") } }

  /// Records between two looks at the clock.
  private static let pace = 64
}
