/// Does jobs on several threads, and hands their results back in the order of the jobs.
///
/// The caller's thread is one of them.
///
/// - Parameters:
///   - jobs: the jobs.
///   - threads: how many threads at most, with the caller's.
///   - makeWork: makes what a thread does with its jobs, one after the other; called by that thread.
///   - take: takes a result, on the caller's thread; false if no more is wanted.
public func workInOrder<Job: Sendable, Output: Sendable>(
  _ jobs: [Job], threads: Int, makeWork: @escaping @Sendable () -> (Job) -> Output,
  take: (Output) throws -> Bool
) rethrows {
  var rest = jobs[...]
  let workers = OrderedWorkers<Job, Output, Never>(
    min(threads, jobs.count), nextJob: { rest.popFirst() }
  ) { _ in makeWork() }
  while let result = workers.next(), try take(result) {}
}
