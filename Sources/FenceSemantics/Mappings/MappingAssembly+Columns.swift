import FenceDiagnostics
import FenceSyntax
import Outreach

/// What `blank`, `dates` and `words` say.
struct ColumnDetails {
  var blank: Written<String>?
  var dates: (reading: ContactMapping.DateReading, range: SourceRange)?
  var words: [MeaningSyntax] = []
}

extension MappingAssembly {
  /// The details among the clauses of a mapping or of a column.
  func details(_ clauses: [ClauseSyntax]) -> ColumnDetails {
    var details = ColumnDetails()
    for clause in clauses {
      switch clause.kind {
      case .blank(let meaning): details.blank = meaning
      case .dates(let first, let zone):
        if let zone, !compiler.context.zoneExists(zone.value) {
          reporter.report(
            .unknownZone, unit.source, zone.range, "there is no time zone `\(zone.value)`",
            help: "zones have names such as `America/New_York`")
        }
        let order = ContactMapping.DateReading.Order(rawValue: first.value) ?? .yearMonthDay
        details.dates = (.init(order: order, zone: zone?.value), clause.range)
      case .words(let meanings): details.words += meanings
      default: break
      }
    }
    checkRepeated(details.words.flatMap(\.spellings))
    return details
  }

  /// A column; nil if it gives no fact, which is reported.
  func column(_ syntax: ColumnSyntax) -> ContactMapping.Column? {
    checkRepeated(syntax.header.spellings)
    guard let (target, found) = target(syntax.target, isSplit: syntax.split != nil) else {
      return nil
    }
    var type = found
    var split: ContactMapping.Split?
    if let written = syntax.split {
      guard let found = self.split(written, of: type, syntax.target) else { return nil }
      (split, type) = found
    }
    let own = details(syntax.clauses)
    var column = ContactMapping.Column(
      spellings: syntax.header.spellings.map(\.value), target: target, type: type)
    column.split = split
    column.dates = own.dates?.reading ?? defaults.dates?.reading ?? .init()
    if let range = own.dates?.range, !column.holdsMoments {
      reporter.report(
        .idleDetail, unit.source, range, "this column gives no day or time")
    }
    switch (own.blank?.value, defaults.blank?.value) {
    case ("none"?, _): column.blank = .none
    case (nil, "none"?): column.blank = .noRow
    default: column.blank = .unknown
    }
    for meaning in defaults.words where fits(meaning.value, column) {
      add(meaning, to: &column)
    }
    for meaning in own.words where isRight(meaning, of: column) { add(meaning, to: &column) }
    return column
  }

  // MARK: targets

  private func target(
    _ syntax: TargetSyntax, isSplit: Bool
  ) -> (ContactMapping.Target, FactType)? {
    guard let (path, type) = resolve(syntax.path) else { return nil }
    switch (syntax.selector, type) {
    case (.entry(let key), .table(let kind)):
      return field(of: kind, syntax).map { field, type in
        (ContactMapping.Target(path: path + [key.text, field]), type)
      }
    case (.row(let choices), .list(.record(let kind))):
      return row(choices, of: kind, at: path, syntax)
    case (nil, .list) where isSplit, (nil, .words) where isSplit:
      return (ContactMapping.Target(path: path), type)
    case (nil, .list(.record)):
      return unmappable(
        syntax, "is a list of records",
        "say which row, as in `\(syntax.path.text)(channel sms)`, or how the cell is cut, with `split`"
      )
    case (nil, .list):
      return unmappable(
        syntax, "is a list", "say what stands between its values, as in `split \";\"`")
    case (nil, .table):
      return unmappable(
        syntax, "is a table", "say which entry, as in `\(syntax.path.text)(US.national_dnc).status`"
      )
    case (nil, .record(let kind)):
      return unmappable(
        syntax, "is a record",
        "name one of its fields: \(kind.fields.map(\.name).joined(separator: ", "))")
    case (nil, .own):
      return unmappable(
        syntax, "holds fields of your own", "name the field, as in `\(syntax.path.text).tier`")
    case (nil, _): return (ContactMapping.Target(path: path), type)
    default:
      return unmappable(
        syntax, "is \(type.described)",
        "leave out the brackets: only rows of lists and entries of tables have them")
    }
  }

