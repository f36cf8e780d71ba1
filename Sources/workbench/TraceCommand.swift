import FenceDiagnostics
import Foundation

/// Traces the rows of the documents of law to the policies, prints the trace and writes `Policies/trace.txt`.
///
/// - Parameter documents: paths of Markdown files whose tables hold the rows.
/// - Returns: the exit status, 1 if a row is unaccounted for or an id is in no document.
func traceLaw(_ documents: [String]) -> Int32 {
  guard !documents.isEmpty else {
    print("usage: swift run workbench trace DOCUMENT…")
    return 2
  }
  do {
    let rows = try documents.flatMap {
      FactRow.rows(of: try String(contentsOfFile: $0, encoding: .utf8))
    }
    let folder = URL(filePath: FileManager.default.currentDirectoryPath).appending(path: "Policies")
    let reasons = try String(
      contentsOf: folder.appending(path: "not-applicable.txt"), encoding: .utf8)
    let files = try policyFiles(under: folder).map {
      SourceText(name: $0.path, bytes: Array($0.text.utf8))
    }
    let trace = Trace(
      rows: rows, mentions: RowMentions(files), reasons: Trace.reasons(in: reasons))
    for line in trace.lines {
      let carried = line.carriers.isEmpty ? nil : line.carriers.joined(separator: ", ")
      let answer =
        carried ?? line.reason.map { "not applicable: \($0)" } ?? "UNACCOUNTED: \(line.row.topic)"
      print("\(line.row.id): \(answer)")
    }
    for id in trace.strangers { print("\(id): no document has this row") }
    try Data(trace.committed.utf8).write(to: folder.appending(path: "trace.txt"))
    let unaccounted = trace.lines.count(where: \.isUnaccounted)
    let carried = trace.lines.count { !$0.carriers.isEmpty }
    print(
      "\(trace.lines.count) rows: \(carried) carried, \(trace.lines.count - carried - unaccounted)"
        + " not applicable, \(unaccounted) unaccounted for; \(trace.strangers.count) unknown ids")
    return unaccounted == 0 && trace.strangers.isEmpty ? 0 : 1
  } catch {
    print("error: \(error.localizedDescription)")
    return 1
  }
}
