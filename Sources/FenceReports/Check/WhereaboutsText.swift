import FenceCore

/// What decided the contacts' places and clocks, in tables of words.
///
/// Text and Markdown show the same rows; the first is the heading.
struct WhereaboutsText {
  let tally: WhereaboutsTally
  let steps: [CheckSummary.StepCount]

  init(_ summary: CheckSummary) {
    tally = summary.whereabouts.settled
    steps = summary.steps
  }

  static let evidenceTitle = "What decides place and clock"
  static let evidenceHeader = [
    "contacts", "place from", "clock from", "several places", "several clocks",
  ]

  /// A row for all who are placed by the same evidence.
  var evidence: [[String]] {
    tally.byContacts.map { evidence, count in
      [
        grouped(count.contacts),
        evidence.placeFrom.isEmpty ? "nothing" : evidence.placeFrom.joined(separator: ", "),
        evidence.clockFrom.isEmpty ? "nothing" : evidence.clockFrom,
        grouped(count.onSeveralPlaces), grouped(count.onSeveralClocks),
      ]
    }
  }

  static let conflictTitle = "Evidence that contradicts itself"

  /// How many contacts, and which facts.
  var conflicts: [[String]] {
    tally.conflictsByContacts.map { [grouped($0.contacts), $0.conflict.sentence] }
  }

  static let gainTitle =
    "Longer permitted hours if the clock were known, in the 24 hours from the step's start"
  static let gainHeader = ["step", "contacts", "now", "longer by", "in all at least", "with"]

  /// A row for each step and the facts that would tell the clock.
  var gains: [[String]] {
    tally.gains(by: steps).map { key, count in
      [
        key.step, grouped(count.contacts), WideningText.hours(count.permitted),
        WideningText.hours(count.gain), WideningText.hours(count.least),
        WideningText.either(key.facts),
      ]
    }
  }
}

extension Page {
  /// Writes what decided place and clock, what contradicts itself, and what knowing the clock would add.
  mutating func whereabouts(_ summary: CheckSummary) {
    let text = WhereaboutsText(summary)
    rows(
      WhereaboutsText.evidenceTitle, WhereaboutsText.evidenceHeader, text.evidence,
      numbers: [0, 3, 4])
    rows(WhereaboutsText.conflictTitle, nil, text.conflicts, numbers: [0])
    rows(WhereaboutsText.gainTitle, WhereaboutsText.gainHeader, text.gains, numbers: [1])
  }

  private mutating func rows(
    _ title: String, _ header: [String]?, _ rows: [[String]], numbers: Set<Int>
  ) {
    guard !rows.isEmpty else { return }
    heading(title)
    let cells = (header.map { [$0] } ?? []) + rows
    table(
      cells.enumerated().map { number, row in
        let ink: Ink = header != nil && number == 0 ? .faint : .plain
        return row.enumerated().map { column, text in
          numbers.contains(column) ? Cell(right: text) : Cell(text, ink)
        }
      })
  }
}

extension MarkdownPage {
  /// Writes what decided place and clock, what contradicts itself, and what knowing the clock would add.
  mutating func whereabouts(_ summary: CheckSummary) {
    let text = WhereaboutsText(summary)
    rows(
      WhereaboutsText.evidenceTitle, WhereaboutsText.evidenceHeader, text.evidence,
      numbers: [0, 3, 4])
    rows(
      WhereaboutsText.conflictTitle, ["contacts", "what contradicts what"], text.conflicts,
      numbers: [0])
    rows(WhereaboutsText.gainTitle, WhereaboutsText.gainHeader, text.gains, numbers: [1])
  }

  private mutating func rows(
    _ title: String, _ header: [String], _ rows: [[String]], numbers: Set<Int>
  ) {
    guard !rows.isEmpty else { return }
    heading(title, level: 3)
    table(header, rows.map { $0.map(Markdown.text) }, numbers: numbers)
  }
}

extension JSONWriter {
  /// Writes what decided one contact's place and clocks.
  mutating func evidence(of whereabouts: Whereabouts) {
    key("evidence")
    object {
      // Where nothing tells the clock it may be any there is: naming all of them would say no more.
      let evidence = whereabouts.evidence
      $0.evidence(evidence, zones: evidence.zonesFrom.isEmpty ? [] : evidence.zones)
      $0.member("clocks", whereabouts.clocks)
      $0.key("longer_hours")
      $0.array(whereabouts.gains) { writer, gain in
        writer.object {
          $0.member("step", gain.step)
          $0.member("facts", gain.facts)
          $0.minutes("permitted_minutes", gain.permitted)
          $0.minutes("least_more_minutes", gain.least)
          $0.minutes("most_more_minutes", gain.most)
        }
      }
    }
  }

  /// Writes the pieces of evidence, the zones that they leave, and what contradicts itself.
  mutating func evidence(_ evidence: PlaceEvidence, zones: [String]) {
    key("places")
    array(evidence.pieces) { writer, piece in
      writer.object {
        $0.member("fact", piece.fact)
        $0.member("candidates", piece.candidates)
      }
    }
    member("zones", zones)
    member("zones_from", evidence.zonesFrom)
    key("conflicts")
    array(evidence.conflicts) { writer, conflict in
      writer.object { $0.conflict(conflict) }
    }
  }

  /// Writes the contacts by what decided place and clock.
  mutating func evidenceCounts(_ tally: WhereaboutsTally) {
    array(tally.byContacts) { writer, entry in
      writer.object {
        $0.member("place_from", entry.evidence.placeFrom)
        $0.member("clock_from", entry.evidence.clockFrom)
        $0.member("contacts", entry.count.contacts)
        $0.member("several_places", entry.count.onSeveralPlaces)
        $0.member("several_clocks", entry.count.onSeveralClocks)
      }
    }
  }

  /// Writes the contacts by what contradicts what.
  mutating func conflictCounts(_ tally: WhereaboutsTally) {
    array(tally.conflictsByContacts) { writer, entry in
      writer.object {
        $0.conflict(entry.conflict)
        $0.member("contacts", entry.contacts)
      }
    }
  }

  /// Writes the counts of a whole check.
  mutating func whereabouts(_ summary: CheckSummary) {
    let tally = summary.whereabouts.settled
    key("by_evidence")
    evidenceCounts(tally)
    key("conflicts")
    conflictCounts(tally)
    key("longer_hours")
    array(tally.gains(by: summary.steps)) { writer, entry in
      writer.object {
        $0.member("step", entry.key.step)
        $0.member("facts", entry.key.facts)
        $0.member("contacts", entry.count.contacts)
        $0.minutes("least_permitted_minutes", entry.count.permitted.lowerBound)
        $0.minutes("most_permitted_minutes", entry.count.permitted.upperBound)
        $0.minutes("least_more_minutes", entry.count.gain.lowerBound)
        $0.minutes("most_more_minutes", entry.count.gain.upperBound)
        $0.minutes("least_more_minutes_in_all", entry.count.least)
        $0.minutes("most_more_minutes_in_all", entry.count.most)
      }
    }
  }

  private mutating func conflict(_ conflict: PlaceEvidence.Conflict) {
    member("facts", conflict.facts)
    member("place", conflict.isOfPlace)
    member("clock", conflict.isOfClock)
  }

  private mutating func minutes(_ name: String, _ milliseconds: Int64) {
    member(name, Int(milliseconds / 60_000))
  }
}
