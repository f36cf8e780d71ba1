public import Outreach

/// Reads contacts from lines of JSON straight into the columns of a batch.
///
/// What is odd in any way is left to the exact reader, whose records and complaints are the definition.
public final class ContactColumns {
  private let batch: ContactBatch
  private let plan: RecordPlan
  private let options: FactDecoder.Options
  private let world: World

  @exclusivity(unchecked) private var scan = JSONScan(
    UnsafeBufferPointer(start: nil, count: 0), 0..<0)
  @exclusivity(unchecked) private var row = 0
  @exclusivity(unchecked) private var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var phone: Range<Int>?
  private var country: Range<Int>?
  private var otherPhones: [(column: Int, row: Int, range: Range<Int>)] = []
  private var suppliesOptOuts = false
  private var firstRows: [Int] = []

  private let idField: Int
  private let phoneField: Int
  private let countryField: Int
  private let optOutsField: Int
  private let withdrawal: (list: Int, column: Int)?

  /// The state of a withdrawal that is absent, until it is known whether opt-outs are supplied.
  static let absentWithdrawal: UInt8 = 0x7F

  /// What a record was read as, beside its columns.
  public struct Reading {
    /// Where the contact's id stands, quotation marks left out; nil if it has none.
    public var id: Range<Int>?
    /// The contact's number as records hold it.
    public var phone: FactValue = .unknown
    /// What the number tells; nil if there is none.
    public var number: NumberAnalysis?
  }

  /// Makes a reader into a batch.
  ///
  /// - Parameters:
  ///   - batch: where the columns are.
  ///   - world: against what numbers and places are looked up.
  ///   - options: what the exact reader reads of each contact.
  public init(_ batch: ContactBatch, world: World, options: FactDecoder.Options) {
    self.batch = batch
    self.options = options
    self.world = world
    plan = RecordPlan.make(.contact, list: 0, prefix: [], batch, options)
    let index = { (name: String) in RecordKind.contact.index(of: name) ?? 0 }
    idField = index("id")
    phoneField = index("phone")
    countryField = index("country")
    optOutsField = index("opt_outs")
    let withdrawn = RecordKind.consent.index(of: "withdrawn_at") ?? 0
    let consents = batch.layout.lists.firstIndex { $0.kind == .consent } ?? -1
    withdrawal = batch.columns.firstIndex {
      $0.spec.list == consents && $0.spec.route == [.field(withdrawn)]
    }.map { (consents, $0) }
  }

  /// Reads one line, without white space around it, as the batch's next contact.
  ///
  /// - Returns: nil, and the batch as it was, for a record that the exact reader has to read.
  /// - Complexity: linear in the number of bytes.
  public func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Reading? {
    self.bytes = bytes
    scan = JSONScan(bytes, range)
    phone = nil
    country = nil
    id = nil
    suppliesOptOuts = false
    otherPhones.removeAll(keepingCapacity: true)
    row = batch.beginContact()
    guard object(plan, row), scan.index == scan.end, isText(range), let reading = finish() else {
      batch.dropLast()
      return nil
    }
    return reading
  }

  private var id: Range<Int>?

  /// Whether the bytes are UTF-8; plain ASCII, the usual case, was seen already.
  private func isText(_ range: Range<Int>) -> Bool {
    guard scan.sawForeign else { return true }
    return String(validating: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self) != nil
  }

  // MARK: objects

  private func object(_ plan: RecordPlan, _ row: Int) -> Bool {
    guard scan.take(0x7B) else { return false }
    var seen: UInt64 = 0
    var previous = plan.kind.fields.count
    if scan.byte != 0x7D {
      repeat {
        guard let (range, hasEscape) = scan.string(), !hasEscape, scan.take(0x3A),
          let field = field(range, plan, after: previous), seen & 1 << UInt64(field) == 0
        else { return false }
        seen |= 1 << UInt64(field)
        previous = field
        if plan.kind == .contact { note(field) }
        guard value(plan, field, range, row) else { return false }
      } while scan.take(0x2C)
      scan.skipSpace()
      guard scan.byte == 0x7D else { return false }
    }
    scan.index &+= 1
    for absence in plan.absences where seen & 1 << UInt64(absence.field) == 0 {
      let column = batch.columns[absence.column]
      switch column.spec.encoding {
      case .dictionary: column.numbers.base[row] = absence.number
      case .moment: column.states.base[row] = absence.state
      case .phone: column.keys.base[row] = PhoneKeys.none
      }
    }
    return true
  }

  /// Remembers where the fields stand that decide something of others.
  private func note(_ field: Int) {
    if field == optOutsField { suppliesOptOuts = true }
    guard field == idField || field == countryField, scan.byte == 0x22 else { return }
    var ahead = scan
    guard let (range, _) = ahead.string() else { return }
    if field == idField { id = range } else { country = range }
  }

