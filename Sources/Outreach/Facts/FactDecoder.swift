/// Turns written trees into records by the schema, and says what in them is wrong.
///
/// Absent keys get the meaning that their field declares, `null` is known to be none, and nothing is guessed:
/// a value of another type than the field's becomes unknown, with a problem.
public struct FactDecoder: Sendable {
  /// What is wrong so far, in the order in which it stands in the document.
  public internal(set) var problems: [FactProblem] = []

  /// Keys that no field has, where they are collected and no problem.
  public internal(set) var unknownKeys: [UnknownKey] = []

  let file: Int32
  let options: Options
  var path: [PathStep] = []
  var optOutsSupplied = false
  var nationalCountry: String?

  /// Makes a decoder.
  ///
  /// - Parameters:
  ///   - file: the file's number in the run's list of files, for origins.
  ///   - options: what to read, and how strictly.
  public init(file: Int32, options: Options) {
    self.file = file
    self.options = options
  }

  /// How a decoder reads.
  public struct Options: Sendable {
    /// The world against which phones, places and zones are looked up; nil keeps them as they are written.
    public var world: World?

    /// The candidate nearest to a misspelt word, if one is near.
    public var nearest: @Sendable (_ word: String, _ candidates: [String]) -> String?

    /// The fields that somebody reads, nil for all; others are not looked at.
    public var reads: FactSet?

    /// Whether unknown keys are collected (contacts) or problems (plan, programme).
    public var collectsUnknownKeys = false

    /// Whether the trees come from Fence, where one value stands for a list of one and `none` for `null`.
    public var isFence = false

    /// Whether nothing is required, as in the facts of a test: what is missing is unknown.
    public var isPartial = false

    /// Whether every list that is not given is empty, as in a test whose facts are complete.
    public var isComplete = false

    /// The organisation's own fields, which policies declare.
    public var ownFields = OwnFields()

    /// Makes options that read everything strictly.
    public init(
      world: World?, nearest: @escaping @Sendable (String, [String]) -> String?
    ) {
      self.world = world
      self.nearest = nearest
    }
  }

  /// Decodes a whole document; problems are added to `problems`.
  ///
  /// - Returns: the record; a value of which something is wrong may be unknown in it, so that a record with
  ///   problems is not to be judged.
  public mutating func decode(_ tree: FactTree, as kind: RecordKind) -> FactRecord {
    guard case .object(let members) = tree.content else {
      report(
        .wrongType, "\(kind.titled) is an object `{ … }`, not \(tree.found)", at: tree.place)
      return FactRecord(kind, origin: tree.place.origin(file: file))
    }
    let result = record(members, kind, at: tree.place)
    problems.sort { ($0.place.lower, $0.place.upper) < ($1.place.lower, $1.place.upper) }
    return result
  }

  mutating func record(
    _ members: [FactTree.Member], _ kind: RecordKind, at place: FactPlace, isOpen: Bool = false
  ) -> FactRecord {
    let fields = kind.fields
    let outer = (optOutsSupplied, nationalCountry)
    defer { (optOutsSupplied, nationalCountry) = outer }
    if kind == .contact {
      optOutsSupplied = options.isComplete || members.contains { $0.key == "opt_outs" }
    }
    if kind == .contact || kind == .sender {
      nationalCountry = members.first { $0.key == "country" }?.value.spelling
    }

    var record = FactRecord(kind, origin: place.origin(file: file))
    record.isOpen = isOpen
    var given: [FactTree.Member?] = Array(repeating: nil, count: fields.count)
    var strangers: [String: FactPlace] = [:]
    for member in members {
      guard let index = kind.index(ofKey: member.key) else {
        if let first = strangers.updateValue(member.keyPlace, forKey: member.key) {
          reportRepeated(member, first: first)
        } else {
          reportUnknown(member, in: kind)
        }
        continue
      }
      if let first = given[index] {
        reportRepeated(member, first: first.keyPlace)
        continue
      }
      given[index] = member
      guard options.reads?.contains(index, of: kind) ?? true else { continue }
      path.append(.key(member.key))
      record.fields[index] = Fact(
        value(of: member, fields[index], in: kind), member.value.place.origin(file: file))
      path.removeLast()
    }
    for index in fields.indices
    where !isOpen && given[index] == nil && (options.reads?.contains(index, of: kind) ?? true) {
      record.fields[index].value = absentValue(of: fields[index])
    }
    check(record, Given(kind: kind, members: given, place: place))
    return record
  }

