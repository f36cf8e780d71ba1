import Outreach

/// Reads what a step says: its script if it is a call, else its message.
///
/// Nothing declared is declared nothing: an absent `says` counts as none, so that a text without the words
/// is known not to say them. What a step declares, in `says` or `omits`, beats what its words are read to hold;
/// of an element declared in both, `says` counts.
struct MessageReader {
  /// What is known of the words; nil if the text is not.
  private var text: Words?
  private var language: String?
  private var declared = WordSet(vocabulary: .element, bits: 0)
  private var omitted = WordSet(vocabulary: .element, bits: 0)
  /// Whether more may be declared than is known: the script's record in the programme is not.
  private var mayDeclareMore = false
  /// Whether it is unknown which of message and script counts, or there is none.
  private var isUnknown = false
  private let senderName: [String]
  private let phrases: [Phrases]

  /// The words of a text.
  private struct Words {
    var all: [String]
    /// The words of the first sentence.
    var opening: [String]
    /// Whether placeholders stand for words that are not known.
    var hasPlaceholder: Bool
  }

  init(step: FactRecord, plan: PlanFacts) {
    phrases = plan.library.policies.flatMap(\.phrases)
    if case .record(let sender) = plan.record["sender"].value,
      case .text(let name) = sender["name"].value
    {
      senderName = TextSearch.foldedWords(name)
    } else {
      senderName = []
    }
    guard let field = step.messageField, case .record(let record) = step[field].value else {
      isUnknown = true
      return
    }
    if case .words(let set) = record["says"].value { declared = set }
    if case .words(let set) = record["omits"].value { omitted = set }
    if case .text(let code) = record["language"].value { language = code }
    if case .text(let written) = record["text"].value { text = MessageReader.words(written) }
    switch record["id"].value {
    case .text(let id): readScript(id, of: plan)
    case .unknown where field == "script": mayDeclareMore = true
    default: break
    }
  }

  /// Adds what the script's record in the programme says.
  private mutating func readScript(_ id: String, of plan: PlanFacts) {
    guard case .list(let scripts)? = plan.programme?["scripts"].value else {
      mayDeclareMore = true
      return
    }
    for case .record(let script) in scripts.map(\.value) {
      switch Evaluator.equal(script["id"].value, .text(id)) {
      case .no: continue
      case .unknown: mayDeclareMore = true
      case .yes:
        if case .words(let set) = script["says"].value {
          declared.bits |= set.bits
        } else {
          mayDeclareMore = true
        }
      }
    }
  }

  private static func words(_ text: String) -> Words {
    let visible = withoutPlaceholders(text)
    let end = visible.firstIndex { ".!?\n".contains($0) } ?? visible.endIndex
    return Words(
      all: TextSearch.foldedWords(visible),
      opening: TextSearch.foldedWords(String(visible[..<end])),
      hasPlaceholder: visible.count < text.count)
  }

  /// Placeholders such as `{{first_name}}` stand for text that is not known.
  private static func withoutPlaceholders(_ text: String) -> String {
    var result = ""
    var isInside = false
    var previous: Character?
    for character in text {
      if character == "{", previous == "{" {
        isInside = true
        if result.last == "{" { result.removeLast() }
      }
      if !isInside { result.append(character) }
      if character == "}", previous == "}" { isInside = false }
      previous = character
    }
    return result
  }

  /// Whether the step says an element, at its beginning if `first`.
  ///
  /// True if it is declared or the text holds one of the element's phrases for its language; false only if it is
  /// declared to be left out, or text and language are known and no phrase fits.
  func says(_ element: Word, first: Bool) -> Truth {
    if isUnknown { return .unknown }
    let isDeclared = declared.contains(element)
    if isDeclared, !first { return .yes }
    if !isDeclared, omitted.contains(element) { return mayDeclareMore ? .unknown : .no }
    guard let text, let language else { return .unknown }
    let searched = first ? text.opening : text.all
    let known = phrases.filter { $0.element == element && $0.language == language }
    let isSaid = known.contains { list in
      list.phrases.contains {
        TextSearch.holds(searched, phrase: TextSearch.foldedWords($0))
      }
    }
    if isSaid { return .yes }
    if element.spelling == "identity", TextSearch.holds(searched, phrase: senderName) {
      return .yes
    }
    return isDeclared || known.isEmpty || text.hasPlaceholder || mayDeclareMore ? .unknown : .no
  }
}

extension FactRecord {
  /// The field of a step that holds its words: a call has a script, everything else a message; nil if the
  /// channel is unknown.
  var messageField: String? {
    guard case .word(let channel) = self["channel"].value else { return nil }
    return channel.spelling == "voice" ? "script" : "message"
  }
}
