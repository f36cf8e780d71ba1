extension Period {
  /// Reads a length of time as policies write it: `24 months`, `1 year 2 weeks`, `5 minutes`, `10 business days`.
  ///
  /// Returns nil for anything else: clock units and calendar units never mix, and nothing may overflow.
  public init?(text: String) {
    var words = text.split(separator: " ")[...]
    guard !words.isEmpty else { return nil }
    var milliseconds: Int64 = 0
    var parts: [Part] = []
    var isExact = false
    while let number = words.popFirst() {
      guard number.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(number),
        var unit = words.popFirst().map(String.init)
      else { return nil }
      if unit == "business", let days = words.popFirst() { unit += " " + days }
      if let length = Period.milliseconds(of: unit) {
        let (product, tooLong) = Int64(count).multipliedReportingOverflow(by: length)
        let (sum, tooMuch) = milliseconds.addingReportingOverflow(product)
        guard !tooLong, !tooMuch else { return nil }
        milliseconds = sum
        isExact = true
      } else if let unit = Unit(word: unit) {
        parts.append(Part(count: count, unit: unit))
      } else {
        return nil
      }
    }
    guard isExact != !parts.isEmpty else { return nil }
    self = isExact ? .exact(milliseconds: milliseconds) : .calendar(parts)
  }

  private static func milliseconds(of unit: String) -> Int64? {
    switch unit {
    case "hour", "hours": 3_600_000
    case "minute", "minutes": 60_000
    case "second", "seconds": 1000
    default: nil
    }
  }
}

extension Period.Unit {
  /// Makes a unit from its word in the singular or the plural.
  public init?(word: String) {
    self.init(rawValue: word.hasSuffix("s") ? word : word + "s")
  }

  /// The word that belongs to a count: `1 day`, `2 days`.
  public func word(for count: Int) -> String {
    count == 1 ? String(rawValue.dropLast()) : rawValue
  }
}

extension Period: CustomStringConvertible {
  /// The length as policies write it; exact ones in the largest unit that leaves no rest.
  public var description: String {
    switch self {
    case .calendar(let parts):
      return parts.map { "\($0.count) \($0.unit.word(for: $0.count))" }.joined(separator: " ")
    case .exact(let milliseconds):
      for (length, word) in [(Int64(3_600_000), "hour"), (60_000, "minute"), (1000, "second")]
      where milliseconds % length == 0 && (milliseconds != 0 || word == "second") {
        let count = milliseconds / length
        return count == 1 ? "1 \(word)" : "\(count) \(word)s"
      }
      return "\(milliseconds) milliseconds"
    }
  }
}
