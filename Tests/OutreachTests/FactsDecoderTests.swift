import Outreach
import OutreachFacts
import Testing

struct FactsDecoderTests {
  private func decode(
    _ json: String, as kind: RecordKind, world: World? = nil
  ) throws -> (record: FactRecord, problems: [FactProblem]) {
    let tree = try JSONParser.parse(Array(json.utf8)[...])
    var decoder = FactDecoder(file: 0, options: .strict(world: world))
    let record = decoder.decode(tree, as: kind)
    return (record, decoder.problems)
  }

  private func first(_ record: FactRecord, _ list: String) throws -> FactRecord {
    guard case .list(let rows) = record[list].value, case .record(let row)? = rows.first?.value
    else { throw Unexpected(list) }
    return row
  }

  private struct Unexpected: Error {
    let what: String
    init(_ what: String) { self.what = what }
  }

  private func word(_ vocabulary: Vocabulary, _ spelling: String) -> FactValue {
    vocabulary.word(spelling).map { .word($0) } ?? .unknown
  }

  private func words(_ vocabulary: Vocabulary, _ spellings: String...) -> FactValue {
    .words(WordSet(vocabulary: vocabulary, spellings.compactMap { vocabulary.word($0) }))
  }

  // MARK: absence

  @Test func absentIsUnknownAndNullIsNone() throws {
    let contact = try decode(#"{"city": null, "interests": []}"#, as: .contact).record
    #expect(contact["city"].value == .none)
    #expect(contact["interests"].value == .list([]))
    #expect(contact["region"].value == .unknown)
    #expect(contact["opt_outs"].value == .unknown)
    #expect(contact["region"].origin == .absent)
  }

  @Test func absentFieldsOfAConsentMeanWhatExportsMean() throws {
    let bare = try first(try decode(#"{"consents": [{}]}"#, as: .contact).record, "consents")
    #expect(bare["technology"].value == .words(.all(of: .technology)))
    #expect(bare["expires_at"].value == .none)
    #expect(bare["withdrawn_at"].value == .unknown)
    #expect(bare["level"].value == .unknown)
  }

  @Test(arguments: [
    (#"{"consents": [{}], "opt_outs": []}"#, true),
    (#"{"opt_outs": null, "consents": [{}]}"#, true),
    (#"{"consents": [{}]}"#, false),
  ])
  func absentWithdrawalIsNoneOnlyWhereOptOutsAreSupplied(
    _ json: String, _ isNone: Bool
  ) throws {
    let consent = try first(try decode(json, as: .contact).record, "consents")
    #expect(consent["withdrawn_at"].value == (isNone ? .none : .unknown))
  }

  @Test func absentFieldsOfTheHistoryMeanOursAndOutbound() throws {
    let entry = try first(try decode(#"{"history": [{}]}"#, as: .contact).record, "history")
    #expect(entry["direction"].value == word(.direction, "outbound"))
    #expect(entry["sender"].value == .text("ours"))
    #expect(entry["outcome"].value == .unknown)
  }

  // MARK: spellings

  @Test(arguments: [
    (#""manual""#, [] as [String]), ("[]", []),
    (#""autodialed""#, ["automated_selection", "automated_dialing"]),
    (#""predictive""#, ["predictive"]),
    (#"["ai_agent", "predictive"]"#, ["predictive", "ai_agent"]),
    (
      #"["autodialed", "prerecorded"]"#,
      ["automated_selection", "automated_dialing", "prerecorded"]
    ),
    (#""any""#, Vocabulary.technology.words),
  ])
  func readsTechnology(_ spelled: String, _ expected: [String]) throws {
    let json = #"{"history": [{"technology": \#(spelled)}]}"#
    let (contact, problems) = try decode(json, as: .contact)
    #expect(problems == [])
    guard case .words(let set) = try first(contact, "history")["technology"].value else {
      Issue.record("no words")
      return
    }
    #expect(set.words.map(\.spelling) == expected)
  }

  @Test(arguments: [
    ("\"listed\": true", "listed"), ("\"listed\": false", "clear"),
    ("\"status\": \"refused\"", "refused"),
  ])
  func readsWhatARegisterAnswered(_ spelled: String, _ expected: String) throws {
    let json = "{\"registers\": {\"US.national_dnc\": {\(spelled)}}}"
    let (contact, problems) = try decode(json, as: .contact)
    #expect(problems == [])
    guard case .table(let entries) = contact["registers"].value,
      case .record(let answer)? = entries["US.national_dnc"]?.value
    else { throw Unexpected("registers") }
    #expect(answer["status"].value == word(.status, expected))
  }

  @Test func readsSourceForOrigin() throws {
    let contact = try decode(#"{"source": {"kind": "event"}}"#, as: .contact).record
    guard case .record(let origin) = contact["origin"].value else { throw Unexpected("origin") }
    #expect(origin["kind"].value == word(.origin, "event"))
  }

  @Test func readsShortRecords() throws {
    let (sender, problems) = try decode(
      #"{"caller_id": "+1 800 555 0100", "registrations": ["US.san"]}"#, as: .sender)
    #expect(problems == [])
    guard case .record(let callerID) = sender["caller_id"].value else {
      throw Unexpected("caller_id")
    }
    #expect(callerID["number"].value == .phone("+1 800 555 0100"))
    #expect(try first(sender, "registrations")["register"].value == .text("US.san"))
  }

  @Test(arguments: [
    ("12", "12"), ("-3", "-3"), ("2.125", "2.125"), ("1e2", "100"), ("1.5E-3", "0.0015"),
    ("12.50e1", "125"), ("-1e-6", "-0.000001"), ("0e9", "0"),
  ])
  func readsNumbers(_ spelled: String, _ expected: String) throws {
    let (record, problems) = try decode("{\"max_per_month\": \(spelled)}", as: .preferences)
    #expect(problems == [])
    guard case .number(let quantity) = record["max_per_month"].value else {
      throw Unexpected("max_per_month")
    }
    #expect(quantity.description == expected)
  }

  @Test(arguments: [
    "1e-7", "0.1234567", "1e13", "99999999999999", "1e400", "1e999999999999999999999",
  ])
  func refusesNumbersThatItCannotHold(_ spelled: String) throws {
    let (record, problems) = try decode("{\"max_per_month\": \(spelled)}", as: .preferences)
    #expect(problems.map(\.kind) == [.number])
    #expect(record["max_per_month"].value == .unknown)
  }

  // MARK: mistakes

  @Test(arguments: [
    (#"{"minor": "false"}"#, FactProblem.Kind.wrongType),
    (#"{"minor": 0}"#, .wrongType), (#"{"id": 7}"#, .wrongType),
    (#"{"interests": "boots"}"#, .wrongType), (#"{"consents": {}}"#, .wrongType),
    (#"{"interests": [null]}"#, .wrongType), (#"{"registers": []}"#, .wrongType),
    (#"{"registers": {"a": true}}"#, .wrongType), (#"{"phone": 13055550142}"#, .wrongType),
    (#"{"line": "mobile"}"#, .wrongType), (#"{"recipient": ["consumer"]}"#, .wrongType),
    (#"{"recipient": "Consumer"}"#, .unknownWord),
    (#"{"consents": [{"technology": ["manual", "robot"]}]}"#, .unknownWord),
    (#"{"verified_at": "02/03/2026"}"#, .time), (#"{"verified_at": "2026-02-30"}"#, .time),
    (#"{"verified_at": "2026-03-02T10:00"}"#, .time), (#"{"verified_at": 1772465400}"#, .wrongType),
    (#"{"consents": [{"times": [{"from": "25:00"}]}]}"#, .time),
    (#"{"consents": [{"times": [{"from": "10:00", "to": "10:00"}]}]}"#, .window),
    (#"{"consents": [{"times": [{"days": ["monday", "mon"]}]}]}"#, .unknownWord),
    (#"{"country": "usa"}"#, .place), (#"{"region": "US-"}"#, .place),
    (#"{"region": "US-FL-X"}"#, .place),
    (#"{"id": "a", "id": "a"}"#, .repeatedKey), (#"{"source": {}, "origin": {}}"#, .repeatedKey),
    (#"{"custom": {"a": 1, "a": 1}}"#, .repeatedKey),
    (#"{"registers": {"a": {}, "a": {}}}"#, .repeatedKey),
    (#"{"nope": 1}"#, .unknownKey), ("[]", .wrongType), ("null", .wrongType),
  ])
  func refuses(_ json: String, _ kind: FactProblem.Kind) throws {
    #expect(try decode(json, as: .contact).problems.map(\.kind) == [kind])
  }

  @Test func neverRepeatsANumberInAMessage() throws {
    let problems = try decode(#"{"phone": 13055550142}"#, as: .contact).problems
    #expect(problems.map { $0.message.contains("5550142") } == [false])
  }

  @Test func makesUsersTextFitForOneLine() throws {
    let json = #"{"recipient": "a`b\n\u001b[31m\u202E\#(String(repeating: "x", count: 200))"}"#
    let message = try #require(try decode(json, as: .contact).problems.first?.message)
    #expect(message.contains("`a'b\u{FFFD}\u{FFFD}[31m\u{FFFD}xxx"))
    #expect(message.contains("x…`"))
    #expect(message.utf8.count < 250)
  }

  @Test(arguments: [
    (#"{"recipient": "consumr"}"#, "consumer"), (#"{"opt_out": []}"#, "opt_outs"),
    (#"{"country": "us"}"#, "US"), (#"{"sorce": {}}"#, "source"),
  ])
  func suggests(_ json: String, _ suggestion: String) throws {
    #expect(try decode(json, as: .contact).problems.map(\.suggestion) == [suggestion])
  }

  // MARK: the world

  @Test func makesPhonesCanonical() throws {
    let contact = try decode(
      #"{"phone": " (305) 555-0142 ", "country": "US", "consents": [{"number": "any"}]}"#,
      as: .contact, world: FactsWorld.world
    ).record
    #expect(contact["phone"].value == .phone("+13055550142"))
    #expect(try first(contact, "consents")["number"].value == .phone("any"))
    let elsewhere = try decode(
      #"{"phone": "(305) 555-0142"}"#, as: .contact, world: FactsWorld.world
    ).record
    #expect(elsewhere["phone"].value == .phone("(305) 555-0142"))
  }

  @Test(arguments: [
    (#"{"region": "US-FL", "country": "US", "time_zone": "Europe/Paris"}"#, [] as [String]),
    (#"{"region": "US-FLL"}"#, ["D0110 -"]), (#"{"region": "us-fl"}"#, ["D0110 US-FL"]),
    (#"{"region": "us-xx"}"#, ["D0110 -"]),
    (#"{"time_zone": "Europe/Pariss"}"#, ["D0110 Europe/Paris"]),
  ])
  func looksPlacesAndZonesUp(_ json: String, _ expected: [String]) throws {
    let problems = try decode(json, as: .contact, world: FactsWorld.world).problems
    #expect(problems.map { "\($0.kind.rawValue) \($0.suggestion ?? "-")" } == expected)
  }
}
