/// Does jobs on several threads, and hands their results back in the order of the jobs.
///
/// Without threads, or where none can be started, the caller's does it all.
///
/// - Parameters:
///   - jobs: the jobs.
///   - threads: how many threads at most.
///   - makeWork: makes what a thread does with its jobs, one after the other; called by that thread.
///   - take: takes a result, on the caller's thread; false if no more is wanted.
public func workInOrder<Job: Sendable, Output: Sendable>(
  _ jobs: [Job], threads: Int, makeWork: @escaping @Sendable () -> (Job) -> Output,
  take: (Output) throws -> Bool
) rethrows {
  let workers =
    min(threads, jobs.count) > 1
    ? OrderedWorkers<Job, Output>(min(threads, jobs.count)) { _ in makeWork() } : nil
  guard let workers, workers.count > 0 else {
    let work = makeWork()
    for job in jobs { guard try take(work(job)) else { return } }
    return
  }
  var rest = jobs[...]
  while true {
    while workers.onTheirWay < workers.count * 2, let job = rest.popFirst() { workers.submit(job) }
    guard let result = workers.next(), try take(result) else { return }
  }
}
