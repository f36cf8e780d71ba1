import FenceCore
import Outreach

/// What a missing fact would change of the permitted time, in words and for machines.
extension Page {
  /// Writes how much longer a step would be permitted if the clock were known; days are the first on which it is.
  mutating func widening(_ widening: Widening, now permitted: [TimeSpan], _ times: TimeText) {
    paragraph(
      "longer with \(WideningText.either(widening.facts)): \(WideningText.hours(permitted.length)) are permitted now",
      indent: 2, hanging: 2, .doubtful)
    let shown = widening.clocks.prefix(6)
    table(
      shown.map { clock in
        let zone = clock.zones[0]
        let others = clock.zones.count > 1 ? " and \(clock.zones.count - 1) alike" : ""
        return [
          Cell(zone + others), Cell(WideningText.hours(clock.permitted.length)),
          Cell(WideningText.firstDay(clock.permitted, now: permitted, zone: zone, times)),
        ]
      }, indent: 4)
    let rest = widening.clocks.count - shown.count
    if rest > 0 { paragraph("and \(counted(rest, "other clock"))", indent: 4) }
  }
}

extension JSONWriter {
  /// Writes what knowing the clock would change; `null` if nothing.
  mutating func widening(_ widening: Widening?, now permitted: [TimeSpan]) {
    key("widening")
    guard let widening else { return null() }
    object {
      $0.member("facts", widening.facts)
      $0.member("permitted_minutes", Int(permitted.length / 60_000))
      $0.key("clocks")
      $0.array(widening.clocks) { writer, clock in
        writer.object {
          $0.member("zones", clock.zones)
          $0.member("permitted_minutes", Int(clock.permitted.length / 60_000))
          $0.key("permitted")
          $0.spans(clock.permitted)
        }
      }
    }
  }
}

enum WideningText {
  /// `contact.time_zone, contact.region or contact.postal_code`.
  static func either(_ facts: [String]) -> String {
    guard let last = facts.last, facts.count > 1 else { return facts.first ?? "" }
    return facts.dropLast().joined(separator: ", ") + " or \(last)"
  }

  /// `1 h`, `1 h to 3 h`.
  static func hours(_ range: ClosedRange<Int64>) -> String {
    range.lowerBound == range.upperBound
      ? hours(range.lowerBound) : "\(hours(range.lowerBound)) to \(hours(range.upperBound))"
  }

  /// `13 h`, `2 h 30 min`.
  static func hours(_ milliseconds: Int64) -> String {
    let minutes = Int(milliseconds / 60_000)
    let (hours, rest) = (minutes / 60, minutes % 60)
    if hours == 0 { return "\(rest) min" }
    return rest == 0 ? "\(grouped(hours)) h" : "\(grouped(hours)) h \(rest) min"
  }

  /// `Mon 2026-03-02 08:00 to 20:00 instead of 09:00 to 20:00`, by the first span that is longer than now.
  static func firstDay(
    _ alone: [TimeSpan], now permitted: [TimeSpan], zone: String, _ times: TimeText
  ) -> String {
    guard let span = alone.first(where: { !permitted.contains($0) }) ?? alone.first else {
      return "at no time"
    }
    let inside = permitted.compactMap { other -> TimeSpan? in
      let (from, to) = (max(span.from, other.from), min(span.to, other.to))
      return from < to ? TimeSpan(from: from, to: to) : nil
    }
    let day = times.local(span, zone: zone)
    guard !inside.contains(span) else { return "\(day), as now" }
    let now = inside.map { times.local($0, zone: zone).dropFirst(15) }.joined(separator: ", ")
    return "\(day) instead of \(now.isEmpty ? "no time" : now)"
  }
}
