import Outreach

/// How the objects of one kind are read into columns: plain memory, so that reading counts no references.
struct RecordPlan {
  /// The kind of the objects.
  var kind: RecordKind
  /// The keys, each with the place of its field; the last of them are called like no field.
  var keys: UnsafeMutablePointer<Key>
  var keyCount: Int
  var strangerCount = 0
  /// By field of the kind.
  var fields: UnsafeMutablePointer<Field>
  /// The key that stood first last time.
  var first: UnsafeMutablePointer<Key>
  /// How that stood: the bracket before it, the key in quotation marks, its colon, and blanks among them.
  var opening = Literal()
  /// Fields that are written to columns where they are absent, a bit each.
  var held: UInt64

  struct Key {
    /// How it stood last time behind another: the comma before it, the key in quotation marks, its colon, and blanks
    /// among them.
    var head = Literal()
    /// How most of its values are read.
    var usual: Usual
    /// The field's bit among those of the record.
    var bit: UInt64
    /// The cells of the field's column.
    var cells: UnsafeMutablePointer<ColumnCells>?
    /// The values that were met lately behind it, where they are told by their spelling.
    var recent: RecentSpellings
    /// The key that stood behind it last time.
    var next: UnsafeMutablePointer<Key>
    var field: UnsafeMutablePointer<Field>
    var bytes: UnsafePointer<UInt8>
    var length: Int
  }

  /// How the values of a key are read at once; others are looked at more closely.
  enum Usual: UInt8 {
    /// As one of those that were met lately.
    case spelled
    /// As an instant of the usual form, or none.
    case moment
    /// As an empty list.
    case rows
    case none
  }

  struct Field {
    var action: Action
    var usual = Usual.none
    /// The column of the value itself, and its cells; -1 for none.
    var column = -1
    var cells: UnsafeMutablePointer<ColumnCells>?
    /// What the column holds where the field is absent.
    var absentNumber = FactDictionary.unknown
    var absentState = MomentState.unknown
    var absentKey = PhoneKeys.unknown
    var isUnknownWhereAbsent: Bool {
      absentNumber == FactDictionary.unknown && absentState == MomentState.unknown
        && absentKey == PhoneKeys.unknown
    }
    /// The spellings of its values, by number in the plans' list.
    var spellings = -1
    /// The plan of what stands within, and the list to which rows belong; -1 for none.
    var inner: UnsafeMutablePointer<RecordPlan>?
    var list = -1
    /// The columns of all that stands within.
    var columns: UnsafeMutablePointer<HeldColumn>?
    var columnCount = 0
    /// The lists within.
    var firstList = 0
    var listCount = 0
    /// The entries of a table that some column holds.
    var entries: UnsafeMutablePointer<TableEntry>?
    var entryCount = 0
    /// Whether nothing is known of what stands within only once that is written: a list's row holds what was there before.
    var clearsWithin = false
    /// Whether it is looked at more closely, of a contact's own fields.
    var role = Role.none
    /// The number of a key that no field has.
    var stranger: Int32 = -1
  }

  /// What is remembered of a contact's own fields.
  enum Role: UInt8 {
    case none, id, country, phone, optOuts
  }

  /// A column of what stands within a field: plain memory.
  struct HeldColumn: BitwiseCopyable {
    var column: Int
    var encoding: BatchLayout.Encoding
    /// Whether it is of an entry of a table.
    var isOfEntry: Bool
  }

  /// An entry of a table that some column holds: plain memory.
  struct TableEntry: BitwiseCopyable {
    var key: UnsafePointer<UInt8>
    var length: Int
    /// As it usually stands: in quotation marks, with its colon.
    var head: Literal
    /// Its number in the plans' list of names.
    var name: Int
    var plan: UnsafeMutablePointer<RecordPlan>
  }

  enum Action: UInt8 {
    /// Nobody reads it: any JSON will do.
    case pass
    /// No field is called so, which was said before: any JSON will do, and it is counted.
    case stranger
    /// Text of which no more is read than whether it is there, if that.
    case text
    case moment
    case phone
    /// Any other value, numbered by its spelling.
    case value
    case record
    /// Entries by key; those of other keys are only checked.
    case table
    case rows
  }
}

/// The plans of a batch's records, and the memory in which they lie.
final class RecordPlans {
  private let batch: ContactBatch
  private let options: FactDecoder.Options
  private var allocations: [UnsafeMutableRawPointer] = []
  @exclusivity(unchecked) private(set) var lists: [Int32] = []
  /// The names of the entries of tables that columns hold.
  @exclusivity(unchecked) private(set) var entryNames: [String] = []
  private var tableCount = 0
  private var plans: [UnsafeMutablePointer<RecordPlan>] = []