  /// What an absent key means.
  private func absentValue(of field: FactField) -> FactValue {
    switch field.absent {
    case .unknown: absentValue(of: field.type)
    case .none: .none
    case .noneIfOptOutsSupplied: optOutsSupplied ? .none : .unknown
    case .text(let text): .text(text)
    case .word(let spelling): field.word(spelling)
    case .any: field.word("any")
    }
  }
}

extension FactDecoder {
  /// What an absent key means where its field says nothing of that: unknown, or empty if lists are complete.
  private func absentValue(of type: FactType) -> FactValue {
    guard options.isComplete else { return .unknown }
    switch type {
    case .list: return .list([])
    case .own(let kind): return .table(absentOwn(of: kind))
    default: return .unknown
    }
  }
}

extension FactField {
  /// A word of the field's vocabulary, or the set of all for `any` where the field is a set.
  fileprivate func word(_ spelling: String) -> FactValue {
    switch type {
    case .word(let vocabulary):
      return vocabulary.word(spelling).map { .word($0) } ?? .unknown
    case .words(let vocabulary):
      if spelling == "any" { return .words(.all(of: vocabulary)) }
      return vocabulary.word(spelling).map { .words(WordSet(vocabulary: vocabulary, [$0])) }
        ?? .unknown
    default: return .unknown
    }
  }
}

extension FactDecoder {
  /// A key or a place in a list on the way to a value.
  enum PathStep: Sendable {
    case key(String)
    case index(Int)
  }

  /// The members that a record was given, by field, with the record's own place.
  struct Given {
    let kind: RecordKind
    let members: [FactTree.Member?]
    let place: FactPlace

    /// Where to point when something is missing: the id, or the opening bracket.
    var anchor: FactPlace {
      if let id = self["id"] { return id.value.place }
      var bracket = place
      bracket.upper = min(place.upper, place.lower + 1)
      return bracket
    }

    subscript(name: String) -> FactTree.Member? {
      kind.index(of: name).flatMap { members[$0] }
    }

    /// The member with this name unless it is `null`.
    func supplied(_ name: String) -> FactTree.Member? {
      guard let member = self[name], member.value.content != .null else { return nil }
      return member
    }
  }

  /// The path to the value being read, as in `consents[0].level`.
  var spelledPath: String {
    var text = ""
    for step in path {
      switch step {
      case .key(let key):
        if !text.isEmpty { text += "." }
        text += FactTree.shortened(key)
      case .index(let index): text += "[\(index)]"
      }
    }
    return text
  }

  mutating func report(
    _ kind: FactProblem.Kind, _ message: String, at place: FactPlace,
    related: FactProblem.Related? = nil, suggestion: String? = nil
  ) {
    problems.append(
      FactProblem(kind, message, at: place, related: related, suggestion: suggestion))
  }

  mutating func reportRepeated(_ member: FactTree.Member, first: FactPlace) {
    report(
      .repeatedKey, "`\(FactTree.shortened(member.key))` is given twice; keep the one that holds",
      at: member.keyPlace, related: FactProblem.Related(first, "first given here"))
  }

  private mutating func reportUnknown(_ member: FactTree.Member, in kind: RecordKind) {
    let known = kind.fields.flatMap { [$0.name] + $0.aliases }
    let nearest = options.nearest(member.key, known)
    path.append(.key(member.key))
    defer { path.removeLast() }
    if options.collectsUnknownKeys {
      unknownKeys.append(
        UnknownKey(
          path: spelledPath, key: member.key, record: kind, nearest: nearest,
          place: member.keyPlace))
    } else {
      report(
        .unknownKey, "\(kind.titled) has no field `\(FactTree.shortened(member.key))`",
        at: member.keyPlace, suggestion: nearest)
    }
  }
}
