/// Where the example's people live.
///
/// Every number is of a range that its country sets apart for fiction: 555-0100 to
/// 555-0199 in North America, 01 99 00, 02 61 91, 03 53 01, 04 65 71, 05 36 49 and 06 39 98 in France (ARCEP), 07700 900 in Great Britain (Ofcom),
/// 030 23125 in Berlin (BNetzA).
struct ExamplePlace {
  var prefix: String
  var country: String
  var region: String?
  var postalCode: String
  var zone: String
  /// How many people live there.
  var people: Int

  static let unitedStates: [ExamplePlace] = [
    .init(
      prefix: "+1305555", country: "US", region: "US-FL", postalCode: "33101",
      zone: "America/New_York", people: 70),
    .init(
      prefix: "+1786555", country: "US", region: "US-FL", postalCode: "33139",
      zone: "America/New_York", people: 50),
    .init(
      prefix: "+1850555", country: "US", region: "US-FL", postalCode: "32501",
      zone: "America/Chicago", people: 40),
    .init(
      prefix: "+1407555", country: "US", region: "US-FL", postalCode: "32801",
      zone: "America/New_York", people: 50),
    .init(
      prefix: "+1212555", country: "US", region: "US-NY", postalCode: "10001",
      zone: "America/New_York", people: 80),
    .init(
      prefix: "+1617555", country: "US", region: "US-MA", postalCode: "02108",
      zone: "America/New_York", people: 50),
    .init(
      prefix: "+1404555", country: "US", region: "US-GA", postalCode: "30303",
      zone: "America/New_York", people: 56),
    .init(
      prefix: "+1312555", country: "US", region: "US-IL", postalCode: "60601",
      zone: "America/Chicago", people: 70),
    .init(
      prefix: "+1701555", country: "US", region: "US-ND", postalCode: "58102",
      zone: "America/Chicago", people: 20),
    .init(
      prefix: "+1303555", country: "US", region: "US-CO", postalCode: "80202",
      zone: "America/Denver", people: 40),
    .init(
      prefix: "+1602555", country: "US", region: "US-AZ", postalCode: "85004",
      zone: "America/Phoenix", people: 40),
    .init(
      prefix: "+1415555", country: "US", region: "US-CA", postalCode: "94103",
      zone: "America/Los_Angeles", people: 70),
    .init(
      prefix: "+1206555", country: "US", region: "US-WA", postalCode: "98101",
      zone: "America/Los_Angeles", people: 40),
    .init(
      prefix: "+1907555", country: "US", region: "US-AK", postalCode: "99501",
      zone: "America/Anchorage", people: 16),
    .init(
      prefix: "+1808555", country: "US", region: "US-HI", postalCode: "96813",
      zone: "Pacific/Honolulu", people: 16),
  ]

  static let france: [ExamplePlace] = [
    .init(
      prefix: "+3319900", country: "FR", region: nil, postalCode: "75011", zone: "Europe/Paris",
      people: 110),
    .init(
      prefix: "+3326191", country: "FR", region: nil, postalCode: "44000", zone: "Europe/Paris",
      people: 40),
    .init(
      prefix: "+3335301", country: "FR", region: nil, postalCode: "67000", zone: "Europe/Paris",
      people: 30),
    .init(
      prefix: "+3346571", country: "FR", region: nil, postalCode: "69002", zone: "Europe/Paris",
      people: 60),
    .init(
      prefix: "+3353649", country: "FR", region: nil, postalCode: "33000", zone: "Europe/Paris",
      people: 42),
    // Set apart for fiction in earnest: no operator may assign it, so no such number is valid.
    .init(
      prefix: "+3363998", country: "FR", region: nil, postalCode: "75011", zone: "Europe/Paris",
      people: 8),
  ]

  /// People whom no policy of a targeted place covers.
  static let elsewhere: [ExamplePlace] = [
    .init(
      prefix: "+493023125", country: "DE", region: nil, postalCode: "10115",
      zone: "Europe/Berlin", people: 1),
    .init(
      prefix: "+447700900", country: "GB", region: nil, postalCode: "SW1A 1AA",
      zone: "Europe/London", people: 1),
  ]

  /// The number of the person of this index; another index gives another number, up to 100 in North America.
  func number(_ index: Int) -> String {
    // 61 and 100, 97 and 10,000 have no factor in common, so neighbours look unlike and none comes twice.
    switch country {
    case "US": prefix + "01" + padded(index * 61 % 100, 2)
    case "FR": prefix + padded(index * 97 % 10_000, 4)
    default: prefix + padded(index * 97 % 1_000, 3)
    }
  }

  private func padded(_ number: Int, _ length: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: length - digits.count) + digits
  }
}
