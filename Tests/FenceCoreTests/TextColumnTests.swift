import Outreach
import Testing

@testable import FenceCore

/// Free text, of which hardly one is like another, is held only where somebody reads it.
struct TextColumnTests {
  private static func fact(_ name: String) throws -> Expression {
    let index = try #require(RecordKind.contact.index(of: name))
    return .fact(FactPath(root: .contact, fields: [index], name: "contact.\(name)"))
  }

  /// How a column is held after expressions were built.
  private static func encoding(
    of name: String, _ expressions: [Expression]
  ) throws -> BatchLayout.Encoding? {
    let builder = ProgramBuilder(Library(policies: []), phones: { _ in PhoneKeys.beyond })
    for expression in expressions { _ = builder.build(expression, [], step: 0) }
    let index = try #require(RecordKind.contact.index(of: name))
    return builder.layout.columns.first { $0.list == 0 && $0.route == [.field(index)] }?.encoding
  }

  @Test func isHeldWhereSomebodyReadsIt() throws {
    let city = try Self.fact("city")
    let isNone = Expression.isNone(city)
    let isBonn = Expression.equal(city, .constant(.text("Bonn")))
    #expect(try Self.encoding(of: "city", [isNone, .not(isNone)]) == .presence)
    #expect(try Self.encoding(of: "city", [isBonn]) == .dictionary)
    #expect(try Self.encoding(of: "city", [isNone, isBonn]) == .dictionary)
    #expect(try Self.encoding(of: "city", [isBonn, isNone]) == .dictionary)
    #expect(try Self.encoding(of: "city", [.any([isNone, isBonn])]) == .dictionary)
    #expect(try Self.encoding(of: "city", [.isNone(.length(city))]) == .dictionary)
    // Of words there are few, of other kinds of values there is more to know than whether they are there.
    #expect(try Self.encoding(of: "recipient", [.isNone(Self.fact("recipient"))]) == .dictionary)
  }

  @Test func isOneValueWhereNoMoreIsAsked() {
    let dictionary = FactDictionary(holdsPresence: true)
    let numbers = [FactValue.unknown, .none, .text("a"), .text("b"), .text("")].map(
      dictionary.number)
    #expect(numbers == [0, 1, 2, 2, 2])
    #expect(dictionary.values.count == 3)
  }

  /// A truth for each pair of two texts would be found for each contact anew.
  @Test func isNotPairedWithOthers() throws {
    let (city, person) = (try Self.fact("city"), try Self.fact("person"))
    let recipient = try Self.fact("recipient")
    func isBonn(_ fact: Expression) -> Expression { .equal(fact, .constant(.text("Bonn"))) }
    func isPair(_ expression: Expression) -> Bool {
      let builder = ProgramBuilder(Library(policies: []), phones: { _ in PhoneKeys.beyond })
      let built = builder.build(expression, [], step: 0)
      if case .pair = builder.nodes[built.node].kind { return true }
      return false
    }
    #expect(!isPair(.all([isBonn(city), isBonn(person)])))
    #expect(!isPair(.any([.isNone(recipient), isBonn(person)])))
    #expect(isPair(.any([.isNone(recipient), .isNone(try Self.fact("minor"))])))
    #expect(isPair(.equal(city, person)))
  }
}
