import Outreach
import Testing

/// Strong Kleene logic, the whole tables.
@Suite struct KleeneTests {
  @Test func conjunction() {
    let table: [[Truth]] = [[.yes, .no, .unknown], [.no, .no, .no], [.unknown, .no, .unknown]]
    for (row, left) in Truth.allCases.enumerated() {
      for (column, right) in Truth.allCases.enumerated() {
        #expect(left.and(right) == table[row][column])
        #expect((!(!left).or(!right)) == table[row][column])
      }
    }
  }
}
