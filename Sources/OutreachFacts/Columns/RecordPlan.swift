import Outreach

/// How the objects of one kind are read into columns.
final class RecordPlan {
  let kind: RecordKind
  /// The keys as bytes, each with the place of its field.
  let keys: [(bytes: [UInt8], field: Int)]
  /// By field of the kind.
  let actions: [Action]
  /// Columns whose fields mean something where they are absent.
  let absences: [Absence]
  /// By field, the place in `keys` that stood behind it last time.
  var successors: [Int]

  /// What is done with the value of a field.
  enum Action {
    /// Nobody reads it: any JSON will do.
    case pass
    /// Text of which only the kind is checked.
    case text
    /// Points in time, in a column if one holds them.
    case moment(Int?)
    case phone(Int?)
    /// Any other value, numbered by its spelling.
    case value(Int?, RawDictionary)
    case record(RecordPlan, columns: [Int], lists: [Int])
    /// Entries by key; those of other keys are only checked.
    case table([(key: [UInt8], plan: RecordPlan)], others: RecordPlan, columns: [Int])
    /// The rows of a list, by its number if it is held.
    case rows(Int?, RecordPlan)
  }

  /// What a column holds where its field is absent.
  struct Absence {
    var field: Int
    var column: Int
    var number: UInt16
    var state: UInt8
  }

  private init(
    kind: RecordKind, actions: [Action], absences: [Absence]
  ) {
    self.kind = kind
    self.actions = actions
    self.absences = absences
    keys = kind.fields.enumerated().flatMap { index, field in
      field.keys.map { (Array($0.utf8), index) }
    }
    successors = Array(repeating: 0, count: kind.fields.count + 1)
  }

  /// The plan of a kind of record at a place in a layout.
  static func make(
    _ kind: RecordKind, list: Int?, prefix: [BatchLayout.RouteStep], _ batch: ContactBatch,
    _ options: FactDecoder.Options
  ) -> RecordPlan {
    func columns(below route: [BatchLayout.RouteStep]) -> [Int] {
      batch.columns.indices.filter { number in
        let spec = batch.columns[number].spec
        return spec.list == list && spec.route.starts(with: route) && !spec.route.isEmpty
      }
    }
    var actions: [Action] = []
    for (index, field) in kind.fields.enumerated() {
      guard options.reads?.contains(index, of: kind) ?? true else {
        actions.append(.pass)
        continue
      }
      let route = prefix + [.field(index)]
      let column = columns(below: route).first { batch.columns[$0].spec.route == route }
      func nested(_ inner: RecordKind, _ steps: [BatchLayout.RouteStep]) -> RecordPlan {
        make(inner, list: list, prefix: steps, batch, options)
      }
      switch field.type {
      case .text where column == nil: actions.append(.text)
      case .moment: actions.append(.moment(column))
      case .phone: actions.append(.phone(column))
      case .record(let inner):
        let lists = batch.layout.lists.indices.dropFirst()
        actions.append(
          .record(
            nested(inner, route), columns: columns(below: route),
            lists: list == 0
              ? lists.filter { batch.layout.lists[$0].route.starts(with: route) } : []))
      case .table(let inner):
        let held = columns(below: route)
        let keys = Set(
          held.compactMap { number -> String? in
            guard case .entry(let key) = batch.columns[number].spec.route[route.count] else {
              return nil
            }
            return key
          })
        let others = make(inner, list: nil, prefix: [], batch, options)
        actions.append(
          .table(
            keys.sorted().map { (Array($0.utf8), nested(inner, route + [.entry($0)])) },
            others: others, columns: held))
      case .list(.record(let inner)) where list == 0:
        let number = batch.layout.lists.firstIndex { $0.route == route }
        actions.append(.rows(number, make(inner, list: number, prefix: [], batch, options)))
      default: actions.append(.value(column, RawDictionary()))
      }
    }
    return RecordPlan(
      kind: kind, actions: actions,
      absences: absences(kind, list, prefix, batch, options))
  }

  private static func absences(
    _ kind: RecordKind, _ list: Int?, _ prefix: [BatchLayout.RouteStep], _ batch: ContactBatch,
    _ options: FactDecoder.Options
  ) -> [Absence] {
    guard list != nil else { return [] }
    let absent = FactDecoder.absent(kind, options)
    return kind.fields.indices.compactMap { index in
      let route = prefix + [.field(index)]
      let column = batch.columns.firstIndex { $0.spec.list == list && $0.spec.route == route }
      guard let column else { return nil }
      let value = absent.fields[index].value
      if kind.fields[index].absent == .noneIfOptOutsSupplied {
        return Absence(
          field: index, column: column, number: FactDictionary.unknown,
          state: ContactColumns.absentWithdrawal)
      }
      guard value != .unknown else { return nil }
      return Absence(
        field: index, column: column,
        number: batch.columns[column].spec.encoding == .dictionary
          ? batch.columns[column].dictionary.number(of: value) : FactDictionary.none,
        state: MomentState.none)
    }
  }
}
