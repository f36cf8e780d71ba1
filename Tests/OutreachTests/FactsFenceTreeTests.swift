import Outreach
import OutreachFacts
import Testing

/// Trees as Fence blocks make them: bare words and times, one value for a list of one, `none` for `null`.
struct FactsFenceTreeTests {
  private let place = FactPlace.startOfFile

  private func object(_ members: KeyValuePairs<String, FactTree.Content>) -> FactTree {
    FactTree(
      .object(
        members.map {
          FactTree.Member(key: $0, keyPlace: place, value: FactTree($1, place))
        }), place)
  }

  private func decode(
    _ tree: FactTree, as kind: RecordKind
  ) -> (record: FactRecord, problems: [FactProblem]) {
    var options = FactDecoder.Options.strict(world: nil)
    options.isFence = true
    options.isPartial = true
    var decoder = FactDecoder(file: 0, options: options)
    let record = decoder.decode(tree, as: kind)
    return (record, decoder.problems)
  }

  @Test func readsWordsAndTimesWithoutQuotes() throws {
    let day = try #require(CivilDate(year: 2026, month: 3, day: 2))
    let (contact, problems) = decode(
      object([
        "recipient": .word("consumer"), "language": .word("en"), "country": .word("US"),
        "interests": .word("boots"), "verified_at": .date(day), "city": .word("none"),
        "history": object(["at": .instant(Instant(milliseconds: 5))]).content,
        "consents": .null,
      ]), as: .contact)
    #expect(problems == [])
    #expect(contact["recipient"].value == Vocabulary.recipient.word("consumer").map { .word($0) })
    #expect(contact["language"].value == .text("en"))
    #expect(contact["country"].value == .text("US"))
    #expect(contact["interests"].value == .list([Fact(.text("boots"))]))
    #expect(contact["verified_at"].value == .date(day))
    #expect(contact["city"].value == .none)
    #expect(contact["consents"].value == .none)
    guard case .list(let entries) = contact["history"].value else {
      Issue.record("the history is no list")
      return
    }
    #expect(entries.count == 1)
  }

  @Test func readsPercentagesPeriodsAndClockReadings() {
    let (metrics, problems) = decode(
      object(["bounce_rate": .percentage(Quantity(2))]), as: .metrics)
    #expect(problems == [])
    guard case .record(let metric) = metrics["bounce_rate"].value else {
      Issue.record("no record")
      return
    }
    #expect(metric["value"].value == .number(Quantity(2)))
    let dialler = decode(
      object(["drop_within": .period(.exact(milliseconds: 2000))]), as: .dialler
    ).record
    #expect(dialler["drop_within"].value == .period(.exact(milliseconds: 2000)))
    let range = decode(object(["from": .time(.midnight)]), as: .timeRange).record
    #expect(range["from"].value == .time(.midnight))
  }

  @Test func gathersTheStepOfAShortPlan() throws {
    let short = object([
      "channel": .word("sms"), "purpose": .word("marketing"),
      "technology": .array([
        FactTree(.word("automated_selection"), place), FactTree(.word("predictive"), place),
      ]), "at": .instant(Instant(milliseconds: 5)),
    ])
    let (plan, problems) = decode(short.expandingShortPlan(), as: .plan)
    #expect(problems == [])
    #expect(plan["purpose"].value == Vocabulary.purpose.word("marketing").map { .word($0) })
    guard case .list(let steps) = plan["steps"].value, steps.count == 1,
      case .record(let step) = steps[0].value
    else {
      Issue.record("not one step")
      return
    }
    #expect(step["channel"].value == Vocabulary.channel.word("sms").map { .word($0) })
    #expect(stepTime(of: step) == .instant(.instant(Instant(milliseconds: 5))))
  }

  @Test func leavesAFullPlanAsItIs() {
    let full = object(["purpose": .word("marketing"), "steps": .array([])])
    #expect(full.expandingShortPlan() == full)
    let noStep = object(["purpose": .word("marketing")])
    #expect(noStep.expandingShortPlan() == noStep)
    #expect(decode(noStep, as: .plan).problems == [])
  }

  @Test func completeFactsHaveEmptyLists() {
    var options = FactDecoder.Options.strict(world: nil)
    options.isFence = true
    options.isComplete = true
    var decoder = FactDecoder(file: 0, options: options)
    let contact = decoder.decode(object(["consents": object([:]).content]), as: .contact)
    #expect(decoder.problems == [])
    #expect(contact["history"].value == .list([]))
    #expect(contact["opt_outs"].value == .list([]))
    #expect(contact["city"].value == .unknown)
    guard case .list(let consents) = contact["consents"].value,
      case .record(let consent)? = consents.first?.value
    else {
      Issue.record("no consent")
      return
    }
    #expect(consent["withdrawn_at"].value == .none)
    #expect(consent["times"].value == .list([]))
  }

  @Test func oneValueIsNoListInJSON() {
    var decoder = FactDecoder(file: 0, options: .strict(world: nil))
    _ = decoder.decode(object(["interests": .word("boots")]), as: .contact)
    #expect(decoder.problems.map(\.kind) == [.wrongType])
  }
}
