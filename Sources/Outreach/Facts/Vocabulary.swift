/// A closed list of words that a fact may take; the order is that of the field's documentation.
public enum Vocabulary: String, NumberedCases, Hashable, Sendable {
  case channel, technology, purpose, recipient, level, method, via, status, origin, outcome
  case direction, line, senderKind = "sender kind", senderSize = "sender size", scrubMode =
    "scrub mode", role, planKind =
    "plan kind"
  case element, purchaseKind = "purchase kind"

  /// The words, in order; comparisons of level use this order.
  public var words: [String] { Vocabulary.allWords[number] }

  private static let allWords = allCases.map(\.listedWords)

  private var listedWords: [String] {
    switch self {
    case .channel:
      ["voice", "sms", "mms", "rcs", "whatsapp", "fax", "email", "any"]
    case .technology:
      [
        "automated_selection", "automated_dialing", "random_or_sequential", "predictive",
        "prerecorded", "artificial_voice", "ai_agent", "voicemail_drop", "live_introduction",
      ]
    case .purpose:
      [
        "marketing", "service", "transactional", "research", "debt_collection", "political",
        "charitable", "religious", "recruitment", "consent_request", "greeting", "legal_notice",
        "emergency", "any",
      ]
    case .recipient:
      ["consumer", "business", "sole_trader", "partnership", "public_body", "named_employee"]
    case .level:
      ["implied", "presumed", "express", "written"]
    case .method:
      [
        "web_form", "paper_form", "spoken", "sms_keyword", "reply", "email", "double_opt_in",
        "in_app", "key_press", "in_person", "published", "contract", "browsing", "marketing_call",
        "interest_channel", "preticked",
      ]
    case .via:
      [
        "stop_reply", "spoken", "link", "email", "letter", "portal", "key_press", "register",
        "agent", "other",
      ]
    case .status:
      ["listed", "clear", "permitted", "refused"]
    case .origin:
      [
        "own_form", "paper_form", "event", "in_person", "inbound_call", "sms_keyword", "referral",
        "partner", "purchased", "scraped", "public_directory", "generated", "inherited",
        "crm_import",
      ]
    case .outcome:
      [
        "answered", "no_answer", "busy", "voicemail", "machine", "hung_up", "delivered",
        "undelivered", "bounced", "disconnected", "replied", "clicked", "refused", "abandoned",
        "complained",
      ]
    case .direction:
      ["outbound", "inbound"]
    case .line:
      [
        "fixed", "mobile", "toll_free", "premium", "shared_cost", "voip", "pager", "personal",
        "voicemail", "uan",
      ]
    case .senderKind:
      [
        "company", "sole_trader", "nonprofit", "charity", "religious", "political", "government",
        "school", "publisher", "lottery", "bank", "insurer", "telecom", "research_firm",
        "call_centre", "trustee",
      ]
    case .senderSize:
      ["micro", "small", "medium", "large"]
    case .scrubMode:
      ["download", "wash", "query", "per_attempt"]
    case .role:
      [
        "first", "follow_up", "consent_request", "double_opt_in", "opt_out_confirmation", "notice",
      ]
    case .planKind:
      ["campaign", "reactivation", "service", "survey"]
    case .element:
      [
        "opt_out", "identity", "on_behalf_of", "purpose", "contact_details", "address",
        "callback_number", "price", "frequency", "help", "link", "free_refusal", "objection_right",
        "withdrawal_right", "data_source", "register_right", "recording", "ai", "advertisement",
        "goods", "automated_opt_out", "toll_free_opt_out", "durable_medium",
      ]
    case .purchaseKind:
      ["sale", "free_account", "lease", "contract", "donation", "membership", "negotiation"]
    }
  }

  /// Hashes its place, which costs less than its spelling.
  public func hash(into hasher: inout Hasher) { hasher.combine(number) }

  /// The word with this spelling, or nil if the list has none such.
  public func word(_ spelling: String) -> Word? {
    words.firstIndex(of: spelling).map { Word(vocabulary: self, index: $0) }
  }
}

/// A word of a vocabulary.
public struct Word: Hashable, Sendable {
  /// The list it belongs to.
  public let vocabulary: Vocabulary

  /// Its place in the list, from 0.
  public let index: Int

  /// Makes a word; callers pass an index of the vocabulary's list.
  public init(vocabulary: Vocabulary, index: Int) {
    self.vocabulary = vocabulary
    self.index = index
  }

  /// Its spelling.
  public var spelling: String {
    let words = vocabulary.words
    return words.indices.contains(index) ? words[index] : "?"
  }

  /// Whether this is the word `any`, which stands for every other of its list.
  public var isAny: Bool { index == Word.places[vocabulary.number] }

  /// By vocabulary, the place of `any`.
  private static let places = Vocabulary.allCases.map { $0.words.firstIndex(of: "any") }
}

/// A set of words of one vocabulary.
public struct WordSet: Hashable, Sendable {
  /// The list the words belong to.
  public let vocabulary: Vocabulary

  /// One bit a word, the least significant for the first.
  public var bits: UInt64

  /// Makes a set from its bits.
  public init(vocabulary: Vocabulary, bits: UInt64) {
    self.vocabulary = vocabulary
    self.bits = bits
  }

  /// Makes a set from words; words of another vocabulary are left out.
  public init(vocabulary: Vocabulary, _ words: [Word]) {
    self.vocabulary = vocabulary
    bits = words.reduce(0) { $1.vocabulary == vocabulary ? $0 | 1 << UInt64($1.index) : $0 }
  }

  /// The set of every word of the list.
  public static func all(of vocabulary: Vocabulary) -> WordSet {
    WordSet(vocabulary: vocabulary, bits: (1 << UInt64(vocabulary.words.count)) - 1)
  }

  /// Whether the set holds a word.
  public func contains(_ word: Word) -> Bool {
    word.vocabulary == vocabulary && bits & (1 << UInt64(word.index)) != 0
  }

  /// The words, in the vocabulary's order.
  public var words: [Word] {
    vocabulary.words.indices
      .filter { bits & (1 << UInt64($0)) != 0 }
      .map { Word(vocabulary: vocabulary, index: $0) }
  }
}
