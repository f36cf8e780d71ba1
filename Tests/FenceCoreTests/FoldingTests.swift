import Outreach
import OutreachFacts
import Testing

@testable import FenceCore

/// What is left of a connective once a plan has decided the rest says what the connective said, as a value too.
struct FoldingTests {
  /// A fact that may be none, and one that is a truth whatever it reads.
  private static let fact = Expression.fact(
    FactPath(root: .contact, fields: [0], name: "contact.id"))
  private static let truth = Expression.isNone(fact)
  private static let (yes, no) = (Folding.truth(.yes), Folding.truth(.no))
  private static let unknown = Folding.truth(.unknown)

  @Test(arguments: [
    Folding.not(.not(fact)), Folding.all([yes, fact]), Folding.any([no, fact]),
    Folding.choose(yes, fact, no), Folding.choose(no, yes, fact), Folding.choose(truth, fact, fact),
    Folding.prefer(yes, fact, no), Folding.prefer(no, yes, fact),
    Folding.prefer(unknown, yes, fact),
  ])
  func aFactComesToBeATruth(_ folded: Expression) { #expect(folded == .all([Self.fact])) }

  @Test(arguments: [
    Folding.not(.not(truth)), Folding.all([yes, truth]), Folding.any([no, truth]),
    Folding.choose(yes, truth, no), Folding.choose(fact, truth, truth),
    Folding.prefer(no, yes, truth),
  ])
  func aTruthStaysWhatItIs(_ folded: Expression) { #expect(folded == Self.truth) }

  @Test func whatIsNoneIsFalse() {
    let none = Expression.constant(.none)
    #expect(Folding.all([Self.yes, none]) == Self.no)
    #expect(Folding.not(none) == Self.yes)
    #expect(Folding.choose(Self.yes, none, Self.yes) == Self.no)
    #expect(Folding.prefer(none, Self.yes, .constant(.number(Quantity(1)))) == Self.unknown)
  }

  private static let plan: FactRecord = {
    var plan = FactRecord(.plan)
    plan["steps"] = Fact(.list([Fact(.record(FactRecord(.step)))]))
    return plan
  }()

  /// Of a quantifier over words of the plan a disjunction is left; rows of the quantifiers round it keep their numbers.
  @Test func rowsThatThePlanGivesAreFilledIn() {
    let outer = Expression.fact(FactPath(root: .contact, fields: [1], name: "contact.list"))
    func some(_ list: Expression, _ condition: Expression) -> Expression {
      .someRow(list: list, where: condition)
    }
    let words = Expression.constant(.list(["a", "b"].map { Fact(.text($0)) }))
    let condition = Expression.all([
      .equal(.field(.row(2), 0), .row(1)), .equal(.field(.row(0), 0), .field(.row(3), 0)),
    ])
    let judge = Judge(
      library: Library(policies: []), plan: Self.plan, programme: nil, world: compiledWorld(),
      options: .init())
    let facts = AttemptFacts(
      plan: judge.plan, step: judge.plan.steps[0], contact: judge.nobody(history: .unknown))
    let folded = Folding(facts: facts).fold(some(outer, some(words, some(outer, condition))))
    func filled(_ word: String) -> Expression {
      some(
        outer,
        .all([
          .equal(.field(.row(1), 0), .constant(.text(word))),
          .equal(.field(.row(0), 0), .field(.row(2), 0)),
        ]))
    }
    #expect(folded == some(outer, .any([filled("a"), filled("b")])))
  }

  @Test func whatNobodyKnowsIsAskedStill() {
    // Which of two unknown branches is meant tells what is missing.
    let open = Folding.choose(Self.fact, Self.unknown, Self.unknown)
    #expect(open == .choose(Self.fact, then: Self.unknown, otherwise: Self.unknown))
    #expect(Folding.choose(Self.unknown, Self.yes, Self.no) != Self.unknown)
  }
}
