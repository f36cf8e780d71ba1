import FenceCore
import Outreach

extension JSONWriter {
  /// Writes what has to be known of a part to add it up.
  mutating func part(_ part: ReportPart, _ masking: Masking) {
    object {
      $0.member("format", ReportPart.format)
      $0.member("plan", part.basis.plan)
      $0.member("only", part.basis.only)
      $0.member("skip", part.basis.skip)
      $0.member("key", part.key)
      $0.member("all_policies", part.hasAllPolicies)
      $0.member("files", part.contacts)
      $0.member("input_lines", part.inputLines)
      $0.member("readable", part.readable)
      $0.member("damaged", part.damaged)
      $0.member("unnumbered", part.unnumbered)
      $0.member("unjudged", part.list.isEmpty)
      $0.key("shares")
      $0.array(part.list.shares) { writer, share in
        writer.object {
          $0.member("yes", share.yes)
          $0.member("no", share.no)
          $0.member("unknown", share.unknown)
        }
      }
      $0.key("counts")
      $0.object { $0.partCounts(part.summary, masking) }
    }
  }

  private mutating func partCounts(_ summary: CheckSummary, _ masking: Masking) {
    member("contacts", summary.contacts)
    member("attempts", summary.attempts)
    member("bad_records", summary.badRecords)
    key("decisions")
    decisions(summary.decisions)
    key("steps")
    array(summary.steps) { $0.decisions($1.decisions) }
    counts("missing", summary.missing)
    counts("outside", summary.outsideTargets)
    key("whereabouts")
    object { $0.partWhereabouts(summary) }
    key("segments")
    array(summary.segments.sorted { $0.key < $1.key }) { writer, entry in
      writer.object {
        $0.member("segment", entry.key)
        $0.member("members", entry.value.members)
        $0.member("unproven", entry.value.unproven)
      }
    }
    key("bad")
    array(summary.firstBadRecords) { $0.badRecord($1, masking) }
    key("rules")
    array(summary.rules.sorted { $0.key < $1.key }) { $0.ruleCount($1.value, masking) }
    key("plan_findings")
    array(summary.planFindings) { writer, entry in
      writer.object {
        $0.member("step", entry.step)
        $0.key("finding")
        $0.partFinding(entry.finding)
      }
    }
    key("plan_excused")
    let excused = summary.planExcused.sorted {
      ($0.key.step, $0.key.rule) < ($1.key.step, $1.key.rule)
    }
    array(excused) { writer, entry in
      writer.object {
        $0.member("step", entry.key.step)
        $0.member("rule", entry.key.rule)
        $0.member("verdict", entry.value.rawValue)
      }
    }
  }

  private mutating func decisions(_ counts: [Decision: Int]) {
    object { writer in
      for decision in Decision.allCases { writer.member(decision.rawValue, counts[decision] ?? 0) }
    }
  }

  private mutating func counts(_ name: String, _ counts: [String: Int]) {
    key(name)
    array(counts.sorted { $0.key < $1.key }) { writer, entry in
      writer.object {
        $0.member("name", entry.key)
        $0.member("count", entry.value)
      }
    }
  }

  private mutating func badRecord(_ bad: UnreadableRecord, _ masking: Masking) {
    object {
      $0.member("id", bad.id.map(masking.text))
      $0.member("file", bad.file)
      $0.member("line", bad.line)
      $0.member("column", bad.column)
      $0.member("message", masking.text(bad.message))
    }
  }

  private mutating func ruleCount(_ count: CheckSummary.RuleCount, _ masking: Masking) {
    object {
      $0.key("finding")
      $0.partFinding(count.finding)
      $0.member("fail", count.fail)
      $0.member("unproven", count.unproven)
      $0.member("exempt", count.exempt)
      $0.member("waived", count.waived)
      $0.key("examples")
      $0.array(count.examples) { writer, example in
        writer.object {
          $0.member("id", masking.text(example.id))
          $0.member("phone", masking.number(example.phone))
          $0.member("step", example.step)
          $0.member("verdict", example.verdict.rawValue)
          $0.partOrigin(example.origin)
        }
      }
    }
  }

  private mutating func partFinding(_ finding: Finding) {
    object {
      $0.member("rule", finding.rule)
      $0.member("version", finding.version?.description)
      $0.member("title", finding.title)
      $0.member("verdict", finding.verdict.rawValue)
      $0.member("severity", finding.severity.rawValue)
      $0.member("weak", finding.isWeak)
      $0.member("missing", finding.missing)
      $0.member("message", finding.message)
      $0.member("places", finding.places)
      $0.member("fix", finding.fix)
      $0.member("cite", finding.citations)
      $0.member("link", finding.link)
      $0.partOrigin(finding.origin)
      $0.key("ended_waivers")
      $0.array(finding.endedWaivers) { writer, waiver in
        writer.object {
          $0.member("rule", waiver.rule)
          $0.member("policy", waiver.policy)
          $0.member("until", waiver.until.description)
        }
      }
    }
  }

  private mutating func partOrigin(_ origin: Origin) {
    member("file", Int(origin.file))
    member("line", Int(origin.line))
    member("column", Int(origin.column))
  }
}
