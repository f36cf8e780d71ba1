import Outreach

/// What digits alone tell of a phone number.
///
/// ```swift
/// let number = PhoneNumber("(305) 555-0142", country: "US")
/// print(number.isValid == true, number.e164 ?? "", number.places)
/// ```
public struct PhoneNumber: Hashable, Sendable {
  /// Whether it can be assigned under its plan; nil where the plan is not in the tables.
  public let isValid: Bool?

  /// Why it is not valid, in words; nil if it is.
  public let reason: String?

  /// The canonical form, such as `+13055550142`; nil if the text cannot be read as a number.
  public let e164: String?

  /// How it is written within its country; nil where that is not known.
  public let national: String?

  /// ISO 3166-1 codes of the countries to which it may belong, sorted.
  public let countries: [String]

  /// The finest places that the digits decide, ISO 3166-2 where they tell, sorted.
  public let places: [String]

  /// The kinds of line it may be, such as `mobile`, `fixed` and `toll_free`.
  public let lines: [String]

  /// The IANA time zones in which it may ring, sorted.
  public let zones: [String]

  /// Analyses a number in any spelling.
  ///
  /// - Parameters:
  ///   - text: the number, with or without its country code.
  ///   - country: the ISO 3166-1 code of the country in whose national form it may be written.
  public init(_ text: String, country: String? = nil) {
    let analysis = world.numbers.analyse(text, country: country)
    isValid = analysis.isValid
    reason = analysis.reason
    e164 = analysis.e164
    national = analysis.national
    countries = analysis.countries
    places = analysis.places
    lines = analysis.lines.words.map(\.spelling)
    zones = analysis.zones
  }
}
