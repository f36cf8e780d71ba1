import FenceDiagnostics
import FenceSyntax
import Outreach

extension Compiler {
  /// The mappings of a policy.
  func mappings(of unit: PolicyUnit) -> [ContactMapping] {
    var earlier: [String: DeclarationSyntax] = [:]
    return unit.declarations(.mapping).compactMap { declaration in
      guard let name = declaration.name else { return nil }
      if let first = earlier[name.text] {
        reporter.report(
          .duplicateName, unit.source, name.range, "`\(name.text)` is declared twice",
          secondary: [unit.label(first.name?.range ?? first.range, "first declared here")])
        return nil
      }
      earlier[name.text] = declaration
      checkTitle(declaration, in: unit)
      return MappingAssembly(compiler: self, unit: unit).mapping(declaration, name)
    }
  }
}

extension Compiler {
  /// The organisation's own fields that a policy may name.
  fileprivate func ownFields(from unit: PolicyUnit) -> OwnFields {
    var fields = OwnFields()
    for owner in visible(from: unit).reversed() {
      for (document, declared) in owner.ownFields {
        for one in declared.values { fields.insert(one.field, of: document) }
      }
    }
    return fields
  }
}

/// Makes a mapping out of its declaration, and says what in it cannot be.
final class MappingAssembly {
  let compiler: Compiler
  let unit: PolicyUnit
  /// What the mapping says of all its columns.
  private(set) var defaults = ColumnDetails()
  /// The facts that are given, by their keys, with the places where they are.
  private var given: [(path: [String], range: SourceRange)] = []

  var reporter: Reporter { compiler.reporter }

  init(compiler: Compiler, unit: PolicyUnit) {
    self.compiler = compiler
    self.unit = unit
  }

  /// The whole mapping.
  func mapping(_ declaration: DeclarationSyntax, _ name: NameSyntax) -> ContactMapping {
    var mapping = ContactMapping(
      id: "\(unit.name).\(name.text)", title: declaration.title?.value ?? name.text)
    defaults = details(declaration.clauses)
    for clause in declaration.clauses {
      switch clause.kind {
      case .recognised(let headers):
        mapping.recognisedBy = headers.map { header in
          checkRepeated(header.spellings)
          return header.spellings.map(\.value)
        }
      case .separated(let text): mapping.separator = separator(text)
      case .column(let column):
        guard let read = self.column(column) else { continue }
        checkGiven(read.target.keys, as: column.target.path.text, at: column.target.range)
        mapping.columns.append(read)
      case .always(let fact, let value): always(fact, value, into: &mapping)
      case .incomplete(let lists): mapping.incomplete += lists.compactMap { incomplete($0) }
      default: break
      }
    }
    checkPhone(mapping, declaration, name)
    checkUse(of: declaration, mapping)
    return mapping
  }

  // MARK: what is given

  /// Reports a fact that is given already, itself or as part of another; only phones may be several.
  private func checkGiven(_ path: [String], as spelling: String, at range: SourceRange) {
    guard path != ["phone"] else { return }
    if let first = given.first(where: { $0.path.starts(with: path) || path.starts(with: $0.path) })
    {
      reporter.report(
        .factGivenTwice, unit.source, range, "`\(spelling)` is given twice",
        secondary: [unit.label(first.range, "first given here")],
        help:
          "other names of one column are written with `or`; only `phone` may have several columns")
    }
    given.append((path, range))
  }

  private func checkPhone(
    _ mapping: ContactMapping, _ declaration: DeclarationSyntax, _ name: NameSyntax
  ) {
    let isRead = declaration.clauses.contains {
      if case .column(let column) = $0.kind { return column.target.path.text == "phone" }
      return false
    }
    guard !isRead else { return }
    reporter.report(
      .mappingWithoutPhone, unit.source, name.range, "no column of this mapping gives `phone`",
      help: "add `column \"…\" gives phone`, with the name that the column has in the export")
  }

  /// Reports a spelling of a column or word that stands in one list twice.
  func checkRepeated(_ spellings: [Written<String>]) {
    var seen: [String: SourceRange] = [:]
    for spelling in spellings {
      guard
        let first = seen.updateValue(spelling.range, forKey: ContactMapping.folded(spelling.value))
      else { continue }
      reporter.report(
        .repeatedSpelling, unit.source, spelling.range,
        "`\(spelling.value)` is written twice; capitals and blanks make no difference",
        secondary: [unit.label(first, "first written here")])
    }
  }

  private func separator(_ text: Written<String>) -> UInt8? {
    let known: [String: UInt8] = [
      ",": UInt8(ascii: ","), ";": UInt8(ascii: ";"), "\t": 9, "|": UInt8(ascii: "|"),
    ]
    if let byte = known[text.value] { return byte }
    reporter.report(
      .wrongSeparator, unit.source, text.range, "cells are not separated by `\(text.value)`",
      help: "it is `\",\"`, `\";\"`, `\"|\"` or `\"\\t\"`, a tab")
    return nil
  }

  // MARK: constants and incomplete lists

  private func always(
    _ fact: NameSyntax, _ value: FieldValueSyntax, into mapping: inout ContactMapping
  ) {
    guard let found = resolve(fact) else { return }
    checkGiven(found.path, as: fact.text, at: fact.range)
    guard let tree = FactTree(value, in: unit.source) else { return }
    let content = tree.fitted(to: found.type)
    if fact.text == "phone" {
      reporter.report(
        .unmappable, unit.source, fact.range, "every row has a phone of its own",
        help: "write `column \"…\" gives phone`")
      return
    }
    guard check(content, at: found.path, value.range) else { return }
    let whole = FactTree.nested(found.path, content)
    mapping.constants = mapping.constants?.merged(with: whole) ?? whole
  }

