import FenceCore
import FenceDiagnostics
import FenceSemantics
import FenceSyntax
import Outreach
import OutreachFacts
import Testing

/// Lists of which only a part is known.
@Suite struct OpenRowTests {
  private static let world = compiledWorld()

  private static let policy = """
    policy acme "Open lists" covers everyone { severity block }
    rule left_alone "Nobody who opted out" { forbid opted out }
    rule few "At most one opt-out" { require count of o in opt_outs at most 1 }
    rule some "At least two opt-outs" { require count of o in opt_outs at least 2 }
    rule calls "None for calls" { require no o in opt_outs where o.channel is voice }
    rule called "Some for calls" { require any o in opt_outs where o.channel is voice }
    rule out "None that came to us" { require no h in history where direction is inbound }
    rule cap "One text ever" { cap 1 by sms ever }
    rule latest "Nothing lately" {
      require latest at of opt_outs is none or latest at of opt_outs before 2020-01-01
    }
    """

  /// The verdict of each rule on a text, for the rows of two lists.
  private func verdicts(
    optOuts: [FactTree.Content], history: [FactTree.Content] = []
  ) throws -> [String: Verdict] {
    let compilation = compile(
      [parse(SourceText(name: "acme.fence", text: Self.policy))],
      context: CheckContext(placeExists: { _ in true }))
    try #require(compilation.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    let place = FactPlace(lower: 0, upper: 1, line: 1, column: 1)
    func member(_ key: String, _ content: FactTree.Content) -> FactTree.Member {
      FactTree.Member(key: key, keyPlace: place, value: FactTree(content, place))
    }
    func list(_ rows: [FactTree.Content]) -> FactTree.Content {
      .array(rows.map { FactTree($0, place) })
    }
    var decoder = FactDecoder(file: 0, options: .contacts(world: Self.world, reads: nil))
    let contact = decoder.decode(
      FactTree(
        .object([
          member("phone", .string("+13055550142")), member("consents", .array([])),
          member("opt_outs", list(optOuts)), member("history", list(history)),
        ]), place), as: .contact)
    try #require(decoder.problems.isEmpty)
    let plan = try #require(
      readPlan(
        SourceText(
          name: "plan.json",
          text: """
            {"purpose": "marketing",
             "steps": [{"id": "t", "channel": "sms", "at": "2026-03-02T15:30:00Z"}]}
            """), file: 0, world: Self.world
      ).plan)
    let judged = Judge(
      library: compilation.library, plan: plan, programme: nil, world: Self.world, options: .init()
    ).judge(contact)
    let findings = judged.attempts[0].findings
    var result: [String: Verdict] = [:]
    for rule in compilation.library.policies.flatMap(\.rules) {
      let name = String(rule.id.dropFirst("acme.".count))
      result[name] = findings.first { $0.rule == rule.id }?.verdict ?? .pass
    }
    return result
  }

  private static func row(_ fields: [String: FactTree.Content], isOpen: Bool) -> FactTree.Content {
    let place = FactPlace(lower: 0, upper: 1, line: 1, column: 1)
    let members = fields.sorted { $0.key < $1.key }.map {
      FactTree.Member(key: $0.key, keyPlace: place, value: FactTree($0.value, place))
    }
    return isOpen ? .open(members) : .object(members)
  }

  private static let stop = row(
    ["channel": .string("sms"), "purpose": .string("any"), "at": .string("2026-01-01")],
    isOpen: false)

  @Test func aRowThatMayBeThereDecidesNothing() throws {
    let open = Self.row(["channel": .string("sms")], isOpen: true)
    let verdicts = try verdicts(optOuts: [open])
    #expect(verdicts["left_alone"] == .unproven)
    #expect(verdicts["few"] == .unproven)
    #expect(verdicts["some"] == .unproven)
    #expect(verdicts["latest"] == .unproven)
  }

  @Test func whatItCannotMatchStaysKnown() throws {
    let open = Self.row(["channel": .string("sms")], isOpen: true)
    let verdicts = try verdicts(optOuts: [open])
    #expect(verdicts["calls"] == .pass)
    #expect(verdicts["called"] == .fail)
  }

  @Test func theRowsThatAreThereCount() throws {
    let open = Self.row(["channel": .string("voice")], isOpen: true)
    let verdicts = try verdicts(optOuts: [Self.stop, open])
    #expect(verdicts["left_alone"] == .fail)
    #expect(verdicts["calls"] == .unproven)
    #expect(verdicts["called"] == .unproven)
    let two = try self.verdicts(optOuts: [Self.stop, Self.stop, open])
    #expect(two["few"] == .fail)
    #expect(two["some"] == .pass)
  }

  @Test func absenceMeansNothingInIt() throws {
    let texts = Self.row(["channel": .string("sms")], isOpen: true)
    // In a row that is there, an absent direction is outbound.
    let closed = try verdicts(
      optOuts: [], history: [Self.row(["channel": .string("sms")], isOpen: false)])
    #expect(closed["out"] == .pass)
    let open = try verdicts(optOuts: [], history: [texts])
    #expect(open["out"] == .unproven)
  }

  @Test func anyNumberOfThemMayCount() throws {
    let texts = Self.row(["channel": .string("sms")], isOpen: true)
    let calls = Self.row(["channel": .string("voice")], isOpen: true)
    #expect(try verdicts(optOuts: [], history: [])["cap"] == .pass)
    #expect(try verdicts(optOuts: [], history: [texts])["cap"] == .unproven)
    #expect(try verdicts(optOuts: [], history: [calls])["cap"] == .pass)
  }
}
