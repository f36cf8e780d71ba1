import FenceCore
import FenceDiagnostics
import FenceSemantics
import FenceSyntax
import Outreach

/// Which forms of the language the compiled policies of a run hold.
struct FormCoverage {
  /// How many policy sets were written, and how many of them compiled.
  var sets = 0
  var compiled = 0
  /// How many sets hold a word of a form of the reference.
  private(set) var forms: [String: Int] = [:]
  /// How many sets hold a kind of core expression, by the word with which `dump core` begins it.
  private(set) var core: [String: Int] = [:]
  /// How many sets hold a declaration.
  private(set) var declarations: [String: Int] = [:]
  /// How many sets ask for a type of fact.
  private(set) var types: [String: Int] = [:]
  /// The fields of the schema that some set asks for.
  private(set) var fields: Set<String> = []

  /// Adds a set that compiled.
  mutating func add(_ files: [SourceText], _ library: Library, _ writer: PolicyWriter) {
    compiled += 1
    let text = files.map { " " + $0.spaced + " " }.joined()
    for word in FormCoverage.words where text.contains(" \(word) ") {
      forms[word, default: 0] += 1
    }
    for keyword in DeclarationKeyword.allCases
    where files.contains(where: { $0.text.contains("\n\(keyword.rawValue) ") })
      || keyword == .policy
    {
      declarations[keyword.rawValue, default: 0] += 1
    }
    for head in Set(library.policies.flatMap(FormCoverage.heads)) { core[head, default: 0] += 1 }
    for type in writer.typesAsked { types[type, default: 0] += 1 }
    fields.formUnion(writer.fieldsAsked)
  }

  mutating func add(_ other: FormCoverage) {
    sets += other.sets
    compiled += other.compiled
    forms.merge(other.forms) { $0 + $1 }
    core.merge(other.core) { $0 + $1 }
    declarations.merge(other.declarations) { $0 + $1 }
    types.merge(other.types) { $0 + $1 }
    fields.formUnion(other.fields)
  }

  /// What the product has and no set held: forms and declarations by their lists, core expressions by those of
  /// the shipped policies, types by the schema.
  func missing(shipped: Library, readable: ReadableFacts) -> [String] {
    // Notes are shown and never judged; mappings are read before anything is judged; tests and campaigns are facts.
    let idle: Set<DeclarationKeyword> = [.note, .mapping, .test, .campaign]
    let all = DeclarationKeyword.allCases.filter { !idle.contains($0) }.map(\.rawValue)
    let heads = Set(shipped.policies.flatMap(FormCoverage.heads))
    let wanted = Set(readable.everything.map(\.type.kindName))
    return FormCoverage.words.filter { forms[$0] == nil }.map { "the form `\($0)`" }
      + all.filter { declarations[$0] == nil }.map { "the declaration `\($0)`" }
      + heads.filter { core[$0] == nil }.sorted().map { "the core's `\($0)`" }
      + wanted.filter { types[$0] == nil }.sorted().map { "facts of type \($0)" }
  }

  /// The words by which forms are known in a text: all of their names.
  private static let words: [String] = (LanguageForm.verbs + LanguageForm.expressions).flatMap {
    $0.name.split(separator: ", ").map(String.init)
  }

  /// The words with which the core expressions of a policy begin.
  private static func heads(of policy: Policy) -> Set<String> {
    var heads: Set<String> = []
    // Behind `;` stand the words of the policy, behind `under` its law.
    let core = dumpCore(policy).split(separator: "\n").filter { !$0.hasPrefix("  under ") }
      .compactMap { $0.split(separator: ";", omittingEmptySubsequences: false).first }
      .joined(separator: "\n")
    for piece in core.split(separator: "(").dropFirst() {
      let head = piece.prefix { $0 != " " && $0 != ")" && $0 != "\n" }
      // Shares are numbered, and places of fields named.
      guard !head.isEmpty, head.first != ".", head.first != "\"", !head.hasPrefix("share-"),
        head.allSatisfy({ $0.isLowercase || "<=+-?".contains($0) })
      else { continue }
      heads.insert(String(head))
    }
    return heads
  }
}

extension SourceText {
  /// The text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The text with nothing but single spaces between words and marks.
  fileprivate var spaced: String {
    var result = ""
    for character in text {
      switch character {
      case "(", ")", ",", "{", "}", "[", "]", ".", "\n": result += " "
      default: result.append(character)
      }
    }
    return result.split(separator: " ").joined(separator: " ")
  }
}