  private func unmappable(
    _ syntax: TargetSyntax, _ what: String, _ help: String
  ) -> (ContactMapping.Target, FactType)? {
    reporter.report(
      .unmappable, unit.source, syntax.range,
      "`\(syntax.path.text)` \(what), which no cell can hold",
      help: help)
    return nil
  }

  private func row(
    _ choices: [FieldSyntax], of kind: RecordKind, at path: [String], _ syntax: TargetSyntax
  ) -> (ContactMapping.Target, FactType)? {
    guard let members = members(choices, of: kind, at: path) else { return nil }
    guard syntax.field != nil else {
      let row = ContactMapping.Row(fields: members, field: nil)
      return (ContactMapping.Target(path: path, row: row), .truth)
    }
    guard let (field, type) = field(of: kind, syntax) else { return nil }
    if let choice = choices.first(where: { $0.name.value == field }) {
      reporter.report(
        .factGivenTwice, unit.source, syntax.field?.range ?? syntax.range,
        "`\(field)` is given twice",
        secondary: [unit.label(choice.name.range, "first given here")])
      return nil
    }
    return (
      ContactMapping.Target(path: path, row: .init(fields: members, field: field)), type
    )
  }

  /// The fields that tell rows of a list from others; nil if something is wrong with them.
  func members(
    _ choices: [FieldSyntax], of kind: RecordKind, at path: [String]
  ) -> [FactTree.Member]? {
    var members: [FactTree.Member] = []
    for choice in choices {
      guard let value = FactTree(choice.value, in: unit.source) else { return nil }
      let object = FactTree.nested([choice.name.value], value)
      guard kind.index(of: choice.name.value) != nil else {
        reportUnknownField(choice.name, of: kind)
        return nil
      }
      let rows = FactTree(.array([object]), value.place)
      guard check(rows, at: path, choice.value.range) else { return nil }
      checkGivenOnce(choice.name, among: choices)
      members.append(
        FactTree.Member(key: choice.name.value, keyPlace: value.place, value: value))
    }
    return members
  }

  private func checkGivenOnce(_ name: Written<String>, among choices: [FieldSyntax]) {
    guard let first = choices.first(where: { $0.name.value == name.value }),
      first.name.range != name.range
    else { return }
    reporter.report(
      .factGivenTwice, unit.source, name.range, "`\(name.value)` is given twice",
      secondary: [unit.label(first.name.range, "first given here")])
  }

  /// The field behind the brackets, which must hold a single value.
  private func field(of kind: RecordKind, _ syntax: TargetSyntax) -> (String, FactType)? {
    guard let field = syntax.field else {
      reporter.report(
        .unmappable, unit.source, syntax.range,
        "`\(syntax.path.text)(…)` has no field that the cell gives",
        help: "add one behind the brackets: \(kind.fields.map(\.name).joined(separator: ", "))")
      return nil
    }
    guard let index = kind.index(of: field.value) else {
      reportUnknownField(field, of: kind)
      return nil
    }
    let type = kind.fields[index].type
    switch type {
    case .list, .record, .table:
      _ = unmappable(
        syntax, "has the field `\(field.value)`", "it is \(type.described); name a plain one")
      return nil
    default: return (field.value, type)
    }
  }

  private func reportUnknownField(_ name: Written<String>, of kind: RecordKind) {
    let fields = kind.fields.map(\.name)
    let near = didYouMean(name.value, among: fields)
    reporter.report(
      .unknownField, unit.source, name.range, "the rows of this list have no field `\(name.value)`",
      help: near.map { "did you mean `\($0)`?" } ?? "they have \(fields.joined(separator: ", "))",
      fix: near.map { .write($0, at: name.range) })
  }

  // MARK: packed lists

