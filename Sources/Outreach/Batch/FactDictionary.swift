/// The distinct values of a column, by small numbers.
///
/// INVARIANT: 0 is unknown and 1 is none in every dictionary; a number once given keeps its value. In one that holds no
/// more than presence, 2 is every other value.
public final class FactDictionary {
  /// The values by number.
  public private(set) var values: [FactValue] = [.unknown, .none]
  private var numbers: [FactValue: UInt16] = [.unknown: 0, .none: 1]

  /// The number of a fact that nobody supplied.
  public static let unknown: UInt16 = 0
  /// The number of a fact that is known to be none.
  public static let none: UInt16 = 1
  /// The number of every value where no more is held than whether there is one.
  public static let present: UInt16 = 2
  /// The number that stands for every value once a column holds too many: only the judge knows them.
  public static let beyond: UInt16 = .max

  /// How many values are numbered; columns of free text hold more, and none of them twice.
  static let limit = 60_000

  private let holdsPresence: Bool

  /// Makes a dictionary of unknown and none.
  ///
  /// - Parameter holdsPresence: whether all other values are one, an empty text.
  public init(holdsPresence: Bool = false) {
    self.holdsPresence = holdsPresence
    if holdsPresence { values.append(.text("")) }
  }

  /// The number of a value; `beyond` for a new one where the dictionary is full.
  public func number(of value: FactValue) -> UInt16 {
    if let known = numbers[value] { return known }
    guard !holdsPresence else { return FactDictionary.present }
    guard values.count < FactDictionary.limit else { return FactDictionary.beyond }
    let number = UInt16(values.count)
    values.append(value)
    numbers[value] = number
    return number
  }
}