  /// The values that were met lately behind keys that nobody reads.
  private(set) lazy var passed = recentSpellings()
  /// Bytes that are never read.
  private(set) lazy var nothing = bytes(of: "")
  /// The plan of contacts.
  @exclusivity(unchecked) private(set) var contact: UnsafeMutablePointer<RecordPlan>
  /// The spellings of values, by field.
  let spellings: UnsafeMutablePointer<SpellingTable>
  private static let mostTables = 1024

  init(_ batch: ContactBatch, _ options: FactDecoder.Options) {
    self.batch = batch
    self.options = options
    spellings = .allocate(capacity: RecordPlans.mostTables)
    contact = .allocate(capacity: 1)
    contact.initialize(to: make(.contact, list: 0, prefix: []))
    plans.append(contact)
  }

  deinit {
    spellings.deinitialize(count: tableCount)
    spellings.deallocate()
    contact.deallocate()
    for allocation in allocations { allocation.deallocate() }
  }

  private func allocate<T>(_ values: [T]) -> UnsafeMutablePointer<T> {
    let memory = UnsafeMutablePointer<T>.allocate(capacity: max(1, values.count))
    for (index, value) in values.enumerated() { (memory + index).initialize(to: value) }
    allocations.append(UnsafeMutableRawPointer(memory))
    return memory
  }

  /// Bytes with room for being read eight at a time.
  private func bytes(of text: String) -> UnsafePointer<UInt8> {
    UnsafePointer(allocate(Array(text.utf8) + Array(repeating: 0, count: 8)))
  }

  /// The plan of a kind of record at a place in the layout.
  private func make(
    _ kind: RecordKind, list: Int?, prefix: [BatchLayout.RouteStep]
  ) -> RecordPlan {
    let absent = FactDecoder.absent(kind, options)
    var fields: [RecordPlan.Field] = []
    for (index, field) in kind.fields.enumerated() {
      guard options.reads?.contains(index, of: kind) ?? true else {
        var passed = RecordPlan.Field(action: .pass)
        // Points in time seldom are the same ones, free text never.
        passed.usual = field.type == .moment ? .moment : field.type == .text ? .none : .spelled
        fields.append(passed)
        continue
      }
      let route = prefix + [.field(index)]
      var made = self.field(field, list: list, route: route)
      if made.column >= 0 {
        set(&made, absent: absent.fields[index].value, field.absent == .noneIfOptOutsSupplied)
      }
      fields.append(made)
    }
    if kind == .contact, list == 0 {
      let roles: [(String, RecordPlan.Role)] = [
        ("id", .id), ("country", .country), ("phone", .phone), ("opt_outs", .optOuts),
      ]
      for (name, role) in roles {
        guard let index = kind.index(of: name) else { continue }
        fields[index].role = role
        if role != .optOuts || fields[index].action == .pass { fields[index].usual = .none }
      }
    }
    var held: UInt64 = 0
    for index in fields.indices {
      // Of a contact nothing is known before something is written.
      fields[index].clearsWithin = list != 0 && fields[index].columnCount > 0
      var mustWrite = fields[index].clearsWithin
      if fields[index].column >= 0 {
        fields[index].cells = batch.cells + fields[index].column
        mustWrite = list != 0 || !fields[index].isUnknownWhereAbsent
      }
      if mustWrite { held |= 1 << UInt64(index) }
    }
    let own = allocate(fields)
    let names = kind.fields.enumerated().flatMap { index, field in field.keys.map { (index, $0) } }
    let first = UnsafeMutablePointer<RecordPlan.Key>.allocate(
      capacity: names.count + RecordPlans.mostStrangers)
    allocations.append(UnsafeMutableRawPointer(first))
    for (place, (index, key)) in names.enumerated() {
      (first + place).initialize(
        to: RecordPlan.Key(
          usual: fields[index].usual, bit: 1 << UInt64(index), cells: fields[index].cells,
          recent: fields[index].spellings < 0 ? passed : recentSpellings(), next: first,
          field: own + index, bytes: bytes(of: key), length: key.utf8.count))
    }
    return RecordPlan(
      kind: kind, keys: first, keyCount: names.count, fields: own, first: first, held: held)
  }

  private func plan(
    _ kind: RecordKind, list: Int?, prefix: [BatchLayout.RouteStep]
  ) -> UnsafeMutablePointer<RecordPlan> {
    let plan = allocate([make(kind, list: list, prefix: prefix)])
    plans.append(plan)
    return plan
  }

  // MARK: strangers

  /// How many keys that no field has are passed over in records of one kind.
  private static let mostStrangers = 16

