import Outreach

/// Reads what a step's message or script says.
struct MessageReader {
  private var declared: [WordSet] = []
  private var words: [String]?
  private var hasPlaceholder = false
  private var opening: [String] = []
  private var language: String?
  private var senderName: [String] = []
  private let phrases: [Phrases]

  init(step: FactRecord, plan: PlanFacts) {
    phrases = plan.library.policies.flatMap(\.phrases)
    if case .record(let sender) = plan.record["sender"].value,
      case .text(let name) = sender["name"].value
    {
      senderName = TextSearch.foldedWords(name)
    }
    for field in ["message", "script"] {
      guard case .record(let record) = step[field].value else { continue }
      read(record)
      if case .text(let id) = record["id"].value { readScript(id, of: plan) }
    }
  }

  private mutating func read(_ record: FactRecord) {
    if case .words(let set) = record["says"].value { declared.append(set) }
    if case .text(let code) = record["language"].value { language = code }
    guard case .text(let text) = record["text"].value else { return }
    let visible = MessageReader.withoutPlaceholders(text)
    hasPlaceholder = visible.count < text.count
    words = TextSearch.foldedWords(visible)
    let end = visible.firstIndex { ".!?\n".contains($0) } ?? visible.endIndex
    opening = TextSearch.foldedWords(String(visible[..<end]))
  }

  private mutating func readScript(_ id: String, of plan: PlanFacts) {
    guard case .list(let scripts)? = plan.programme?["scripts"].value else { return }
    for case .record(let script) in scripts.map(\.value)
    where script["id"].value == .text(id) {
      if case .words(let set) = script["says"].value { declared.append(set) }
    }
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

  /// True if the step declares the element or its text holds one of its phrases; false only if the text and
  /// its language are known and no phrase fits.
  func says(_ element: Word, first: Bool) -> Truth {
    if !first, declared.contains(where: { $0.contains(element) }) { return .yes }
    guard let words, let language else { return .unknown }
    let known = phrases.filter { $0.element == element }
    let searched = first ? opening : words
    for list in known where list.language == language {
      for phrase in list.phrases
      where TextSearch.holds(searched, phrase: TextSearch.foldedWords(phrase)) {
        return .yes
      }
    }
    if element.spelling == "identity", !senderName.isEmpty,
      TextSearch.holds(searched, phrase: senderName)
    {
      return .yes
    }
    if first, declared.contains(where: { $0.contains(element) }) { return .unknown }
    return known.contains { $0.language == language } && !hasPlaceholder ? .no : .unknown
  }
}