  /// The field of a key: most records have their keys in the order of the one before.
  @inline(__always) private func field(
    _ range: Range<Int>, _ plan: RecordPlan, after previous: Int
  ) -> Int? {
    let guess = plan.successors[previous]
    if guess < plan.keys.count, isSame(plan.keys[guess].bytes, range) {
      return plan.keys[guess].field
    }
    for (place, key) in plan.keys.enumerated() where isSame(key.bytes, range) {
      plan.successors[previous] = place
      return key.field
    }
    return nil
  }

  @inline(__always) private func isSame(_ key: [UInt8], _ range: Range<Int>) -> Bool {
    guard key.count == range.count else { return false }
    let base = scan.base + range.lowerBound
    for at in 0..<key.count where key[at] != base[at] { return false }
    return true
  }

  private func value(
    _ plan: RecordPlan, _ field: Int, _ key: Range<Int>, _ row: Int
  ) -> Bool {
    switch plan.actions[field] {
    case .pass: return scan.value() != nil
    case .text: return scan.byte == 0x6E ? scan.null() : scan.string() != nil
    case .moment(let column): return moment(column, row)
    case .phone(let column): return phone(column, row, isOwn: plan.kind == .contact)
    case .value(let column, let dictionary):
      return number(column, dictionary, plan.kind, key, row)
    case .record(let inner, let columns, let lists):
      if scan.byte == 0x6E {
        // What stands in a record that is none is none, its lists too.
        for list in lists { batch.setKnown(list: list) }
        return scan.null() && setNone(columns, row)
      }
      return object(inner, row)
    case .table(let entries, let others, let columns):
      if scan.byte == 0x6E { return scan.null() }
      return table(entries, others, columns, row)
    case .rows(let list, let inner):
      if scan.byte == 0x6E {
        if let list { batch.setKnown(list: list) }
        return scan.null()
      }
      return rows(list, inner)
    }
  }

  private func setNone(_ columns: [Int], _ row: Int) -> Bool {
    for number in columns {
      let column = batch.columns[number]
      // Entries of a table that is none are unknown.
      guard column.spec.route.allSatisfy({ if case .entry = $0 { false } else { true } }) else {
        continue
      }
      setNone(column, row)
    }
    return true
  }

  private func setNone(_ column: BatchColumn, _ row: Int) {
    switch column.spec.encoding {
    case .dictionary: column.numbers.base[row] = FactDictionary.none
    case .moment: column.states.base[row] = MomentState.none
    case .phone: column.keys.base[row] = PhoneKeys.none
    }
  }

  private func table(
    _ entries: [(key: [UInt8], plan: RecordPlan)], _ others: RecordPlan, _ columns: [Int],
    _ row: Int
  ) -> Bool {
    guard scan.take(0x7B) else { return false }
    var seen: [Range<Int>] = []
    if scan.byte != 0x7D {
      repeat {
        guard let (range, hasEscape) = scan.string(), !hasEscape, seen.count < 32,
          !seen.contains(where: { isSame($0, range) }), scan.take(0x3A)
        else { return false }
        seen.append(range)
        let entry = entries.first { isSame($0.key, range) }
        if scan.byte == 0x6E {
          guard scan.null() else { return false }
          if let entry { clear(entry.key, columns, row) }
        } else {
          guard object(entry?.plan ?? others, row) else { return false }
        }
      } while scan.take(0x2C)
      scan.skipSpace()
      guard scan.byte == 0x7D else { return false }
    }
    scan.index &+= 1
    return true
  }

  /// An entry that is none: all its fields are.
  private func clear(_ key: [UInt8], _ columns: [Int], _ row: Int) {
    let name = String(decoding: key, as: UTF8.self)
    for number in columns where batch.columns[number].spec.route.contains(.entry(name)) {
      setNone(batch.columns[number], row)
    }
  }

  private func isSame(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    left.count == right.count
      && (0..<left.count).allSatisfy {
        scan.base[left.lowerBound + $0] == scan.base[right.lowerBound + $0]
      }
  }

  private func rows(_ list: Int?, _ plan: RecordPlan) -> Bool {
    guard scan.take(0x5B) else { return false }
    if let list { batch.setKnown(list: list) }
    if scan.byte != 0x5D {
      repeat {
        let row = list.map { batch.appendRow(list: $0) } ?? 0
        guard scan.byte == 0x7B, object(plan, row) else { return false }
      } while scan.take(0x2C)
      scan.skipSpace()
      guard scan.byte == 0x5D else { return false }
    }
    scan.index &+= 1
    return true
  }