  private func incomplete(_ syntax: TargetSyntax) -> ContactMapping.IncompleteList? {
    guard let found = resolve(syntax.path) else { return nil }
    guard case .list(.record(let kind)) = found.type else {
      reporter.report(
        .unmappable, unit.source, syntax.path.range,
        "`\(syntax.path.text)` is \(found.type.described), and only lists of records can be incomplete"
      )
      return nil
    }
    guard case .row(let choices)? = syntax.selector else {
      return ContactMapping.IncompleteList(path: found.path, fields: [])
    }
    return members(choices, of: kind, at: found.path).map {
      ContactMapping.IncompleteList(path: found.path, fields: $0)
    }
  }

  // MARK: facts

  /// The keys and the type of a written fact; reported where there is none.
  func resolve(_ name: NameSyntax) -> (path: [String], type: FactType)? {
    var type = FactType.record(.contact)
    var path: [String] = []
    for part in name.parts {
      if case .own(let document) = type {
        path.append(part.value)
        type = own(part, of: document)
        continue
      }
      guard case .record(let kind) = type else {
        let head = path.joined(separator: ".")
        reporter.report(
          .unknownField, unit.source, part.range,
          "`\(head)` is \(type.described), and has no field `\(part.value)`",
          help: type.isTable ? "write `\(head)(POLICY.register).status`" : nil)
        return nil
      }
      guard let index = kind.index(of: part.value) else {
        let fields = kind.fields.map(\.name)
        let near = didYouMean(part.value, among: fields)
        let what = path.isEmpty ? "a contact" : "`\(path.joined(separator: "."))`"
        reporter.report(
          .unknownField, unit.source, part.range, "\(what) has no field `\(part.value)`",
          help: near.map { "did you mean `\($0)`?" } ?? "it has \(fields.joined(separator: ", "))",
          fix: near.map { .write($0, at: part.range) })
        return nil
      }
      path.append(part.value)
      type = kind.fields[index].type
    }
    return (path, type)
  }

  /// The type of one of the organisation's own fields; text, with a warning, where no policy declares it.
  private func own(_ name: Written<String>, of document: RecordKind) -> FactType {
    if let field = compiler.ownField(name.value, of: document, from: unit) {
      return field.type.factType
    }
    reporter.report(
      .idleDetail, unit.source, name.range,
      "no policy declares the field `\(name.value)`, so that nothing reads it",
      help: "declare it with `extend \(document.rawValue)`")
    return .text
  }

  /// Whether a value can be that of a fact; reports what the reader of facts says of it.
  func check(_ value: FactTree, at path: [String], _ range: SourceRange) -> Bool {
    let problems = self.problems(of: value, at: path)
    for problem in problems {
      reporter.report(
        problem.kind == .unknownWord ? .unknownWord : .mismatchedTypes, unit.source, range,
        problem.message, help: problem.suggestion.map { "did you mean `\($0)`?" })
    }
    guard problems.isEmpty else { return false }
    guard let code = value.spelling, path == ["country"] || path == ["region"],
      !compiler.isPlace(code)
    else { return true }
    reporter.report(
      .unknownPlace, unit.source, range, "there is no place `\(code)` in ISO 3166")
    return false
  }

  /// What the reader of facts says of a value at a place of the contact.
  func problems(of value: FactTree, at path: [String]) -> [FactProblem] {
    var options = FactDecoder.Options(world: nil) { didYouMean($0, among: $1) }
    options.isFence = true
    options.isPartial = true
    options.ownFields = compiler.ownFields(from: unit)
    var decoder = FactDecoder(file: 0, options: options)
    _ = decoder.decode(FactTree.nested(path, value), as: .contact)
    return decoder.problems
  }
}

extension FactType {
  /// Whether entries are found by a key.
  var isTable: Bool {
    if case .table = self { return true }
    return false
  }
}

extension ContactMapping.Target {
  /// The keys of the fact, a row of a list as one of them.
  fileprivate var keys: [String] {
    guard let row else { return path }
    let choices = row.fields.map {
      "\($0.key) \($0.value.spelling ?? "\($0.value.content)")"
    }
    return path + ["(\(choices.joined(separator: ", ")))", row.field ?? ""]
  }
}

extension FactTree {
  /// A value with the keys that lead to it, each an object of one member.
  static func nested(_ path: [String], _ value: FactTree) -> FactTree {
    path.reversed().reduce(value) { inner, key in
      FactTree(.object([Member(key: key, keyPlace: value.place, value: inner)]), value.place)
    }
  }

  /// The members of both, those of objects with equal keys put together.
  fileprivate func merged(with other: FactTree) -> FactTree {
    guard case .object(var members) = content, case .object(let more) = other.content else {
      return other
    }
    for member in more {
      if let index = members.firstIndex(where: { $0.key == member.key }) {
        members[index].value = members[index].value.merged(with: member.value)
      } else {
        members.append(member)
      }
    }
    return FactTree(.object(members), place)
  }

  /// One value written for a list as the list of it.
  fileprivate func fitted(to type: FactType) -> FactTree {
    guard case .list = type else { return self }
    switch content {
    case .array, .null: return self
    default: return FactTree(.array([self]), place)
    }
  }
}
