import FenceCore
import FenceReports
import FenceSemantics
import FenceWorkspace

/// Changes policies a little, one change at a time, and gathers what no test notices.
struct MutationRunner {
  let console: Console
  let bench: MutationBench
  let accepted: AcceptedChanges

  /// Whether a rule, definition or policy was asked for.
  let isAskedFor: (String) -> Bool

  /// Tries every change; nil if somebody stopped the run.
  func report() -> MutationReport? {
    var policies: [MutationReport.Counts] = []
    var survivors: [MutationReport.Survivor] = []
    var stale = accepted.entries.filter { entry in
      bench.policies.contains { entry.subject.isOf(policy: $0) } && isAskedFor(entry.subject)
    }
    let mutations = bench.mutations.filter { isAskedFor($0.subject) }
    var progress = Progress(console, total: nil)
    for (index, mutation) in mutations.enumerated() {
      if console.environment.isInterrupted() { return nil }
      progress.update(changes: index, of: mutations.count)
      if policies.last?.policy != mutation.policy {
        policies.append(MutationReport.Counts(policy: mutation.policy))
      }
      switch bench.outcome(of: mutation) {
      case .void: continue
      case .noticed: policies[policies.count - 1].noticed += 1
      case .survived(let change):
        let entry = accepted.entries.first { $0.accepts(mutation) }
        stale.removeAll { $0.accepts(mutation) }
        let test = entry == nil ? bench.suggestion(for: mutation, change) : nil
        var survivor = MutationReport.Survivor(mutation, test: test)
        survivor.because = entry?.because
        survivors.append(survivor)
      }
      policies[policies.count - 1].changes += 1
    }
    progress.finish()
    return MutationReport(
      policies: policies, survivors: survivors,
      stale: stale.map {
        MutationReport.Change(subject: $0.subject, clause: $0.clause, instead: $0.instead)
      })
  }
}

extension MutationReport.Survivor {
  fileprivate init(_ mutation: Mutation, test: String?) {
    self.init(
      policy: mutation.policy,
      change: MutationReport.Change(
        subject: mutation.subject, clause: mutation.clause, instead: mutation.instead),
      kind: mutation.kind.rawValue, was: mutation.was, becomes: mutation.becomes,
      file: mutation.location.file, line: mutation.location.line, test: test)
  }
}

extension String {
  /// Whether the subject of a change belongs to a policy: `US.dnc`, `US exempt …` or `US` itself.
  fileprivate func isOf(policy: String) -> Bool {
    self == policy || hasPrefix(policy + ".") || hasPrefix(policy + " ")
  }
}
