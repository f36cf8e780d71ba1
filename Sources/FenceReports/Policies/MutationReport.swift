/// Which small changes of policies no test notices.
public struct MutationReport: Sendable {
  /// The policies that were changed, in the order of the run.
  public var policies: [Counts]

  /// The changes that no test notices, in the order of the text.
  public var survivors: [Survivor]

  /// Accepted changes that tests notice by now, or that no longer exist.
  public var stale: [Change]

  /// Makes a report.
  public init(policies: [Counts], survivors: [Survivor], stale: [Change]) {
    self.policies = policies
    self.survivors = survivors
    self.stale = stale
  }

  /// How many changes of a policy there were.
  public struct Counts: Sendable {
    /// The policy's name.
    public var policy: String
    /// How many changes say something else.
    public var changes = 0
    /// How many of them some test notices.
    public var noticed = 0

    /// Makes counts of nothing yet.
    public init(policy: String) { self.policy = policy }
  }

  /// What a change is known by, wherever it stands in its file.
  public struct Change: Hashable, Sendable {
    /// The id of the rule, definition or register that is changed.
    public var subject: String
    /// The clause as it is written, on one line.
    public var clause: String
    /// What stands instead; empty where the clause is left out.
    public var instead: String

    /// Makes a change.
    public init(subject: String, clause: String, instead: String) {
      self.subject = subject
      self.clause = clause
      self.instead = instead
    }
  }

  /// A change that no test notices.
  public struct Survivor: Sendable {
    /// The policy.
    public var policy: String
    /// What is changed.
    public var change: Change
    /// The kind of the change.
    public var kind: String
    /// The words replaced.
    public var was: String
    /// What stands in their place; empty where they are left out.
    public var becomes: String
    /// The file.
    public var file: String
    /// The line of the words replaced, from 1.
    public var line: Int
    /// A test that notices it, ready to be pasted; nil if none was found.
    public var test: String?
    /// Why it is accepted; nil if it is not.
    public var because: String?

    /// Makes a survivor that nobody has accepted.
    public init(
      policy: String, change: Change, kind: String, was: String, becomes: String, file: String,
      line: Int, test: String?
    ) {
      self.policy = policy
      self.change = change
      self.kind = kind
      self.was = was
      self.becomes = becomes
      self.file = file
      self.line = line
      self.test = test
    }

    /// What no test notices.
    var sentence: String {
      let context = becomes.isEmpty && was == change.clause ? "" : " in `\(excerpt)`"
      if becomes.isEmpty { return "no test notices that `\(was)` is left out\(context)" }
      return "no test notices `\(becomes)` in the place of `\(was)`\(context)"
    }

    /// The words of the clause around what is changed.
    private var excerpt: String {
      let clause = Array(change.clause)
      guard clause.count > 90 else { return change.clause }
      let same = zip(clause, change.instead).prefix { $0 == $1 }.count
      var lower = max(0, min(same, clause.count) - 40)
      var upper = min(clause.count, same + max(40, was.count + 20))
      while lower > 0, clause[lower - 1] != " " { lower -= 1 }
      while upper < clause.count, clause[upper] != " " { upper += 1 }
      return (lower > 0 ? "… " : "") + String(clause[lower..<upper])
        + (upper < clause.count ? " …" : "")
    }
  }

  /// The changes that nobody has accepted.
  var open: [Survivor] { survivors.filter { $0.because == nil } }

  /// Whether every change is noticed or accepted, and every acceptance still needed.
  public var hasPassed: Bool { open.isEmpty && stale.isEmpty }

  /// Writes the report for people: the policy of which most goes unnoticed first.
  func write(to page: inout Page) {
    let ordered = policies.sorted { left, right in
      let (a, b) = (left.noticed * right.changes, right.noticed * left.changes)
      return a == b ? left.policy < right.policy : a < b
    }
    for counts in ordered where counts.changes > 0 {
      page.line("\(page.paint(counts.policy, .strong))  \(sentence(counts))")
      for survivor in open where survivor.policy == counts.policy {
        page.line(
          "  \(survivor.change.subject)  \(page.paint("\(survivor.file):\(survivor.line)", .faint))"
        )
        page.paragraph(survivor.sentence, indent: 4, hanging: 2)
        guard let test = survivor.test else { continue }
        page.line("    this test would:")
        for line in test.split(separator: "\n") { page.line("      \(line)") }
      }
      page.line()
    }
    for change in stale {
      page.paragraph(
        "the acceptance of `\(shortened(change.instead))` for `\(shortened(change.clause))` in \(change.subject) is stale: a test notices it by now, or the clause has changed",
        hanging: 2, .bad)
    }
    var all = Counts(policy: "")
    for counts in policies {
      all.changes += counts.changes
      all.noticed += counts.noticed
    }
    page.line(
      page.paint("mutation: \(sentence(all))", hasPassed ? .good : .bad))
  }

  private func sentence(_ counts: Counts) -> String {
    let accepted = survivors.count {
      $0.because != nil && (counts.policy.isEmpty || $0.policy == counts.policy)
    }
    let rest = counts.changes - counts.noticed - accepted
    let percent = counts.changes == 0 ? 100 : counts.noticed * 100 / counts.changes
    return
      "\(grouped(counts.noticed)) of \(counted(counts.changes, "change")) noticed (\(percent)%)"
      + (accepted > 0 ? ", \(grouped(accepted)) accepted" : "")
      + (rest > 0 ? ", \(grouped(rest)) not" : "")
  }

  /// Writes the report as an object of JSON.
  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.key("policies")
      $0.array(policies) { writer, counts in
        writer.object {
          $0.member("policy", counts.policy)
          $0.member("changes", counts.changes)
          $0.member("noticed", counts.noticed)
        }
      }
      $0.key("survivors")
      $0.array(survivors) { writer, survivor in
        writer.object {
          $0.change(survivor.change)
          $0.member("kind", survivor.kind)
          $0.member("was", survivor.was)
          $0.member("becomes", survivor.becomes)
          $0.member("message", survivor.sentence)
          $0.member("file", survivor.file)
          $0.member("line", survivor.line)
          $0.member("test", survivor.test)
          $0.member("because", survivor.because)
        }
      }
      $0.key("stale")
      $0.array(stale) { writer, change in writer.object { $0.change(change) } }
    }
  }
}

extension JSONWriter {
  /// Writes the members by which a change is known.
  fileprivate mutating func change(_ change: MutationReport.Change) {
    member("subject", change.subject)
    member("clause", change.clause)
    member("instead", change.instead)
  }
}
