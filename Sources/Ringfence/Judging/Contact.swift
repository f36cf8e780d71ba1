import FenceCore
import FenceDiagnostics
import FenceWorkspace
import Outreach
import OutreachFacts

/// A contact, read by the policies of a campaign.
public struct Contact: Sendable {
  /// The record's id; empty where it has none.
  public let id: String

  /// The number, in canonical form where it can be read as one; empty where there is none.
  public let phone: String

  /// Keys that no field has, which are worth a look: a misspelt one leaves its fact unknown.
  public let unknownKeys: [Problem]

  let record: FactRecord
  let document: String

  init(_ record: FactRecord, unknownKeys: [UnknownKey], in document: String, isWritten: Bool) {
    self.record = record
    self.document = document
    id = Contact.text(record["id"].value)
    phone = Contact.text(record["phone"].value)
    self.unknownKeys = unknownKeys.map { key in
      Problem(
        code: FactProblem.Kind.unknownKey.rawValue, message: "no field is called `\(key.path)`",
        help: key.nearest.map { "did you mean `\($0)`?" }, document: document,
        line: isWritten ? key.place.line : nil, column: isWritten ? key.place.column : nil)
    }
  }

  private static func text(_ value: FactValue) -> String {
    switch value {
    case .text(let text), .phone(let text): text
    default: ""
    }
  }
}

extension Campaign {
  /// Makes a contact from values, checked as those of a document are.
  ///
  /// ```swift
  /// let contact = try campaign.contact(["phone": "+13055550142", "recipient": "consumer", "opt_outs": []])
  /// ```
  ///
  /// - Throws: everything wrong with the values, by the names of their fields.
  public func contact(_ facts: Facts) throws(LoadingError) -> Contact {
    try contact(facts.tree, in: "contact", isWritten: false)
  }

  /// Reads a contact from the JSON of one object.
  ///
  /// ```swift
  /// let contact = try campaign.contact(json: Document(name: "crm", text: #"{"phone": "+13055550142"}"#))
  /// ```
  ///
  /// - Throws: everything wrong with it, with lines and columns.
  public func contact(json: Document) throws(LoadingError) -> Contact {
    let source = try json.source()
    let tree: FactTree
    do {
      tree = try JSONParser.parse(source.bytes[...])
    } catch {
      throw LoadingError([Problem(error, in: json.name, isWritten: true)])
    }
    return try contact(tree, in: json.name, isWritten: true)
  }

  private func contact(
    _ tree: FactTree, in document: String, isWritten: Bool
  ) throws(LoadingError) -> Contact {
    var decoder = FactDecoder(file: contactFile, options: contactOptions)
    let record = decoder.decode(tree, as: .contact)
    let problems = decoder.problems + decoder.unknownKeys.compactMap(misspeltList)
    guard problems.isEmpty else {
      throw LoadingError(problems.map { Problem($0, in: document, isWritten: isWritten) })
    }
    return Contact(
      record, unknownKeys: decoder.unknownKeys, in: document, isWritten: isWritten)
  }

  /// The number that stands for a contact's document in `Origin`.
  var contactFile: Int32 { Int32(clamping: documents.count) }

  var contactOptions: FactDecoder.Options {
    .contacts(
      world: world, reads: policies.contactFacts, ownFields: policies.library.ownFields)
  }

  /// A misspelt list that rules look at would pass for one that nobody supplied.
  func misspeltList(_ key: UnknownKey) -> FactProblem? {
    guard key.hides(listIn: policies.contactFacts) else { return nil }
    return FactProblem(
      .unknownKey, "no field is called `\(key.path)`", at: key.place, suggestion: key.nearest)
  }

  /// The place at which a fact of the campaign or of a contact was read; nil if it was read nowhere.
  func location(_ origin: Origin, _ contact: Contact?) -> Location? {
    guard origin.file >= 0 else { return nil }
    let names = documents + [contact?.document].compactMap(\.self)
    let index = Int(origin.file)
    guard names.indices.contains(index) else { return nil }
    return Location(document: names[index], line: Int(origin.line), column: Int(origin.column))
  }
}

/// Where something was read.
public struct Location: Hashable, Sendable, CustomStringConvertible {
  /// The document; `contact` for a contact that was made from values.
  public let document: String

  /// The line, from 1.
  public let line: Int

  /// The column, from 1, in bytes.
  public let column: Int

  /// `document:line:column`.
  public var description: String { "\(document):\(line):\(column)" }
}