  // MARK: values

  private func moment(_ column: Int?, _ row: Int) -> Bool {
    if scan.byte == 0x6E {
      if let column { batch.columns[column].states.base[row] = MomentState.none }
      return scan.null()
    }
    guard let (range, hasEscape) = scan.string(), !hasEscape else { return false }
    let text = scan.base + range.lowerBound
    if let instant = Timestamp.universal(text, range.count) {
      if let column { batch.columns[column].set(row, instant: instant) }
      return true
    }
    let span = UnsafeBufferPointer(start: text, count: range.count).span
    if let date = CivilDate(iso: span) {
      if let column { batch.columns[column].set(row, day: date.dayNumber) }
      return true
    }
    guard let instant = Instant(rfc3339: span) else { return false }
    if let column { batch.columns[column].set(row, instant: instant.milliseconds) }
    return true
  }

  private func phone(_ column: Int?, _ row: Int, isOwn: Bool) -> Bool {
    if scan.byte == 0x6E {
      if let column { batch.columns[column].keys.base[row] = PhoneKeys.none }
      return scan.null()
    }
    guard let (range, hasEscape) = scan.string(), !hasEscape else { return false }
    if isOwn { phone = range } else if let column { otherPhones.append((column, row, range)) }
    return true
  }

  private func number(
    _ column: Int?, _ dictionary: RawDictionary, _ kind: RecordKind, _ key: Range<Int>, _ row: Int
  ) -> Bool {
    guard let range = scan.value() else { return false }
    let base = scan.base + range.lowerBound
    // Two keys may stand for one field and mean different things by one value.
    let hash = RawDictionary.hash(base, range.count) &+ UInt64(truncatingIfNeeded: key.count)
    if let number = dictionary.find(base, range.count, hash) {
      if let column { batch.columns[column].numbers.base[row] = number }
      return true
    }
    let raw = Array(UnsafeBufferPointer(start: base, count: range.count))
    let name = String(
      decoding: UnsafeBufferPointer(start: scan.base + key.lowerBound, count: key.count),
      as: UTF8.self)
    var decoder = FactDecoder(file: -1, options: options)
    guard let tree = try? JSONParser.parse(raw[...]),
      let value = decoder.field(tree, key: name, of: kind)
    else { return false }
    let number = column.map { batch.columns[$0].dictionary.number(of: value) } ?? 0
    dictionary.add(base, range.count, hash, number: number)
    if let column { batch.columns[column].numbers.base[row] = number }
    return true
  }

  // MARK: the end of a record

  /// What is decided once every key has been seen: the numbers, and withdrawals of which nobody speaks.
  private func finish() -> Reading? {
    if let withdrawal {
      let list = batch.lists[withdrawal.list]
      let states = batch.columns[withdrawal.column].states.base
      for row in Int(list.starts.base[self.row])..<list.count
      where states[row] == ContactColumns.absentWithdrawal {
        states[row] = suppliesOptOuts ? MomentState.none : MomentState.unknown
      }
    }
    var reading = Reading()
    reading.id = id
    let nation = country.map { text($0) }
    let keys = batch.columns[BatchLayout.phone].keys.base
    if let phone {
      let (written, analysis) = canonical(text(phone), nation)
      reading.phone = .phone(written)
      // Once in canonical form, a number is read again as rules read it.
      reading.number =
        analysis?.isValid == true
        ? analysis : world.numbers.analyse(written, country: nation)
      keys[row] = batch.phones.key(of: written)
    } else if keys[row] == PhoneKeys.none {
      reading.phone = .none
    }
    for other in otherPhones {
      let isOwn = phone.map { isSame($0, other.range) } ?? false
      batch.columns[other.column].keys.base[other.row] =
        isOwn ? keys[row] : batch.phones.key(of: canonical(text(other.range), nation).0)
    }
    return reading
  }

  private func canonical(_ written: String, _ country: String?) -> (String, NumberAnalysis?) {
    guard written.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      // White space at the ends, and letters of other scripts, as the exact reader takes them.
      var decoder = FactDecoder(file: -1, options: options)
      decoder.nationalCountry = country
      let tree = FactTree(.string(written), .startOfFile)
      if case .phone(let phone) = decoder.field(tree, key: "phone", of: .contact) {
        return (phone, nil)
      }
      return (written, nil)
    }
    let analysis = world.numbers.analyse(written, country: country)
    return (analysis.e164 ?? written, analysis)
  }

  private func text(_ range: Range<Int>) -> String {
    String(
      decoding: UnsafeBufferPointer(start: scan.base + range.lowerBound, count: range.count),
      as: UTF8.self)
  }
}
