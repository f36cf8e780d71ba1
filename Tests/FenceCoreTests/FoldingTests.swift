import Outreach
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

  @Test func whatNobodyKnowsIsAskedStill() {
    // Which of two unknown branches is meant tells what is missing.
    let open = Folding.choose(Self.fact, Self.unknown, Self.unknown)
    #expect(open == .choose(Self.fact, then: Self.unknown, otherwise: Self.unknown))
    #expect(Folding.choose(Self.unknown, Self.yes, Self.no) != Self.unknown)
  }
}
