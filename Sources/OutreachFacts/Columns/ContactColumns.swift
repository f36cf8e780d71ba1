public import Outreach

/// Reads contacts from JSON, or from rows of tables, straight into the columns of a batch.
///
/// What is odd in any way is left to the exact reader, whose records and complaints are the definition.
public final class ContactColumns {
  let batch: ContactBatch
  let cells: UnsafeMutablePointer<ColumnCells>
  let plans: RecordPlans
  private let options: FactDecoder.Options
  let numbers: NumberClasses

  // Where these stand in the record; of length -1 what it has not.
  @exclusivity(unchecked) var phone: JSONString
  @exclusivity(unchecked) var country: JSONString
  @exclusivity(unchecked) var id: JSONString
  @exclusivity(unchecked) var suppliesOptOuts = false
  /// What the number is, and its key, if it is valid as it stands.
  @exclusivity(unchecked) var canonical: (NumberInColumns, UInt64)?
  @exclusivity(unchecked) var otherPhones: [(column: Int, row: Int, text: JSONString)] = []

  /// The numbers of the keys passed over that no field has, of all records of the batch one behind the other.
  @exclusivity(unchecked) var strangers = BatchBuffer<Int32>(capacity: 64)
  @exclusivity(unchecked) var strangerCount = 0

  /// The reader of the table whose rows were read last; nil inside for one that only the exact reader reads.
  @exclusivity(unchecked) private var rowReader: (table: ContactTable, columns: TableColumns?)?

  private let withdrawal: (list: Int, column: Int)?

  /// The state of a withdrawal that is absent, until it is known whether opt-outs are supplied.
  static let absentWithdrawal: UInt8 = 0x7F

  /// How many zeros must stand behind the bytes that are read.
  public static let padding = JSONCursor.padding

  /// What a record was read as, beside its columns.
  public struct Reading: BitwiseCopyable {
    private let ending: UnsafePointer<UInt8>?
    /// The bytes of the contact's id; empty if it has none, or one with escapes.
    public let id: UnsafeBufferPointer<UInt8>
    /// Whether the record has an id that only the exact reader can spell.
    public let hasOddID: Bool
    /// The contact's number.
    public let number: NumberInColumns
    /// How many keys it has that no field has, and where they stand among those of all records.
    public let strangerCount: Int32
    let firstStranger: Int32

    init(
      end: UnsafePointer<UInt8>?, id: JSONString?, number: NumberInColumns,
      strangers: Range<Int32> = 0..<0
    ) {
      ending = end
      firstStranger = strangers.lowerBound
      strangerCount = strangers.upperBound - strangers.lowerBound
      let isPlain = id.map { $0.length >= 0 && !$0.hasEscape } ?? false
      self.id = UnsafeBufferPointer(
        start: isPlain ? id?.start : nil, count: isPlain ? id?.length ?? 0 : 0)
      hasOddID = id.map { $0.length >= 0 && $0.hasEscape } ?? false
      self.number = number
    }

    /// Where it ends, so many bytes behind a place before it.
    public func length(from start: UnsafePointer<UInt8>) -> Int { ending.map { $0 - start } ?? 0 }

    /// Of a record that was not read.
    public static var none: Reading {
      Reading(end: nil, id: nil, number: NumberInColumns(state: .unknown))
    }
  }

  /// Makes a reader into a batch.
  ///
  /// - Parameters:
  ///   - batch: where the columns are.
  ///   - world: against what numbers and places are looked up.
  ///   - options: what the exact reader reads of each contact.
  public init(_ batch: ContactBatch, world: World, options: FactDecoder.Options) {
    self.batch = batch
    cells = batch.cells
    self.options = options
    numbers = NumberClasses(world, options, batch.phones)
    plans = RecordPlans(batch, options)
    phone = JSONString(start: plans.nothing, length: -1, hasEscape: false)
    (country, id) = (phone, phone)
    let withdrawn = RecordKind.consent.index(of: "withdrawn_at") ?? 0
    let consents = batch.layout.lists.firstIndex { $0.kind == .consent } ?? -1
    withdrawal = batch.columns.firstIndex {
      $0.spec.list == consents && $0.spec.route == [.field(withdrawn)]
    }.map { (consents, $0) }
  }

  /// What the numbers of a class tell, their digits left out.
  public func analysis(ofClass number: Int32) -> NumberAnalysis { numbers.analyses[Int(number)] }

  /// What the last record's number tells, where that is unlike others'.
  public var oddNumber: NumberClasses.OddNumber? { numbers.odd }

