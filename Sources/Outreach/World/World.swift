/// The world as plain values: zones, numbering and places.
///
/// Filled from compiled tables by `OutreachFacts`.
public struct World: Sendable {
  /// The time zones.
  public var zones: any ZoneSource

  /// The numbering plans.
  public var numbers: any NumberingPlan

  /// Countries, their subdivisions and zones.
  public var places: any Gazetteer

  /// Makes a world.
  public init(zones: any ZoneSource, numbers: any NumberingPlan, places: any Gazetteer) {
    self.zones = zones
    self.numbers = numbers
    self.places = places
  }
}

/// Time zone histories by name.
public protocol ZoneSource: Sendable {
  /// The release of the IANA database, such as `2025b`.
  var version: String { get }

  /// The history of a zone or of one of its aliases; nil if there is none such.
  ///
  /// - Complexity: logarithmic in the number of names, plus once per zone its expansion.
  func history(of name: String) -> ZoneHistory?

  /// Every name, sorted.
  var names: [String] { get }
}

/// What digits tell about a phone number.
public protocol NumberingPlan: Sendable {
  /// Reads a number in international form, or in the national form of `country` if given.
  func analyse(_ number: String, country: String?) -> NumberAnalysis
}

/// What digits tell about a phone number.
public struct NumberAnalysis: Hashable, Sendable {
  /// Whether the number can be assigned under its plan; nil where that cannot be said.
  public var isValid: Bool?

  /// Why it is not valid, in words; nil if it is.
  public var reason: String?

  /// The canonical form, `+13055550142`; nil if the text cannot be read as a number.
  public var e164: String?

  /// The extension that was written behind the number (`x123`); nil if there was none.
  public var extensionDigits: String?

  /// How it is written within its country; nil where that is not known.
  public var national: String?

  /// ISO 3166-1 codes of the countries and territories to which it may belong, sorted.
  public var countries: [String]

  /// The finest places that the digits decide: ISO 3166-2 where they tell, else the countries; sorted.
  public var places: [String]

  /// The kind of line; `unknown` unless the number is valid.
  public var kind: NumberKind

  /// Whether a number of this length exists under its plan, be it assigned or not.
  public var isPossible: Bool

  /// The kinds of line it may be (words of the vocabulary `line`).
  public var lines: WordSet

  /// Names of the zones in which it may ring, sorted.
  public var zones: [String]

  /// The national destination code of a geographic number (the area code under +1); nil if there is none.
  public var areaCode: String?

  /// Makes an analysis.
  public init(
    isValid: Bool?, reason: String?, e164: String?,
    extensionDigits: String? = nil, national: String? = nil,
    countries: [String] = [], places: [String] = [],
    kind: NumberKind = .unknown, isPossible: Bool = false,
    lines: WordSet = WordSet(vocabulary: .line, bits: 0), zones: [String] = [],
    areaCode: String? = nil
  ) {
    self.isValid = isValid
    self.reason = reason
    self.e164 = e164
    self.extensionDigits = extensionDigits
    self.national = national
    self.countries = countries
    self.places = places
    self.kind = kind
    self.isPossible = isPossible
    self.lines = lines
    self.zones = zones
    self.areaCode = areaCode
  }
}

/// Countries, subdivisions, postal codes and their zones.
public protocol Gazetteer: Sendable {
  /// Whether an ISO 3166-1 or 3166-2 code exists.
  func exists(_ code: String) -> Bool

  /// The English name of a place; nil if there is none such.
  func name(of code: String) -> String?

  /// The zones of a place, sorted; a country's are those of all its parts; empty if unknown.
  func zones(of code: String) -> [String]

  /// The subdivision in which one of a lower level lies: `FR-GES` for `FR-57`; nil for one of the first level.
  func parent(of code: String) -> String?

  /// The codes of a country's subdivisions of every level, sorted; empty if it has none.
  func subdivisions(of country: String) -> [String]

  /// The subdivision in which a postal code of a country lies (US ZIP, CA FSA); nil where digits do not tell.
  func subdivision(country: String, postalCode: String) -> String?

  /// Every ISO 3166-1 code, sorted.
  var countries: [String] { get }

  /// The places in which a zone is the time of the clock, sorted ISO 3166-1 codes.
  func countries(inZone zone: String) -> [String]
}
