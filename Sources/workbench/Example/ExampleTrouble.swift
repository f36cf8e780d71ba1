/// What can be the matter with a contact; each is something that real lists hold.
enum ExampleTrouble: CaseIterable {
  // Consent
  case noConsent, consentNotSupplied, consentForEmail, consentImplied, consentExpired
  case consentWithdrawn, consentForCallsOnly, consentForService, boxTicked, spokenWithoutRecording
  // Opt-outs
  case optedOut, optedOutOfTexts, optedOutAndBack, optOutsNotSupplied, optedOutOfService
  // Registers
  case listed, listedCustomer, registerNotAsked, registerAskedLongAgo
  // History
  case atTheCap, overTheCap, historyNotSupplied, refused, disconnected, texted
  // The person
  case gone, dormant, business, recipientUnknown, asked
  // Where the record comes from
  case bought, partner
  // The number and the place
  case tollFree, noAddress, moved, invalid, noNumber

  /// How many contacts of a thousand have it.
  var contacts: Int {
    switch self {
    case .noConsent, .optedOutOfTexts, .consentImplied, .consentWithdrawn, .consentExpired: 36
    case .consentForEmail, .optedOut, .consentForCallsOnly: 28
    case .listed, .listedCustomer, .overTheCap: 22
    case .optedOutAndBack, .registerAskedLongAgo, .atTheCap, .bought, .consentNotSupplied: 16
    case .tollFree, .noAddress, .moved, .recipientUnknown, .optOutsNotSupplied: 12
    case .invalid, .noNumber, .partner: 4
    default: 9
    }
  }

  /// The contact with the trouble.
  func applied(to sound: JSONText, _ maker: inout ExampleContact) -> JSONText {
    var contact = sound
    let consents = sound["consents"]?.items ?? []
    switch self {
    case .noConsent: contact["consents"] = []
    case .consentNotSupplied: contact["consents"] = nil
    case .consentForEmail: contact["consents"] = .list([consents[0].with("channel", "email")])
    case .consentImplied: contact["consents"] = .list(consents.map { $0.with("level", "implied") })
    case .consentExpired:
      contact["consents"] = .list(consents.map { $0.with("expires_at", "2027-02-28T23:00:00Z") })
    case .consentWithdrawn:
      let at = maker.dice.instant(daysBefore: 3..<25)
      contact["consents"] = .list(consents.map { $0.with("withdrawn_at", at) })
    case .consentForCallsOnly: contact["consents"] = .list([consents[0].with("channel", "voice")])
    case .consentForService:
      contact["consents"] = .list(consents.map { $0.with("purpose", "service") })
    case .boxTicked: contact["consents"] = .list(consents.map { $0.with("preticked", true) })
    case .spokenWithoutRecording:
      contact["consents"] = .list(
        consents.map {
          $0.with("method", "spoken").with("level", "express").with("recording", nil)
            .with("wording", "c1")
        })
    case .optedOut: contact["opt_outs"] = [optOut("any", "spoken", &maker)]
    case .optedOutOfTexts: contact["opt_outs"] = [optOut("sms", "stop_reply", &maker)]
    case .optedOutAndBack:
      contact["opt_outs"] = [
        [
          "channel": "sms", "purpose": "marketing", "via": "stop_reply",
          "at": maker.dice.instant(daysBefore: 400..<600),
        ]
      ]
      let again = maker.dice.instant(daysBefore: 30..<300)
      contact["consents"] = .list(consents.map { $0.with("granted_at", again) })
    case .optOutsNotSupplied: contact["opt_outs"] = nil
    case .optedOutOfService:
      contact["opt_outs"] = [optOut("voice", "agent", &maker).with("purpose", "service")]
    case .listed: contact["registers"] = .listed(contact)
    case .listedCustomer:
      contact["registers"] = .listed(contact)
      contact["consents"] = .list(consents.map { $0.with("sender", "Boots and Bags") })
    case .registerNotAsked: contact["registers"] = [:]
    case .registerAskedLongAgo:
      contact["registers"] = .object(
        (contact["registers"] ?? [:]).fields.map {
          ($0.key, $0.value.with("checked_at", "2026-11-02T06:00:00Z"))
        })
    case .atTheCap: contact["history"] = calls(1, &maker)
    case .overTheCap: contact["history"] = calls(4, &maker)
    case .historyNotSupplied: contact["history"] = nil
    case .refused:
      contact["history"] = [maker.entry(channel: "voice", outcome: "refused", daysBefore: 10..<40)]
    case .disconnected:
      contact["history"] = [
        maker.entry(channel: "voice", outcome: "disconnected", daysBefore: 30..<90)
      ]
    case .texted:
      contact["history"] = .list(
        (0..<4).map { _ in
          maker.entry(channel: "sms", outcome: "delivered", daysBefore: 1..<6)
        })
    case .gone: contact["last_engaged_at"] = maker.dice.instant(daysBefore: 760..<1200)
    case .dormant: contact["last_engaged_at"] = maker.dice.instant(daysBefore: 200..<500)
    case .business: contact["recipient"] = "business"
    case .recipientUnknown: contact["recipient"] = nil
    case .asked:
      contact["requests"] = [
        [
          "at": "2027-03-01T15:20:00Z", "channel": "voice", "subject": "boots",
          "call_from": "2027-03-04T10:00:00Z", "call_to": "2027-03-04T19:00:00Z",
          "evidence": "https://acme.example/r/1",
        ]
      ]
    case .bought: contact["origin"] = origin("purchased", vendor: "ListCo", &maker)
    case .partner: contact["origin"] = origin("partner", vendor: "Boots and Bags", &maker)
    case .tollFree:
      for key in ["country", "region", "postal_code", "time_zone"] { contact[key] = nil }
      contact["phone"] = .text("+180055501\(10 + maker.dice.number(in: 0..<90))")
      contact["line"] = ["type": "toll_free", "by": "range", "at": "2027-02-15"]
    case .noAddress:
      for key in ["country", "region", "postal_code", "time_zone"] { contact[key] = nil }
    case .moved:
      contact["time_zone"] = nil
      if contact["country"]?.line == "\"US\"" {
        contact["region"] = "US-HI"
        contact["postal_code"] = "96813"
      }
    case .invalid:
      contact["phone"] = .text(maker.dice.one(of: ["+1305555", "+13050550142", "n/a"]))
    case .noNumber: contact["phone"] = nil
    }
    return contact
  }