  /// Reads one record, without white space before it, as the batch's next contact.
  ///
  /// - Parameters:
  ///   - start: its first byte; `padding` zeros follow the bytes of which it is part.
  ///   - isLine: whether it ends with its line.
  /// - Returns: nil, and the batch as it was, for a record that the exact reader has to read.
  /// - Complexity: linear in the number of bytes.
  public func read(_ start: UnsafePointer<UInt8>, isLine: Bool) -> Reading? {
    phone.length = -1
    country.length = -1
    id.length = -1
    suppliesOptOuts = false
    if !otherPhones.isEmpty { otherPhones.removeAll(keepingCapacity: true) }
    let row = batch.openContact()
    let known = strangerCount
    var cursor = JSONCursor(start, isLine: isLine)
    guard objects(plans.contact, row, &cursor), isText(start, cursor) else {
      batch.dropLast()
      strangerCount = known
      return nil
    }
    return Reading(
      end: cursor.next, id: id, number: finish(row), strangers: strangers(from: known))
  }

  // MARK: keys that no field has

  /// Passes over a key that no field has, as long as there are not too many of them, instead of leaving its record to
  /// the exact reader.
  ///
  /// - Parameters:
  ///   - key: the key, which is no field of the organisation's own.
  ///   - number: what stands for it in `strangers(in:)`.
  public func pass(_ key: UnknownKey, number: Int32) {
    plans.pass(key.key, in: key.record, number: number)
  }

  /// The numbers of the keys of a record that no field has.
  public func strangers(in reading: Reading) -> UnsafeBufferPointer<Int32> {
    UnsafeBufferPointer(
      start: strangers.base + Int(reading.firstStranger), count: Int(reading.strangerCount))
  }

  /// Forgets which keys were passed over, before another batch is read.
  public func forgetStrangers() { strangerCount = 0 }

  /// Those passed over since there were so many.
  func strangers(from known: Int) -> Range<Int32> {
    Int32(truncatingIfNeeded: known)..<Int32(truncatingIfNeeded: strangerCount)
  }

  /// Reads the row of a table at which a cursor stands as the batch's next contact.
  ///
  /// - Returns: nil, and the batch as it was, for a row that the exact reader has to read.
  /// - Complexity: linear in the number of bytes.
  public func read(_ row: RowCursor) -> Reading? {
    if rowReader?.table !== row.table {
      rowReader = (row.table, TableColumns(row.table, self, numbers))
    }
    return rowReader?.columns?.read(row)
  }

  /// A value as the exact reader takes it; nil if it is not what its field holds.
  func decoded(_ raw: [UInt8], _ name: String, _ kind: RecordKind) -> FactValue? {
    guard let tree = try? JSONParser.parse(raw[...]) else { return nil }
    var decoder = FactDecoder(file: -1, options: options)
    return decoder.field(tree, key: name, of: kind)
  }

  /// Whether the bytes are UTF-8; plain ASCII, the usual case, was seen already.
  private func isText(_ start: UnsafePointer<UInt8>, _ cursor: JSONCursor) -> Bool {
    guard cursor.sawForeign else { return true }
    let bytes = UnsafeBufferPointer(start: start, count: cursor.next - start)
    return String(validating: bytes, as: UTF8.self) != nil
  }

  /// Says of withdrawals of which nobody speaks whether that means that there are none.
  func settleWithdrawals(_ row: Int, suppliesOptOuts: Bool) {
    guard let withdrawal else { return }
    let list = batch.rows[withdrawal.list]
    let states = batch.cells[withdrawal.column].states
    let state = suppliesOptOuts ? MomentState.none : MomentState.unknown
    for at in Int(list.starts[row])..<list.count
    where states[at] == ContactColumns.absentWithdrawal {
      states[at] = state
    }
  }

  /// What is decided once every key has been seen: the numbers, and withdrawals of which nobody speaks.
  private func finish(_ row: Int) -> NumberInColumns {
    settleWithdrawals(row, suppliesOptOuts: suppliesOptOuts)
    let keys = batch.cells[BatchLayout.phone].keys
    var number = NumberInColumns(state: keys[row] == PhoneKeys.none ? .none : .unknown)
    if phone.length >= 0 { (number, keys[row]) = canonical ?? numbers.readOdd(phone, country) }
    for other in otherPhones {
      let isOwn = phone.isSame(as: other.text.start, other.text.length)
      batch.cells[other.column].keys[other.row] =
        isOwn ? keys[row] : numbers.key(of: other.text, country)
    }
    return number
  }
}

/// What became of a contact's number in the columns.
public struct NumberInColumns: BitwiseCopyable {
  /// Whether there is one.
  public var state: State
  /// The class of numbers that tell the same but for their digits; -1 where the state is not `plain`.
  public var numberClass: Int32 = -1
  /// Where the number stands in canonical form, and how long it is.
  public var start: UnsafePointer<UInt8>?
  /// How many bytes it has.
  public var length = 0

  /// Whether there is a number, and how it is written.
  public enum State: UInt8, BitwiseCopyable {
    /// Not supplied.
    case unknown
    /// Known to be none.
    case none
    /// Valid and in canonical form.
    case plain
    /// Anything else; `oddNumber` tells.
    case odd
  }
}
