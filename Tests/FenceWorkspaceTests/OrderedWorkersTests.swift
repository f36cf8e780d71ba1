import FenceWorkspace
import Synchronization
import Testing

/// Results come in the order of the jobs, whichever thread had them first.
struct OrderedWorkersTests {
  @Test(arguments: [0, 1, 2, 5])
  func handsResultsBackInOrder(threads: Int) {
    var rest = (0..<200)[...]
    let workers = OrderedWorkers<Int, [Int], Never>(threads, nextJob: { rest.popFirst() }) {
      number in
      var done = 0
      return { job in
        done += 1
        // Later jobs are shorter, so that they would overtake.
        let work = (0..<(200 - job) * 50).reduce(0, &+)
        return [job, number, done, work]
      }
    }
    var results: [[Int]] = []
    while let result = workers.next() { results.append(result) }
    #expect(results.map { $0[0] } == Array(0..<200))
    #expect(results.allSatisfy { $0[1] < max(1, threads) && $0[2] > 0 })
    #expect(workers.next() == nil)
  }

  /// The last job is the longest, so that a thread is still at it when another one finds no more.
  @Test func waitsForTheLastResult() {
    for _ in 0..<30 {
      var rest = (0..<9)[...]
      let workers = OrderedWorkers<Int, Int, Never>(2, nextJob: { rest.popFirst() }) { _ in
        { job in (0..<(job == 8 ? 20_000 : 3_000)).reduce(job) { $0 + $1 % 1 } }
      }
      for job in 0..<9 { #expect(workers.next() == job) }
      #expect(workers.next() == nil)
    }
  }

  /// As long as the first job takes, the other threads fetch as many as they may.
  @Test(arguments: [1, 2, 5])
  func fetchesAFewAhead(threads: Int) {
    let fetched = FetchedCount()
    let workers = OrderedWorkers<Int, Int, Never>(threads, nextJob: { fetched.next() }) { _ in
      { job in job == 0 ? (0..<200_000).reduce(0) { max($0, $1 % 1, fetched.value) } : 0 }
    }
    #expect((1...2 * threads).contains(workers.next() ?? 0))
  }

  private final class FetchedCount: Sendable {
    private let count = Mutex(0)
    var value: Int { count.withLock { $0 } }

    /// The number of the job that is fetched.
    func next() -> Int {
      count.withLock {
        $0 += 1
        return $0 - 1
      }
    }
  }

  private struct Torn: Error {}

  @Test(arguments: [1, 2, 5])
  func whatWasFetchedComesBeforeTheProblem(threads: Int) throws {
    var fetched = 0
    let workers = OrderedWorkers<Int, Int, Torn>(
      threads,
      nextJob: { () throws(Torn) in
        if fetched == 20 { throw Torn() }
        fetched += 1
        return fetched
      }
    ) { _ in { $0 } }
    for job in 1...20 { #expect(try workers.next() == job) }
    #expect(throws: Torn.self) { try workers.next() }
    #expect(throws: Torn.self) { try workers.next() }
  }
}
