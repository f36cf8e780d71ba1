/// Makes contacts that nothing is wrong with.
struct ExampleContact {
  var dice: ExampleDice

  private static let goods = ["boots", "shoes", "sandals", "trainers", "bags", "laces"]
  private static let ages = ["18-29", "30-39", "40-49", "50-59", "60-69"]

  /// A contact with the evidence that the campaign needs.
  mutating func sound(id: Int, phone: String, place: ExamplePlace) -> JSONText {
    let isFrench = place.country == "FR"
    let joined = dice.instant(daysBefore: isFrench ? 30..<330 : 30..<600)
    let wording = isFrench ? "f1" : "v3"
    let isWeb = dice.happens(80)
    let bought = dice.instant(daysBefore: 20..<500)
    var contact: JSONText = [
      "id": .text("c-\(id)"), "phone": .text(phone), "country": .text(place.country),
    ]
    if let region = place.region { contact["region"] = .text(region) }
    contact["postal_code"] = .text(place.postalCode)
    if dice.happens(60) { contact["time_zone"] = .text(place.zone) }
    contact["language"] = isFrench ? "fr" : "en"
    if !isFrench { contact["line"] = ["type": "mobile", "by": "lookup", "at": "2027-02-15"] }
    contact["recipient"] = "consumer"
    contact["age_band"] = .text(dice.one(of: Self.ages))
    contact["journey"] = .text(dice.one(of: ["new", "active", "active", "loyal"]))
    contact["interests"] = [.text(dice.one(of: Self.goods))]
    contact["preferences"] = [
      "channels": nil, "max_per_month": dice.happens(70) ? nil : .number(dice.number(in: 4..<9)),
    ]
    contact["origin"] = [
      "kind": isWeb ? "own_form" : "paper_form", "collected_at": joined,
      "collection_point": isWeb ? "web-1" : "shop-1", "purposes": ["marketing"],
      "notice_shown": true,
    ]
    contact["consents"] = .list(
      (isWeb ? ["any"] : ["sms", "voice"]).map {
        consent(channel: $0, at: joined, method: isWeb ? "web_form" : "paper_form", wording)
      })
    contact["opt_outs"] = []
    contact["registers"] = registers(of: place)
    contact["relationship"] = [
      "customer": true, "last_purchase_at": bought, "last_inquiry_at": nil,
    ]
    if isFrench { contact["relationship"]?["contract_from"] = .null }
    contact["requests"] = []
    contact["history"] = .list(
      dice.happens(50) ? [entry(channel: "sms", outcome: "delivered", daysBefore: 40..<200)] : [])
    contact["last_engaged_at"] = dice.instant(daysBefore: 5..<150)
    contact["verified_at"] = dice.instant(daysBefore: 10..<300)
    return contact
  }

  /// A consent with its evidence, for this sender's marketing; the web form asks once for calls and texts.
  func consent(
    channel: String, at granted: JSONText, method: String, _ wording: String
  ) -> JSONText {
    [
      "channel": .text(channel), "purpose": "marketing", "level": "written", "sender": "Acme Shoes",
      "number": "any", "subject": "boots", "method": .text(method),
      "preticked": false, "bundled": false, "condition_of_purchase": false,
      "times": [], "granted_at": granted, "wording": .text(wording),
      "evidence": .text("forms/\(wording)"),
    ]
  }

  /// An earlier contact of ours.
  mutating func entry(channel: String, outcome: String, daysBefore days: Range<Int>) -> JSONText {
    [
      "at": dice.instant(daysBefore: days), "channel": .text(channel),
      "purpose": "marketing", "outcome": .text(outcome), "campaign": "winter",
      "subject": "boots",
    ]
  }

  private func registers(of place: ExamplePlace) -> JSONText {
    let answer: JSONText = ["checked_at": "2027-02-22T06:00:00Z", "status": "clear"]
    var registers: JSONText = [:]
    if place.country == "US" { registers["US.national_dnc"] = answer }
    if place.region == "US-FL" { registers["US-FL.do_not_call"] = answer }
    return registers
  }
}
