/// The records of the facts: which there are, and the fields of each (`FactSchema+Data.swift`).
public enum RecordKind: String, NumberedCases, Hashable, Sendable {
  // Contact
  case contact, lineAnswer, preferences, origin, consent, timeRange, optOut, registerAnswer
  case relationship, purchase, request, historyEntry
  // Plan
  case plan, offer, sender, senderContact, callerID, registration, audience, scrub, step, message
  case script, window, dialler, condition, metrics, metric
  // Programme
  case programme, privacyNotice, collectionPoint, wording, consentRecords, optOutHandling
  case suppressionList, system, review, dataQuality, cleaning, listAudit, training, scriptRecord
  case retention, security, sensitiveData, personRequests, complaints, sharing, vendor, monitoring
  case lawReview, feedback, doNotCallPolicy
  // Derived by the program
  case derived, derivedNumber

  /// Hashes its place, which costs less than its spelling.
  public func hash(into hasher: inout Hasher) { hasher.combine(number) }
}

extension RecordKind {
  /// How messages call the record, with its article: `a step`, `an opt-out`.
  var titled: String {
    let isVowel = title.first.map { "aeiou".contains($0) } ?? false
    return (isVowel ? "an " : "a ") + title
  }

  private var title: String {
    switch self {
    case .lineAnswer: "line"
    case .timeRange: "span of times"
    case .optOut: "opt-out"
    case .registerAnswer: "register's answer"
    case .historyEntry: "entry of the history"
    case .senderContact: "sender's contact"
    case .callerID: "caller id"
    case .privacyNotice: "privacy notice"
    case .collectionPoint: "collection point"
    case .consentRecords: "record of consents"
    case .optOutHandling: "programme's opt-out"
    case .suppressionList: "suppression list"
    case .dataQuality: "data quality entry"
    case .listAudit: "list audit"
    case .scriptRecord: "script"
    case .sensitiveData: "sensitive data entry"
    case .personRequests: "requests-of-people entry"
    case .lawReview: "law review"
    case .doNotCallPolicy: "do-not-call policy"
    case .derivedNumber: "number"
    default: rawValue
    }
  }
}