  /// The split with the type of what it cuts a cell into.
  private func split(
    _ syntax: SplitSyntax, of type: FactType, _ target: TargetSyntax
  ) -> (ContactMapping.Split, FactType)? {
    for text in [syntax.separator, syntax.fieldSeparator].compactMap(\.self)
    where text.value.isEmpty {
      reporter.report(
        .wrongSeparator, unit.source, text.range, "nothing cannot stand between values")
      return nil
    }
    switch type {
    case .list(.record(let kind)):
      guard let inner = syntax.fieldSeparator, inner.value != syntax.separator.value else {
        _ = unmappable(
          target, "is a list of records",
          "say what stands between the fields of each: `split \";\" fields \"|\" (channel, at)`")
        return nil
      }
      var fields: [ContactMapping.Split.Field] = []
      for name in syntax.fields {
        guard let index = kind.index(of: name.value) else {
          reportUnknownField(name, of: kind)
          return nil
        }
        fields.append(.init(key: name.value, type: kind.fields[index].type))
      }
      return (
        .init(
          separator: syntax.separator.value, fields: .init(separator: inner.value, fields: fields)),
        type
      )
    case .list, .words:
      guard let inner = syntax.fieldSeparator else {
        return (.init(separator: syntax.separator.value), type)
      }
      reporter.report(
        .unmappable, unit.source, inner.range, "the values of `\(target.path.text)` have no fields",
        help: "leave out `fields`")
      return nil
    default:
      reporter.report(
        .unmappable, unit.source, syntax.separator.range,
        "`\(target.path.text)` is \(type.described), and takes one value",
        help: "leave out `split`; several numbers stand in columns of their own")
      return nil
    }
  }

  // MARK: words

  private func add(_ meaning: MeaningSyntax, to column: inout ContactMapping.Column) {
    let content = content(of: meaning.value)
    for spelling in meaning.spellings {
      column.words.updateValue(content, forKey: ContactMapping.folded(spelling.value))
    }
  }

  /// The value that a word means; nil for unknown.
  private func content(of value: FieldValueSyntax) -> FactTree.Content? {
    if case .name(let name) = value, name.text == "unknown" { return nil }
    return FactTree(value, in: unit.source)?.content
  }

  /// Whether a value can be that of a column at all, for words that are written for all columns.
  private func fits(_ value: FieldValueSyntax, _ column: ContactMapping.Column) -> Bool {
    switch (content(of: value), column.type) {
    case (nil, _), (.null?, _): true
    case (.truth?, let type): type == .truth
    case (.word(let word)?, let type): type.vocabulary?.word(word) != nil
    default: false
    }
  }

  /// Whether a value can be that of this column; reported if not.
  private func isRight(_ meaning: MeaningSyntax, of column: ContactMapping.Column) -> Bool {
    guard let content = content(of: meaning.value) else { return true }
    let range = meaning.value.range
    let value = FactTree(content, FactPlace(range, in: unit.source))
    if content == .null { return true }
    guard let row = column.target.row else {
      guard let fields = column.split?.fields else {
        return check(value, at: column.target.path, range)
      }
      return fields.fields.contains { field in
        let object = FactTree.nested([field.key], value)
        return problems(of: FactTree(.array([object]), value.place), at: column.target.path)
          .isEmpty
      } || check(value, at: column.target.path, range)
    }
    guard let field = row.field else {
      if case .truth = content { return true }
      reporter.report(
        .mismatchedTypes, unit.source, range,
        "the cells of this column say whether there is such a row: true or false")
      return false
    }
    let object = FactTree.nested([field], value)
    return check(FactTree(.array([object]), value.place), at: column.target.path, range)
  }

  /// Reports what a mapping says of all its columns where none of them can use it.
  func checkUse(of declaration: DeclarationSyntax, _ mapping: ContactMapping) {
    if let dates = defaults.dates, !mapping.columns.contains(where: \.holdsMoments) {
      reporter.report(
        .idleDetail, unit.source, dates.range, "no column of this mapping gives a day or time")
    }
    for meaning in defaults.words
    where !mapping.columns.contains(where: { fits(meaning.value, $0) }) {
      reporter.report(
        .idleDetail, unit.source, meaning.value.range,
        "no column of this mapping can mean `\(unit.source.text(in: meaning.value.range))`",
        help: "words of one column stand in the braces behind it")
    }
  }
}

extension ContactMapping.Column {
  /// Whether days or times stand in its cells.
  fileprivate var holdsMoments: Bool {
    type == .moment
      || split?.fields?.fields.contains { $0.type == .moment } ?? false
  }
}
