import FenceReports
import Outreach

/// Tells a terminal how far a long run has come: records, rate, time left.
struct Progress {
  private let console: Console
  private let total: Int?
  private let began: Instant
  private var shown: Instant?

  init(_ console: Console, total: Int?) {
    self.console = console
    self.total = total
    began = console.environment.now()
  }

  /// Shows how many contacts are judged.
  mutating func update(records: Int, bytes: Int) {
    guard let elapsed = elapsed() else { return }
    var line = "\(records) contacts, \(Int64(records) * 1000 / elapsed) a second"
    if let total, bytes > 0, total > bytes {
      let left = Int64(total - bytes) * elapsed / Int64(bytes) / 1000
      line += ", \(left) s left"
    }
    console.status(line)
  }

  /// Shows how many changes of policies are tried.
  mutating func update(changes: Int, of all: Int) {
    guard elapsed() != nil else { return }
    console.status("\(changes) of \(all) changes")
  }

  /// The milliseconds since the beginning, if it is time to show the state: at most twice a second and not within
  /// the first.
  private mutating func elapsed() -> Int64? {
    guard console.environment.errorsAreTerminal, !console.isQuiet else { return nil }
    let now = console.environment.now()
    let elapsed = now.milliseconds - began.milliseconds
    guard elapsed > 1000, now.milliseconds - (shown?.milliseconds ?? 0) > 500 else { return nil }
    shown = now
    return elapsed
  }

  /// Removes the line.
  func finish() { if shown != nil { console.status("") } }

  /// Says in its place how many contacts there were, at which rate, and the share of which only the judge could tell.
  func finish(records: Int, judgedSingly: Int) {
    finish()
    guard shown != nil, records > 0 else { return }
    let elapsed = max(1, console.environment.now().milliseconds - began.milliseconds)
    let share = (judgedSingly * 1000 + records / 2) / records
    console.remark(
      "\(counted(records, "contact")) in \(elapsed / 1000).\(elapsed % 1000 / 100) s, "
        + "\(Int64(records) * 1000 / elapsed) a second; "
        + "\(share / 10).\(share % 10)% of them judged one by one")
  }
}
