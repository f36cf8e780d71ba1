public import FenceCore
public import Outreach

/// When each step would be allowed for the contacts asked about.
public struct WhenReport: Sendable {
  let run: RunDescription
  let period: TimeSpan
  let entries: [Entry]
  let masking: Masking
  let times: TimeText

  /// Makes a report.
  ///
  /// - Parameters:
  ///   - run: what was judged with what.
  ///   - period: the time looked at.
  ///   - entries: the records that were asked about, in the order of the files.
  ///   - masking: what is hidden.
  ///   - zones: tell local time.
  public init(
    run: RunDescription, period: TimeSpan, entries: [Entry], masking: Masking,
    zones: any ZoneSource
  ) {
    self.run = run
    self.period = period
    self.entries = entries
    self.masking = masking
    times = TimeText(zones: zones)
  }

  /// One record with the times of its steps.
  public struct Entry: Sendable {
    /// Whom it is about.
    public var contact: ExplainReport.Contact

    /// The clock on which spans are told.
    public var zone: String

    /// The spans, in plan order.
    public var steps: [Step]

    /// Makes an entry.
    public init(contact: ExplainReport.Contact, zone: String, steps: [Step]) {
      self.contact = contact
      self.zone = zone
      self.steps = steps
    }
  }

  /// When one step would be allowed.
  public struct Step: Sendable {
    /// The step's id.
    public var id: String

    /// Its channel; nil if the plan does not say.
    public var channel: String?

    /// The spans in which every block-severity rule holds.
    public var permitted: [TimeSpan]

    /// How much longer it would be permitted if the clock were known; nil if it would not.
    public var widening: Widening?

    /// The rules that stand against it at the step's own time.
    public var against: [Finding]

    /// Makes an entry.
    public init(
      id: String, channel: String?, permitted: [TimeSpan], widening: Widening? = nil,
      against: [Finding]
    ) {
      self.widening = widening
      self.id = id
      self.channel = channel
      self.permitted = permitted
      self.against = against
    }
  }

  /// Whether every step would be allowed at some time of the period.
  public var isPossible: Bool { entries.flatMap(\.steps).allSatisfy { !$0.permitted.isEmpty } }

  /// The report for people: local time where the recipient is.
  public func text(_ style: PageStyle) -> [UInt8] {
    var page = Page(style)
    for entry in entries {
      if !page.text.isEmpty { page.line() }
      write(entry, to: &page)
    }
    page.closingDecisions(in: run.policies)
    return page.bytes
  }

  private func write(_ entry: Entry, to page: inout Page) {
    let (contact, zone) = (entry.contact, entry.zone)
    let number =
      contact.phone.isEmpty ? "a contact without a number" : masking.number(contact.phone)
    let id = contact.id.isEmpty ? "" : " (\(masking.text(contact.id)))"
    page.line("\(page.paint("\(number)\(id)", .strong)), times in \(zone)")
    page.line(
      page.paint(
        "from \(times.local(period.from, zone: zone)) to \(times.local(period.to, zone: zone))",
        .faint))
    for step in entry.steps {
      page.heading(step.id + (step.channel.map { " (\($0))" } ?? ""))
      for span in step.permitted { page.line("  \(times.local(span, zone: zone))") }
      if let widening = step.widening { page.widening(widening, now: step.permitted, times) }
      guard step.permitted.isEmpty else { continue }
      page.line("  \(page.paint("at no time in this period", .bad))")
      if step.against.isEmpty {
        page.paragraph(
          "nothing stands against it at the time that the plan gives; `--now` begins elsewhere",
          indent: 6, .faint)
      }
      for finding in step.against {
        page.findingHead(finding, finding.title)
        if let fix = finding.fix { page.paragraph("fix: \(fix)", indent: 6, hanging: 5) }
      }
    }
  }

  /// The report as one JSON document, `ringfence.when/1`.
  public func json() -> [UInt8] {
    var writer = JSONWriter(isIndented: true)
    writer.object {
      $0.header(run, format: "ringfence.when/1")
      $0.member("from", period.from.rfc3339())
      $0.member("to", period.to.rfc3339())
      $0.key("contacts")
      $0.array(entries) { writer, entry in
        writer.object {
          $0.contact(entry.contact, masking, run)
          $0.member("zone", entry.zone)
          $0.key("steps")
          $0.array(entry.steps) { write($1, to: &$0) }
        }
      }
    }
    return writer.bytes + Array("\n".utf8)
  }

  private func write(_ step: Step, to writer: inout JSONWriter) {
    writer.object {
      $0.member("step", step.id)
      $0.member("channel", step.channel)
      $0.key("permitted")
      $0.spans(step.permitted)
      $0.widening(step.widening, now: step.permitted)
      $0.member("against", step.against.map(\.rule))
    }
  }
}
