/// A block of memory that grows and is written without checks inside one batch.
public struct BatchBuffer<Element: BitwiseCopyable>: ~Copyable {
  /// The elements; valid up to `capacity`.
  public private(set) var base: UnsafeMutablePointer<Element>
  /// How many elements there is room for.
  public private(set) var capacity: Int

  /// Makes room for so many elements.
  public init(capacity: Int) {
    self.capacity = max(capacity, 64)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  /// Makes room for so many elements, of which the first so many keep their values.
  public mutating func reserve(_ count: Int, keeping kept: Int) {
    guard count > capacity else { return }
    let larger = max(count, capacity * 2)
    let moved = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    moved.update(from: base, count: min(kept, capacity))
    base.deallocate()
    base = moved
    capacity = larger
  }
}

/// What is known of a point in time in a column.
public enum MomentState {
  /// Not supplied.
  public static let unknown: UInt8 = 0
  /// Known to be none.
  public static let none: UInt8 = 1
  /// Some instant from `low` to `high`.
  public static let some: UInt8 = 2
  /// Not decided by columns: the judge is asked.
  public static let ask: UInt8 = 3
  /// A day, whose number `low` is until clocks turn it into its instants.
  public static let day: UInt8 = 4
}

/// One column of a batch; of its buffers those of its encoding are used.
public final class BatchColumn {
  /// What it holds.
  public let spec: BatchLayout.Column
  /// Numbers of values, by row.
  @exclusivity(unchecked) public var numbers: BatchBuffer<UInt16>
  /// The first instants of points in time, in milliseconds.
  @exclusivity(unchecked) public var low: BatchBuffer<Int64>
  /// The last instants of points in time.
  @exclusivity(unchecked) public var high: BatchBuffer<Int64>
  /// The states of points in time (`MomentState`).
  @exclusivity(unchecked) public var states: BatchBuffer<UInt8>
  /// The keys of phone numbers.
  @exclusivity(unchecked) public var keys: BatchBuffer<UInt64>
  /// The values of the numbers.
  public let dictionary: FactDictionary
  /// Whether some row holds a day.
  @exclusivity(unchecked) public var holdsDays = false

  init(_ spec: BatchLayout.Column, dictionary: FactDictionary) {
    self.spec = spec
    self.dictionary = dictionary
    let moments = spec.encoding == .moment ? 1024 : 0
    numbers = BatchBuffer(capacity: spec.encoding.isNumbered ? 1024 : 0)
    low = BatchBuffer(capacity: moments)
    high = BatchBuffer(capacity: moments)
    states = BatchBuffer(capacity: moments)
    keys = BatchBuffer(capacity: spec.encoding == .phone ? 1024 : 0)
  }

  /// Its place in the batch.
  var number = 0

  /// Where its values are.
  var cells: ColumnCells {
    ColumnCells(
      numbers: numbers.base, low: low.base, high: high.base, states: states.base, keys: keys.base)
  }

  /// Makes room for so many rows, of which the first so many keep their values.
  func reserve(_ count: Int, keeping kept: Int) {
    switch spec.encoding {
    case .dictionary, .presence: numbers.reserve(count, keeping: kept)
    case .moment:
      states.reserve(count, keeping: kept)
      low.reserve(count, keeping: kept)
      high.reserve(count, keeping: kept)
    case .phone: keys.reserve(count, keeping: kept)
    }
  }

  /// Makes rows of which nothing is known.
  func clear(_ rows: Range<Int>) {
    let (first, count) = (rows.lowerBound, rows.count)
    switch spec.encoding {
    case .dictionary, .presence:
      (numbers.base + first).update(repeating: FactDictionary.unknown, count: count)
    case .moment: (states.base + first).update(repeating: MomentState.unknown, count: count)
    case .phone: (keys.base + first).update(repeating: PhoneKeys.unknown, count: count)
    }
  }

  /// Makes a row the same as another.
  func copy(_ row: Int, to target: Int) {
    switch spec.encoding {
    case .dictionary, .presence: numbers.base[target] = numbers.base[row]
    case .moment:
      states.base[target] = states.base[row]
      low.base[target] = low.base[row]
      high.base[target] = high.base[row]
    case .phone: keys.base[target] = keys.base[row]
    }
  }

  /// Sets a point in time.
  @inline(__always) public func set(_ row: Int, instant milliseconds: Int64) {
    states.base[row] = MomentState.some
    low.base[row] = milliseconds
    high.base[row] = milliseconds
  }

  /// Sets a day.
  @inline(__always) public func set(_ row: Int, day: Int) {
    states.base[row] = MomentState.day
    low.base[row] = Int64(day)
    high.base[row] = Int64(day)
    holdsDays = true
  }
}

/// Where a column's values are, until there is no more room for them; of its kind of values only.
public struct ColumnCells: BitwiseCopyable {
  /// Numbers of values.
  public var numbers: UnsafeMutablePointer<UInt16>
  /// The first instants of points in time.
  public var low: UnsafeMutablePointer<Int64>
  /// The last instants of points in time.
  public var high: UnsafeMutablePointer<Int64>
  /// The states of points in time.
  public var states: UnsafeMutablePointer<UInt8>
  /// Keys of phone numbers.
  public var keys: UnsafeMutablePointer<UInt64>
}

/// Phone numbers as keys of eight bytes: canonical ones are their digits, what else is written is numbered.
public final class PhoneKeys {
  /// The key of what nobody supplied.
  public static let unknown: UInt64 = 0
  /// The key of what is known to be none.
  public static let none: UInt64 = 1
  private static let firstOther: UInt64 = 2
  /// From here on keys are digits.
  public static let firstCanonical: UInt64 = 1 << 62
  /// The key that is equal to nothing the columns can tell.
  public static let beyond: UInt64 = .max

  private var others: [String: UInt64] = [:]
  private var spellings: [String] = []

  /// Makes an empty collection.
  public init() {}

  /// The key of a phone number in canonical form, or as it was written.
  public func key(of phone: String) -> UInt64 {
    if let key = PhoneKeys.canonical(phone.utf8) { return key }
    if let known = others[phone] { return known }
    guard others.count < 16_384 else { return PhoneKeys.beyond }
    let key = PhoneKeys.firstOther + UInt64(spellings.count)
    others[phone] = key
    spellings.append(phone)
    return key
  }

  /// The key of `+` and up to 18 digits of which the first is not 0; nil for anything else.
  public static func canonical(_ bytes: some Collection<UInt8>) -> UInt64? {
    guard bytes.first == UInt8(ascii: "+"), (2...19).contains(bytes.count) else { return nil }
    var value: UInt64 = 0
    for byte in bytes.dropFirst() {
      guard (48...57).contains(byte), value > 0 || byte != 48 else { return nil }
      value = value * 10 + UInt64(byte - 48)
    }
    // Numbers of other spellings lie below this.
    return value | firstCanonical
  }

  /// The number that a key stands for, in canonical form or as it was written; nil for a key of none.
  public func phone(of key: UInt64) -> String? {
    if key >= PhoneKeys.firstCanonical {
      return key == PhoneKeys.beyond ? nil : "+\(key ^ PhoneKeys.firstCanonical)"
    }
    guard key >= PhoneKeys.firstOther, key < PhoneKeys.firstOther + UInt64(spellings.count) else {
      return nil
    }
    return spellings[Int(key - PhoneKeys.firstOther)]
  }
}
