import FenceCore
import FenceReports
import FenceSemantics
import FenceWorkspace
import Outreach

/// Changes policies a little, one change at a time, and gathers what no test notices.
struct MutationRunner {
  let console: Console
  let set: PolicySet
  /// The names of the policies that are changed.
  let policies: Set<String>
  let world: World
  let accepted: AcceptedChanges
  let jobs: Int

  /// Whether a rule, definition or policy was asked for.
  let isAskedFor: (String) -> Bool

  /// Tries every change; nil if somebody stopped the run.
  func report() -> MutationReport? {
    let bench = MutationBench(set, policies: policies, world: world)
    var counts: [MutationReport.Counts] = []
    var survivors: [MutationReport.Survivor] = []
    var stale = accepted.entries.filter { entry in
      bench.policies.contains { entry.subject.isOf(policy: $0) } && isAskedFor(entry.subject)
    }
    let mutations = bench.mutations.filter { isAskedFor($0.subject) }
    var progress = Progress(console, total: nil)
    var tried = 0
    tryOut(mutations) { mutation, outcome in
      guard !console.environment.isInterrupted() else { return false }
      progress.update(changes: tried, of: mutations.count)
      tried += 1
      if counts.last?.policy != mutation.policy {
        counts.append(MutationReport.Counts(policy: mutation.policy))
      }
      switch outcome {
      case .void: return true
      case .noticed: counts[counts.count - 1].noticed += 1
      case .survived(let survivor):
        stale.removeAll { $0.accepts(mutation) }
        survivors.append(survivor)
      }
      counts[counts.count - 1].changes += 1
      return true
    }
    progress.finish()
    guard tried == mutations.count else { return nil }
    return MutationReport(
      policies: counts, survivors: survivors,
      stale: stale.map {
        MutationReport.Change(subject: $0.subject, clause: $0.clause, instead: $0.instead)
      })
  }

  /// What became of a change.
  private enum Outcome: Sendable {
    case void
    case noticed
    case survived(MutationReport.Survivor)
  }

  /// Tries changes on as many threads as there are jobs, each with policies of its own to change.
  private func tryOut(_ mutations: [Mutation], take: (Mutation, Outcome) -> Bool) {
    let (set, policies, world, accepted) = (set, policies, world, accepted)
    workInOrder(mutations, threads: jobs) {
      let bench = MutationBench(set, policies: policies, world: world)
      return { mutation in
        switch bench.outcome(of: mutation) {
        case .void: return (mutation, Outcome.void)
        case .noticed: return (mutation, Outcome.noticed)
        case .survived(let change):
          let entry = accepted.entries.first { $0.accepts(mutation) }
          let test = entry == nil ? bench.suggestion(for: mutation, change) : nil
          var survivor = MutationReport.Survivor(mutation, test: test)
          survivor.because = entry?.because
          return (mutation, Outcome.survived(survivor))
        }
      }
    } take: {
      take($0, $1)
    }
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
