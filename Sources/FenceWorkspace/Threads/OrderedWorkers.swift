#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Runs jobs on several threads and hands their results back in the order of the jobs.
///
/// Each thread fetches its jobs itself, one thread at a time, so that what a job brings along is in the caches of the
/// thread that does it. The caller's thread is one of them: instead of waiting for a result it does a job. As it alone
/// takes results, the number of jobs on their way is bounded.
public final class OrderedWorkers<Job, Output: Sendable, Problem: Error> {
  private let state: State
  private var threads: [pthread_t] = []
  private let makeWork: @Sendable (Int) -> Work
  private var ownWork: Work?

  /// What one thread does with its jobs, one after the other; made by the thread itself.
  public typealias Work = (Job) -> Output

  /// Starts threads; where none can be started the caller's does it all.
  ///
  /// - Parameters:
  ///   - count: how many, with the caller's; twice as many jobs are on their way at most.
  ///   - nextJob: fetches the next job, nil after the last; called by one thread at a time, of which nobody knows which,
  ///     and no more once it has thrown. What it touches is nobody else's until the workers are gone.
  ///   - makeWork: makes what a thread does, on that thread; given the thread's number, 0 for the caller's.
  public init(
    _ count: Int, nextJob: @escaping () throws(Problem) -> Job?,
    makeWork: @escaping @Sendable (Int) -> Work
  ) {
    let state = State(most: max(1, count) * 2, nextJob)
    self.state = state
    self.makeWork = makeWork
    for number in 1..<max(1, count) {
      let start = ThreadStart { state.run(makeWork(number)) }
      var attributes = pthread_attr_t()
      pthread_attr_init(&attributes)
      // As much as a first thread has: policies nest as deep in one as in the other.
      pthread_attr_setstacksize(&attributes, 8 << 20)
      var thread = pthread_t()
      let context = Unmanaged.passRetained(start).toOpaque()
      let status = pthread_create(
        &thread, &attributes,
        { context in
          guard let context = context as UnsafeMutableRawPointer? else { return nil }
          Unmanaged<ThreadStart>.fromOpaque(context).takeRetainedValue().body()
          return nil
        }, context)
      pthread_attr_destroy(&attributes)
      if status == 0 {
        threads.append(thread)
      } else {
        Unmanaged<ThreadStart>.fromOpaque(context).release()
      }
    }
  }

  deinit {
    state.close()
    for thread in threads { pthread_join(thread, nil) }
  }

  /// The result of the next job; nil after the last.
  ///
  /// - Throws: what fetching a job threw, behind the results of the jobs before it.
  public func next() throws(Problem) -> Output? {
    while true {
      switch state.nextTurn() {
      case .result(let result): return result
      case .end(let problem):
        if let problem { throw problem }
        return nil
      case .fetch:
        let work = ownWork ?? makeWork(0)
        ownWork = work
        state.doNext(work)
      }
    }
  }

  /// What the threads share.
  private final class State: @unchecked Sendable {
    // INVARIANT: `nextJob` is called by the thread that set `isFetching`; all below it is touched with the lock held.
    private let nextJob: () throws(Problem) -> Job?
    private var isFetching = false
    private var fetched = 0
    private var handedBack = 0
    private var results: [Int: Output] = [:]
    private var isClosed = false
    /// Whether there are no more jobs, and what ended them.
    private var isEnded = false
    private var problem: Problem?
    private let most: Int
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    /// Told to one of the threads when it may be able to fetch.
    private let mayFetch = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    /// Told to the caller when it may be able to go on.
    private let mayTurn = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init(most: Int, _ nextJob: @escaping () throws(Problem) -> Job?) {
      self.most = most
      self.nextJob = nextJob
      lock.initialize(to: pthread_mutex_t())
      mayFetch.initialize(to: pthread_cond_t())
      mayTurn.initialize(to: pthread_cond_t())
      pthread_mutex_init(lock, nil)
      pthread_cond_init(mayFetch, nil)
      pthread_cond_init(mayTurn, nil)
    }

    deinit {
      pthread_cond_destroy(mayTurn)
      pthread_cond_destroy(mayFetch)
      pthread_mutex_destroy(lock)
      mayTurn.deallocate()
      mayFetch.deallocate()
      lock.deallocate()
    }

    /// What the caller's thread does next.
    enum Turn {
      case result(Output)
      case end(Problem?)
      /// It has the right to fetch.
      case fetch
    }

    func nextTurn() -> Turn {
      pthread_mutex_lock(lock)
      defer { pthread_mutex_unlock(lock) }
      while true {
        if let result = results.removeValue(forKey: handedBack) {
          handedBack += 1
          pthread_cond_signal(mayFetch)
          return .result(result)
        }
        if isEnded, handedBack == fetched { return .end(problem) }
        if beginFetching() { return .fetch }
        pthread_cond_wait(mayTurn, lock)
      }
    }

    func close() {
      pthread_mutex_lock(lock)
      isClosed = true
      pthread_cond_broadcast(mayFetch)
      pthread_mutex_unlock(lock)
    }

    /// Does jobs until there are no more to come.
    func run(_ work: Work) {
      while waitsToFetch() { doNext(work) }
    }

    /// Waits for the right to fetch; false if there is nothing more to do.
    private func waitsToFetch() -> Bool {
      pthread_mutex_lock(lock)
      defer { pthread_mutex_unlock(lock) }
      while !isClosed, !isEnded {
        if beginFetching() { return true }
        pthread_cond_wait(mayFetch, lock)
      }
      return false
    }

    /// Takes the right to fetch, if there is a job to fetch, nobody else fetches and the results have room.
    private func beginFetching() -> Bool {
      guard !isFetching, !isEnded, fetched - handedBack < most else { return false }
      isFetching = true
      return true
    }

    /// Fetches a job, for which the caller has the right, and does it.
    func doNext(_ work: Work) {
      guard let (number, job) = fetch() else { return }
      let result = work(job)
      pthread_mutex_lock(lock)
      results[number] = result
      pthread_cond_signal(mayTurn)
      pthread_mutex_unlock(lock)
    }

    private func fetch() -> (Int, Job)? {
      let fetched: Result<Job?, Problem>
      do throws(Problem) { fetched = .success(try nextJob()) } catch { fetched = .failure(error) }
      pthread_mutex_lock(lock)
      defer { pthread_mutex_unlock(lock) }
      isFetching = false
      pthread_cond_signal(mayTurn)
      guard case .success(let job?) = fetched else {
        isEnded = true
        if case .failure(let error) = fetched { problem = error }
        pthread_cond_broadcast(mayFetch)
        return nil
      }
      self.fetched += 1
      pthread_cond_signal(mayFetch)
      return (self.fetched - 1, job)
    }
  }
}

/// What a thread begins with.
private final class ThreadStart: Sendable {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}

/// How many cores this machine offers.
public func coreCount() -> Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
