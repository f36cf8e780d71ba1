import FenceWorkspace
import Testing

/// Results come in the order of the jobs, whichever thread had them first.
struct OrderedWorkersTests {
  @Test(arguments: [1, 2, 5])
  func handsResultsBackInOrder(threads: Int) {
    let workers = OrderedWorkers<Int, [Int]>(threads) { number in
      var done = 0
      return { job in
        done += 1
        // Later jobs are shorter, so that they would overtake.
        let work = (0..<(200 - job) * 50).reduce(0, &+)
        return [job, number, done, work]
      }
    }
    var results: [[Int]] = []
    for job in 0..<200 {
      workers.submit(job)
      while workers.onTheirWay > 7 { results.append(workers.next() ?? []) }
    }
    while let result = workers.next() { results.append(result) }
    #expect(results.map { $0[0] } == Array(0..<200))
    #expect(results.allSatisfy { $0[1] < threads && $0[2] > 0 })
  }

  @Test func threadsEndWithJobsUndone() {
    let workers = OrderedWorkers<Int, Int>(2) { _ in { $0 } }
    for job in 0..<50 { workers.submit(job) }
    #expect(workers.next() == 0)
  }
}
