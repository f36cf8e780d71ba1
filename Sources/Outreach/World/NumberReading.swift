/// What the digits of one phone number tell, small enough to be kept by the million.
///
/// Sets of countries, places and zones are numbers here; the plans that made the reading spell them.
public struct NumberReading: Hashable, Sendable {
  /// The digits of the international form without `+`, as one number; 0 if the text cannot be read as one number.
  public var e164: UInt64 = 0

  /// The extension that was written behind the number, as a number; see `extensionLength`.
  public var extensionValue: UInt32 = 0

  /// The countries and territories to which the number may belong; 0 is none.
  public var countries: UInt16 = 0

  /// The finest places that the digits decide; 0 is none.
  public var places: UInt16 = 0

  /// The zones in which the number may ring; 0 is none.
  public var zones: UInt16 = 0

  /// The calling code; 0 if none was found.
  public var callingCode: UInt16 = 0

  /// Why the number is not valid, if it is not.
  public var problem: NumberProblem = .none

  /// The kind of line; `unknown` unless the number is valid.
  public var kind: NumberKind = .unknown

  /// How many digits were found behind the calling code, or at all where no code was.
  public var digitCount: UInt8 = 0

  /// How many digits the extension has, leading zeros included; 0 if there was none.
  public var extensionLength: UInt8 = 0

  /// Makes a reading of nothing.
  public init() {}

  /// Whether the number can be assigned under its plan; nil where that cannot be said.
  public var isValid: Bool? {
    switch problem {
    case .none: true
    case .noCountry, .noPlan, .ambiguous, .maybeSeveral: nil
    default: false
    }
  }

  /// Whether a number of this length exists under its plan, be it assigned or not.
  public var isPossible: Bool {
    switch problem {
    case .none, .unassigned, .fictional: true
    default: false
    }
  }
}

/// What kind of line a number has, as far as its digits tell.
public enum NumberKind: UInt8, BitwiseCopyable, CaseIterable, Sendable {
  case unknown, fixed, mobile, fixedOrMobile, tollFree, premium, sharedCost, voip, personal, pager,
    uan, voicemail

  /// The kinds of line that it may be (words of the vocabulary `line`).
  public var lines: WordSet {
    let spellings = self == .fixedOrMobile ? ["fixed", "mobile"] : [spelling]
    return WordSet(vocabulary: .line, spellings.compactMap { Vocabulary.line.word($0) })
  }

  /// Its word in reports: `fixed_or_mobile`.
  public var spelling: String {
    switch self {
    case .unknown: "unknown"
    case .fixed: "fixed"
    case .mobile: "mobile"
    case .fixedOrMobile: "fixed_or_mobile"
    case .tollFree: "toll_free"
    case .premium: "premium"
    case .sharedCost: "shared_cost"
    case .voip: "voip"
    case .personal: "personal"
    case .pager: "pager"
    case .uan: "uan"
    case .voicemail: "voicemail"
    }
  }
}

/// Why a text is no valid phone number.
public enum NumberProblem: UInt8, CaseIterable, Sendable {
  /// It is one.
  case none

  // MARK: what was typed
  case empty, tooLong, noNumber, noDigits, severalNumbers, tooManyDigits, placeholders
  case rounded, decimal, signs, letters, parameter

  // MARK: what it might be
  case noCountry, noPlan, ambiguous, maybeSeveral

  // MARK: what the plan says
  case unknownCode, tooFewBehindCode, tooManyBehindCode, wrongLength, noAreaCode, lostZero
  case unassigned, fictional
}

/// The country in whose national form a number may be written, as the plans number it.
public struct DialledCountry: Hashable, Sendable {
  /// The number of the country among the plans.
  public var index: UInt16

  /// Makes a country; callers pass what the plans returned.
  public init(index: UInt16) { self.index = index }

  /// No country was given.
  public static let notGiven = DialledCountry(index: 0)

  /// A country without a numbering plan was given.
  public static let unplanned = DialledCountry(index: .max)
}
