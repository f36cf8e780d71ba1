import FenceCore
import FenceReports
import FenceWorkspace

/// A part of a list that is checked by itself, whose report is to be merged with those of the others: `--mergeable`.
final class Shard {
  let keyedHash: KeyedHash
  private let basis: ReportPart.Basis
  private var unnumbered = 0

  /// Nil if no report is to be merged.
  init?(_ workplace: Workplace, _ plan: PlanFile, _ run: RunDescription) throws {
    let arguments = workplace.arguments
    guard let path = arguments.value(.mergeable) else { return nil }
    guard arguments.choice(.format()) == "ndjson" else {
      throw Failure.usage(
        "`--mergeable` goes with `--format ndjson`", hint: "add `--format ndjson`")
    }
    let files = workplace.console.environment.files
    guard let keyedHash = KeyedHash(key: try files.contents(of: path)) else {
      throw Failure.usage(
        "the key in `\(path)` has fewer than \(KeyedHash.fewestBytes) bytes",
        hint: "make one with `head -c 32 /dev/urandom > \(path)` and give it to every part")
    }
    self.keyedHash = keyedHash
    basis = ReportPart.Basis(workplace, plan, run)
  }

  /// What a piece of the list adds to the report: the hashes of its numbers.
  func add(_ result: PieceResult, of file: String) -> [UInt8] {
    unnumbered += result.unnumbered
    guard !result.numbers.isEmpty else { return [] }
    return PartNumbers(file: file, numbers: result.numbers.map { ($0.key, $0.line) }).bytes
  }

  /// The report with what is needed to merge it; the summary is that of the contacts, before the list was judged.
  func report(
    _ run: RunDescription, _ masking: Masking, _ summary: CheckSummary, _ bench: Bench,
    _ contacts: ContactFiles, readable: Set<String>, damaged: Set<String>
  ) -> any CheckReport {
    var report = NDJSONCheckReport(run: run, masking: masking)
    report.part = ReportPart(
      basis: basis, key: keyedHash.mark, hasAllPolicies: bench.hasAll, contacts: contacts.names,
      inputLines: contacts.inputLines, readable: readable.sorted(), damaged: damaged.sorted(),
      unnumbered: unnumbered, list: bench.judge.listCounts, summary: summary)
    return report
  }
}

extension ReportPart.Basis {
  /// On what a run rests.
  init(_ workplace: Workplace, _ plan: PlanFile, _ run: RunDescription) {
    self.init(
      tool: run.tool, policies: run.policies.fingerprint, tzdb: run.tzdb, plan: plan.fingerprint,
      only: workplace.arguments.all(.only).sorted(), skip: workplace.arguments.all(.skip).sorted())
  }
}