  /// Passes over a key that no field has, wherever records of a kind stand, as long as there are not too many of them.
  func pass(_ name: String, in kind: RecordKind, number: Int32) {
    for plan in plans where plan.pointee.kind == kind {
      let bit = kind.fields.count + plan.pointee.strangerCount
      guard plan.pointee.strangerCount < RecordPlans.mostStrangers, bit < UInt64.bitWidth else {
        continue
      }
      var field = RecordPlan.Field(action: .stranger)
      field.stranger = number
      (plan.pointee.keys + plan.pointee.keyCount).initialize(
        to: RecordPlan.Key(
          usual: .none, bit: 1 << UInt64(bit), recent: passed, next: plan.pointee.keys,
          field: allocate([field]), bytes: bytes(of: name), length: name.utf8.count))
      plan.pointee.keyCount += 1
      plan.pointee.strangerCount += 1
    }
  }

  private func recentSpellings() -> RecentSpellings {
    RecentSpellings(
      allocate(Array(repeating: RecentSpellings.Recent(), count: RecentSpellings.count)))
  }

  private func set(
    _ field: inout RecordPlan.Field, absent value: FactValue, _ followsOptOuts: Bool
  ) {
    let column = batch.columns[field.column]
    if followsOptOuts {
      field.absentState = ContactColumns.absentWithdrawal
    } else if value != .unknown {
      field.absentState = MomentState.none
      field.absentKey = PhoneKeys.none
      field.absentNumber =
        column.spec.encoding.isNumbered
        ? column.dictionary.number(of: value) : FactDictionary.none
    }
  }

  private func held(below route: [BatchLayout.RouteStep], _ list: Int?) -> [Int] {
    batch.columns.indices.filter { number in
      let spec = batch.columns[number].spec
      return spec.list == list && spec.route.starts(with: route) && spec.route.count > route.count
    }
  }

  private func field(
    _ field: FactField, list: Int?, route: [BatchLayout.RouteStep]
  ) -> RecordPlan.Field {
    let column =
      batch.columns.indices.first {
        batch.columns[$0].spec.list == list && batch.columns[$0].spec.route == route
      } ?? -1
    func within(_ action: RecordPlan.Action) -> RecordPlan.Field {
      var made = RecordPlan.Field(action: action)
      let held = held(below: route, list)
      made.columnCount = held.count
      made.columns = allocate(
        held.map { number in
          let spec = batch.columns[number].spec
          let isOfEntry = spec.route.contains { if case .entry = $0 { true } else { false } }
          return RecordPlan.HeldColumn(
            column: number, encoding: spec.encoding, isOfEntry: isOfEntry)
        })
      return made
    }
    switch field.type {
    case .text where column < 0 || batch.columns[column].spec.encoding == .presence:
      return RecordPlan.Field(action: .text, column: column)
    case .moment: return RecordPlan.Field(action: .moment, usual: .moment, column: column)
    case .phone: return RecordPlan.Field(action: .phone, column: column)
    case .record(let inner):
      var made = within(.record)
      made.inner = plan(inner, list: list, prefix: route)
      made.firstList = lists.count
      if list == 0 {
        lists += batch.layout.lists.indices.dropFirst()
          .filter { batch.layout.lists[$0].route.starts(with: route) }.map { Int32($0) }
      }
      made.listCount = lists.count - made.firstList
      return made
    case .table(let inner):
      var made = within(.table)
      made.inner = plan(inner, list: nil, prefix: [])
      let names = Set(
        held(below: route, list).compactMap { number -> String? in
          guard case .entry(let key) = batch.columns[number].spec.route[route.count] else {
            return nil
          }
          return key
        })
      let own = names.sorted().map { name in
        entryNames.append(name)
        return RecordPlan.TableEntry(
          key: bytes(of: name), length: name.utf8.count,
          head: Literal("\"\(name)\":"), name: entryNames.count - 1,
          plan: plan(inner, list: list, prefix: route + [.entry(name)]))
      }
      made.entries = allocate(own)
      made.entryCount = own.count
      return made
    case .list(.record(let inner)) where list == 0:
      var made = RecordPlan.Field(action: .rows, usual: .rows)
      made.list = batch.layout.lists.firstIndex { $0.route == route } ?? -1
      made.inner = plan(inner, list: made.list < 0 ? nil : made.list, prefix: [])
      return made
    default:
      guard tableCount < RecordPlans.mostTables else {
        return RecordPlan.Field(action: .value, column: column)
      }
      (spellings + tableCount).initialize(to: SpellingTable())
      tableCount += 1
      return RecordPlan.Field(
        action: .value, usual: .spelled, column: column, spellings: tableCount - 1)
    }
  }
}
