/// Which records of a list repeat the number of an earlier one.
public struct RepeatedNumbers: Hashable, Sendable {
  /// How many do.
  public var count = 0
  /// How many records have a number in canonical form.
  public var numbered = 0
  /// How many records have none.
  public var unnumbered = 0
  /// The first of those that repeat one, in the list's order; at most `mostPairs`.
  public var first: [Pair] = []

  /// A record that repeats a number.
  public struct Pair: Hashable, Sendable {
    /// The line on which the number stood first.
    public var line: Int32
    /// The line on which it stands again.
    public var repeatedOn: Int32

    /// Makes a pair.
    public init(line: Int32, repeatedOn: Int32) {
      self.line = line
      self.repeatedOn = repeatedOn
    }
  }

  /// How many pairs are kept.
  public static let mostPairs = 10

  /// Makes the findings of an empty list.
  public init() {}
}

/// Finds repeated numbers in memory: some 30 bytes a number.
public struct NumberMemory: Sendable {
  private var firstLine: [UInt64: Int32] = [:]

  /// What was found so far.
  public private(set) var repeated = RepeatedNumbers()

  /// Makes an empty one.
  public init() {}

  /// Writes down a record.
  ///
  /// - Parameters:
  ///   - key: its number (`ContactJudgement.number`); nil if it has none.
  ///   - line: the line on which it begins.
  public mutating func add(_ key: UInt64?, line: Int32) {
    guard let key else {
      repeated.unnumbered += 1
      return
    }
    repeated.numbered += 1
    guard let first = firstLine[key] else {
      firstLine[key] = line
      return
    }
    repeated.count += 1
    guard repeated.first.count < RepeatedNumbers.mostPairs else { return }
    repeated.first.append(RepeatedNumbers.Pair(line: first, repeatedOn: line))
  }
}
