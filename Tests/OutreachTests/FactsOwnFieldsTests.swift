import Outreach
import OutreachFacts
import Testing

/// What organisations keep under `custom`: read by the types that a policy declares.
@Suite struct FactsOwnFieldsTests {
  static let ownFields: OwnFields = {
    var fields = OwnFields()
    let types: [(String, OwnType)] = [
      ("tier", .word(["gold", "silver"])), ("score", .number), ("churn", .percentage),
      ("birthday", .date), ("welcomed_at", .instant), ("vip", .truth), ("owner", .text),
      ("tags", .list(.word(["hot", "cold"]))), ("visits", .list(.date)),
    ]
    for (name, type) in types {
      fields.insert(OwnField(name: name, title: name, type: type), of: .contact)
    }
    fields.insert(OwnField(name: "brand", title: "brand", type: .text), of: .plan)
    return fields
  }()

  private func decode(
    _ json: String, as kind: RecordKind = .contact,
    _ change: (inout FactDecoder.Options) -> Void = { _ in }
  ) throws -> (custom: FactValue, decoder: FactDecoder) {
    var options = FactDecoder.Options.contacts(world: nil, reads: nil, ownFields: Self.ownFields)
    options.isPartial = true
    change(&options)
    var decoder = FactDecoder(file: 0, options: options)
    let record = decoder.decode(try JSONParser.parse(Array(json.utf8)[...]), as: kind)
    return (record["custom"].value, decoder)
  }

  @Test func readsEachByItsType() throws {
    let (custom, decoder) = try decode(
      #"""
      {"custom": {"tier": "gold", "score": 2.5, "churn": "4.5%", "birthday": "2026-03-02",
                  "welcomed_at": "2026-03-02T15:30:00Z", "vip": true, "owner": null,
                  "tags": ["hot"], "visits": ["2026-01-01"]}}
      """#)
    #expect(decoder.problems == [])
    #expect(
      custom
        == .table([
          "tier": Fact(.text("gold")), "score": Fact(.number(Quantity(millionths: 2_500_000))),
          "churn": Fact(.number(Quantity(millionths: 4_500_000))),
          "birthday": Fact(.date(try #require(CivilDate(iso: "2026-03-02")))),
          "welcomed_at": Fact(.instant(try #require(Instant(rfc3339: "2026-03-02T15:30:00Z")))),
          "vip": Fact(.truth(true)), "owner": Fact(.none),
          "tags": Fact(.list([Fact(.text("hot"))])),
          "visits": Fact(.list([Fact(.date(try #require(CivilDate(iso: "2026-01-01"))))])),
        ]))
  }

  @Test(arguments: [
    (#"{"tier": "golden"}"#, FactProblem.Kind.unknownWord, "`custom.tier` cannot be `golden`"),
    (#"{"tier": 1}"#, .wrongType, "`custom.tier` must be a word such as `gold`"),
    (#"{"score": "3"}"#, .wrongType, "`custom.score` must be a number"),
    (#"{"churn": 4}"#, .wrongType, "`custom.churn` must be a percentage"),
    (#"{"birthday": "2026-03-02T15:30:00Z"}"#, .time, "`custom.birthday` must be a day"),
    (#"{"welcomed_at": "2026-03-02"}"#, .time, "`custom.welcomed_at` must be a time"),
    (#"{"vip": "yes"}"#, .wrongType, "`custom.vip` must be `true` or `false`"),
    (#"{"tags": "hot"}"#, .wrongType, "`custom.tags` must be a list"),
    (#"{"tags": ["hot", "warm"]}"#, .unknownWord, "`custom.tags[1]` cannot be `warm`"),
    (#"{"score": 1, "score": 2}"#, .repeatedKey, "`score` is given twice"),
    ("[]", .wrongType, "`custom` must be an object"),
  ])
  func refuses(_ custom: String, _ kind: FactProblem.Kind, _ message: String) throws {
    let problems = try decode("{\"custom\": \(custom)}").decoder.problems
    #expect(problems.map(\.kind) == [kind])
    #expect(problems.first?.message.hasPrefix(message) == true, "\(problems)")
  }

  @Test func tellsOfAMisspeltField() throws {
    let (custom, decoder) = try decode(#"{"custom": {"teir": "gold"}}"#)
    #expect(custom == .table([:]))
    #expect(decoder.problems == [])
    #expect(decoder.unknownKeys.map(\.path) == ["custom.teir"])
    #expect(decoder.unknownKeys.map(\.nearest) == ["tier"])
  }

  @Test func refusesAMisspeltFieldOfAPlan() throws {
    let problems = try decode(#"{"custom": {"brnd": "x"}, "steps": []}"#, as: .plan) {
      $0.collectsUnknownKeys = false
    }.decoder.problems
    #expect(problems.map(\.kind).contains(.unknownKey))
    #expect(problems.first { $0.kind == .unknownKey }?.suggestion == "brand")
  }

  @Test func looksAtNothingThatNobodyDeclares() throws {
    let (custom, decoder) = try decode(#"{"custom": {"legal": 1, "x": [{"y": null}]}}"#) {
      $0.ownFields = OwnFields()
    }
    #expect(custom == .table([:]))
    #expect(decoder.problems == [] && decoder.unknownKeys == [])
  }

  @Test(arguments: ["{}", #"{"custom": {}}"#])
  func aCompleteContactHasEmptyLists(_ json: String) throws {
    let custom = try decode(json) { $0.isComplete = true }.custom
    #expect(custom == .table(["tags": Fact(.list([])), "visits": Fact(.list([]))]))
  }
}
