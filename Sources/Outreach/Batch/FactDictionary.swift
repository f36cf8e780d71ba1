/// The distinct values of a column, by small numbers.
///
/// INVARIANT: 0 is unknown and 1 is none in every dictionary; a number once given keeps its value.
public final class FactDictionary {
  /// The values by number.
  public private(set) var values: [FactValue] = [.unknown, .none]
  private var numbers: [FactValue: UInt16] = [.unknown: 0, .none: 1]

  /// The number of a fact that nobody supplied.
  public static let unknown: UInt16 = 0
  /// The number of a fact that is known to be none.
  public static let none: UInt16 = 1
  /// The number that stands for every value once a column holds too many: only the judge knows them.
  public static let beyond: UInt16 = .max

  /// How many values are numbered; columns of free text hold more, and none of them twice.
  static let limit = 60_000

  /// Makes a dictionary of unknown and none.
  public init() {}

  /// The number of a value; `beyond` for a new one where the dictionary is full.
  public func number(of value: FactValue) -> UInt16 {
    if let known = numbers[value] { return known }
    guard values.count < FactDictionary.limit else { return FactDictionary.beyond }
    let number = UInt16(values.count)
    values.append(value)
    numbers[value] = number
    return number
  }
}
