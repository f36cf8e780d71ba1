import FenceDiagnostics
import FenceSyntax
import Outreach

extension PolicyAssembly {
  /// Rules of one name are versions: their periods must not overlap, and gaps between them are doubtful.
  func checkVersions() {
    for (_, versions) in unit.rules.sorted(by: { $0.key < $1.key }) where versions.count > 1 {
      let periods = versions.compactMap { declaration -> Version? in
        let draft = RuleDraft(declaration.clauses)
        guard let name = declaration.name else { return nil }
        return Version(
          name: name, from: (draft.from ?? header.from)?.value,
          until: (draft.until ?? header.until)?.value)
      }.sorted { ($0.from ?? .earliest) < ($1.from ?? .earliest) }
      for (earlier, later) in zip(periods, periods.dropFirst()) { check(earlier, later) }
    }
  }

  private struct Version {
    var name: NameSyntax
    var from: CivilDate?
    var until: CivilDate?
  }

  private func check(_ earlier: Version, _ later: Version) {
    guard let from = later.from, let until = earlier.until, until < from else {
      reporter.report(
        .overlappingVersions, unit.source, later.name.range,
        "two versions of `\(later.name.text)` are in force at the same time",
        secondary: [unit.label(earlier.name.range, "the other version")],
        help: later.from.map { "end the earlier one with `until \($0.adding(days: -1))`" }
          ?? "give each version its `from` and `until`, or another name")
      return
    }
    guard until.adding(days: 1) < from else { return }
    reporter.report(
      .versionGap, unit.source, later.name.range,
      "no version of `\(later.name.text)` is in force from \(until.adding(days: 1)) to \(from.adding(days: -1))",
      secondary: [unit.label(earlier.name.range, "the earlier version")])
  }
}
