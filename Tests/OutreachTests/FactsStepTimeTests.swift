import Outreach
import OutreachFacts
import Testing

struct FactsStepTimeTests {
  private func step(_ json: String) throws -> FactRecord {
    let tree = try JSONParser.parse(Array(json.utf8)[...])
    var options = FactDecoder.Options.strict(world: nil)
    options.isPartial = true
    var decoder = FactDecoder(file: 0, options: options)
    return decoder.decode(tree, as: .step)
  }

  @Test func readsInstantsAndDays() throws {
    #expect(
      stepTime(of: try step(#"{"at": "1970-01-01T00:00:01Z"}"#))
        == .instant(.instant(Instant(milliseconds: 1000))))
    #expect(
      stepTime(of: try step(#"{"at": "1970-01-02", "window": null}"#))
        == .instant(.date(CivilDate(dayNumber: 1))))
  }

  @Test func readsWindows() throws {
    let local = try step(
      #"{"window": {"dates": ["1970-01-05", "1970-01-02"], "local_from": "10:00", "local_to": "24:00"}}"#
    )
    #expect(
      stepTime(of: local)
        == .localWindow(
          dates: [CivilDate(dayNumber: 1), CivilDate(dayNumber: 4)],
          from: TimeOfDay(clamping: 36_000_000), to: .endOfDay))
    let absolute = try step(
      #"{"at": null, "window": {"from": "1970-01-01T00:00:01Z", "to": "1970-01-01T01:00:02+01:00"}}"#
    )
    #expect(
      stepTime(of: absolute)
        == .absoluteWindow(Instant(milliseconds: 1000), Instant(milliseconds: 2000)))
  }

  @Test(arguments: [
    "{}", #"{"at": null}"#, #"{"window": {}}"#, #"{"window": {"dates": ["1970-01-02"]}}"#,
    #"{"window": {"dates": [], "local_from": "10:00", "local_to": "11:00"}}"#,
    #"{"window": {"from": "1970-01-01T00:00:01Z"}}"#,
    #"{"at": "1970-01-02", "window": {"from": "1970-01-01T00:00:01Z", "to": "1970-01-01T00:00:02Z"}}"#,
  ])
  func isUnknownWhereThePlanDoesNotSay(_ json: String) throws {
    #expect(stepTime(of: try step(json)) == .unknown)
  }
}
