public import Outreach

/// A form of the report about numbers, written while they pass by.
///
/// The three methods are called in this order, `number` once a number; each returns the bytes to write next.
public protocol NumberReport {
  /// What stands before the first number.
  mutating func start() -> [UInt8]

  /// What one number adds: the text as it was typed, and what it tells.
  mutating func number(_ input: String, _ analysis: NumberAnalysis) -> [UInt8]

  /// What stands after the last number.
  mutating func finish(_ summary: NumberSummary) -> [UInt8]
}

/// How many numbers there were of each kind.
public struct NumberSummary: Hashable, Sendable {
  /// Numbers that can be assigned.
  public private(set) var valid = 0

  /// Numbers of a length that exists, in a range that is not assigned.
  public private(set) var possible = 0

  /// Texts that are no numbers.
  public private(set) var invalid = 0

  /// Texts that cannot be judged: without a country, or with two readings.
  public private(set) var unclear = 0

  /// Counts nothing yet.
  public init() {}

  /// Counts a number.
  public mutating func count(_ analysis: NumberAnalysis) {
    switch NumberVerdict(analysis) {
    case .valid: valid += 1
    case .possible: possible += 1
    case .invalid: invalid += 1
    case .unclear: unclear += 1
    }
  }

  /// How many there were.
  public var all: Int { valid + possible + invalid + unclear }
}

/// What is said of a number in one word.
enum NumberVerdict: String {
  case valid, possible, invalid, unclear

  init(_ analysis: NumberAnalysis) {
    self =
      switch analysis.isValid {
      case true: .valid
      case false: analysis.isPossible ? .possible : .invalid
      default: .unclear
      }
  }
}

extension NumberAnalysis {
  /// The kind of line as reports spell it; nil if it is not known.
  var type: String? { kind == .unknown ? nil : kind.spelling }

  /// The national form with the extension, as it is dialled and written.
  var nationalWithExtension: String? {
    guard let national, let extensionDigits else { return national }
    return "\(national) ext. \(extensionDigits)"
  }
}
