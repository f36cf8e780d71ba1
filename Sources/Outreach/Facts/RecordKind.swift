/// The records of the facts: which there are, and the fields of each (`FactSchema+Data.swift`).
public enum RecordKind: String, CaseIterable, Hashable, Sendable {
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
}
