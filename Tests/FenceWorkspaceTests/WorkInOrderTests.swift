import FenceWorkspace
import Testing

/// What several threads do comes out as if one had done it.
struct WorkInOrderTests {
  /// The squares of numbers, of which later ones take less time, until one is reached at which it ends.
  private func squares(upTo last: Int, of count: Int, threads: Int) -> [Int] {
    var found: [Int] = []
    workInOrder(Array(0..<count), threads: threads) {
      { number in number * number + (0..<(count - number) * 40).reduce(0, &+) * 0 }
    } take: { square in
      found.append(square)
      return found.count <= last
    }
    return found
  }

  @Test(arguments: [0, 1, 2, 5, 300])
  func resultsComeInTheOrderOfTheJobs(threads: Int) {
    let all = (0..<200).map { $0 * $0 }
    #expect(squares(upTo: 200, of: 200, threads: threads) == all)
    #expect(squares(upTo: 20, of: 200, threads: threads) == Array(all.prefix(21)))
    #expect(squares(upTo: 0, of: 0, threads: threads).isEmpty)
  }

  @Test(arguments: [1, 3])
  func whatGoesWrongEndsIt(threads: Int) {
    struct Enough: Error {}
    var taken = 0
    #expect(throws: Enough.self) {
      try workInOrder(Array(0..<50), threads: threads) {
        { $0 }
      } take: { number in
        taken += 1
        if number == 7 { throw Enough() }
        return true
      }
    }
    #expect(taken == 8)
  }

  @Test func everyThreadMakesWorkOfItsOwn() {
    var most = 0
    workInOrder(Array(0..<64), threads: 2) {
      var done = 0
      return { (_: Int) in
        done += 1
        return done
      }
    } take: { done in
      most = max(most, done)
      return true
    }
    #expect((32...64).contains(most))
  }
}
