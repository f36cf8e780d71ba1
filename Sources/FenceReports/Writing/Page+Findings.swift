import FenceCore
import Outreach

extension Page {
  /// Begins a part of a report.
  mutating func heading(_ title: String) {
    line()
    line(paint(title, .strong))
  }

  /// Says which policies of the user's own were judged with.
  mutating func policies(_ policies: LoadedPolicies) {
    if !policies.replaced.isEmpty {
      let names = policies.replaced.joined(separator: ", ")
      paragraph("replaced by your own: \(names)", hanging: 2, .doubtful)
    }
    if !policies.added.isEmpty {
      let names = policies.added.joined(separator: ", ")
      paragraph("added by you: \(names)", hanging: 2)
    }
    decisions(in: policies)
  }

  /// One line that names the rule, how it counts and what it found.
  mutating func findingHead(_ finding: Finding, _ what: String) {
    let name = "\(Phrasebook.mark(finding.verdict)) \(finding.rule)"
    var notes: [String] = []
    if finding.severity != .block { notes.append("(\(finding.severity.rawValue))") }
    if finding.isWeak { notes.append("(weak law)") }
    let all = ([name, what] + notes).filter { !$0.isEmpty }
    guard displayWidth(all.joined(separator: "  ")) + 2 > style.width else {
      line(
        "  "
          + ([paint(name, ink(of: finding)), what].filter { !$0.isEmpty }
          + notes.map { paint($0, .faint) }).joined(separator: "  "))
      return
    }
    paragraph(
      all.dropFirst().joined(separator: " "), indent: 2, hanging: 4,
      mark: ("\(name) ", ink(of: finding)))
  }

  /// Title, law, what is missing and what to do.
  mutating func findingBody(_ finding: Finding) {
    paragraph(finding.message ?? finding.title, indent: 6)
    citation(finding, indent: 6)
    if !finding.missing.isEmpty {
      paragraph("missing: \(finding.missing.joined(separator: ", "))", indent: 6, hanging: 9)
    }
    endedWaivers(finding)
    if let fix = finding.fix { paragraph("fix: \(fix)", indent: 6, hanging: 5) }
  }

  /// The waivers of the rule that no longer work.
  mutating func endedWaivers(_ finding: Finding) {
    for waiver in finding.endedWaivers {
      paragraph(waiver.ending, indent: 6, hanging: 2)
    }
  }

  /// The law a finding rests on, with the first link.
  mutating func citation(_ finding: Finding, indent: Int) {
    guard !finding.citations.isEmpty else { return }
    var words = finding.citations.joined(separator: "; ")
    if let link = finding.link { words += "  \(link)" }
    paragraph(words, indent: indent, hanging: 2, .faint)
  }

  /// The colour of a finding: red only where it blocks.
  func ink(of finding: Finding) -> Ink {
    switch finding.verdict {
    case .fail: finding.severity == .block && !finding.isWeak ? .bad : .doubtful
    case .unproven: .doubtful
    default: .good
    }
  }
}

extension Finding {
  /// Whether title, law and fix are shown: not for warnings that only lack facts, of which there are many.
  var deservesRoom: Bool { severity == .block || verdict == .fail }
}
