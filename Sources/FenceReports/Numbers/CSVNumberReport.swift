public import Outreach

/// Numbers as CSV (RFC 4180), a line each; countries, places and zones stand with blanks between them.
public struct CSVNumberReport: NumberReport {
  /// Makes a report.
  public init() {}

  /// The heading.
  public mutating func start() -> [UInt8] {
    CSVTable.line([
      "input", "valid", "reason", "e164", "national", "regions", "places", "type", "zones",
    ])
  }

  /// One number; what is not known is empty.
  public mutating func number(_ input: String, _ analysis: NumberAnalysis) -> [UInt8] {
    CSVTable.line([
      input, analysis.isValid.map { $0 ? "true" : "false" } ?? "", analysis.reason ?? "",
      analysis.isValid == true ? analysis.e164 ?? "" : "", analysis.nationalWithExtension ?? "",
      analysis.countries.joined(separator: " "), analysis.places.joined(separator: " "),
      analysis.type ?? "", analysis.zones.joined(separator: " "),
    ])
  }

  /// Nothing.
  public mutating func finish(_ summary: NumberSummary) -> [UInt8] { [] }
}