  private func optOut(_ channel: String, _ via: String, _ maker: inout ExampleContact) -> JSONText {
    [
      "channel": .text(channel), "purpose": channel == "any" ? "any" : "marketing",
      "via": .text(via), "at": maker.dice.instant(daysBefore: 1..<30),
    ]
  }

  private func calls(_ count: Int, _ maker: inout ExampleContact) -> JSONText {
    .list(
      (0..<count).map { _ in
        maker.entry(channel: "voice", outcome: "no_answer", daysBefore: 3..<20)
      })
  }

  private func origin(
    _ kind: String, vendor: String, _ maker: inout ExampleContact
  ) -> JSONText {
    [
      "kind": .text(kind), "vendor": .text(vendor),
      "collected_at": maker.dice.instant(daysBefore: 40..<200), "purposes": ["marketing"],
      "proof_of_scrub_at": nil, "proof_of_consent": nil, "notice_shown": true,
    ]
  }
}

extension JSONText {
  /// The fields of an object; none for anything else.
  var fields: [(key: String, value: JSONText)] {
    guard case .object(let fields) = self else { return [] }
    return fields
  }

  /// The object with a field set.
  func with(_ key: String, _ value: JSONText) -> JSONText {
    var copy = self
    copy[key] = value
    return copy
  }

  /// The answers of a contact's registers, the first of which lists the number.
  static func listed(_ contact: JSONText) -> JSONText {
    var fields = contact["registers"]?.fields ?? []
    if !fields.isEmpty {
      fields[0].value = [
        "checked_at": "2027-02-22T06:00:00Z", "status": "listed",
        "listed_at": "2024-05-02T00:00:00Z",
      ]
    }
    return .object(fields)
  }
}
