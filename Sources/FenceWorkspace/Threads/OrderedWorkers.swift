#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Runs jobs on threads of their own and hands their results back in the order of the jobs.
///
/// Used by one thread, which keeps the number of jobs on their way bounded by asking for results.
public final class OrderedWorkers<Job: Sendable, Output: Sendable> {
  private let state: State
  private var threads: [pthread_t] = []
  private var submitted = 0
  private var handedBack = 0

  /// What one thread does with its jobs, one after the other; made by the thread itself.
  public typealias Work = (Job) -> Output

  /// Starts threads.
  ///
  /// - Parameters:
  ///   - count: how many, at least one.
  ///   - makeWork: makes what a thread does, on that thread; given the thread's number.
  public init(_ count: Int, makeWork: @escaping @Sendable (Int) -> Work) {
    state = State()
    for number in 0..<max(1, count) {
      let state = state
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

  /// How many threads there are; 0 if none could be started.
  public var count: Int { threads.count }

  /// How many jobs were given whose results were not handed back.
  public var onTheirWay: Int { submitted - handedBack }

  /// Gives a job to whatever thread is free next.
  public func submit(_ job: Job) {
    state.add(job, submitted)
    submitted += 1
  }

  /// The result of the oldest job on its way, waited for; nil if there is none.
  public func next() -> Output? {
    guard onTheirWay > 0 else { return nil }
    handedBack += 1
    return state.result(handedBack - 1)
  }

  /// What the threads share.
  private final class State: @unchecked Sendable {
    // INVARIANT: everything below is touched with the lock held.
    private var jobs: [(number: Int, job: Job)] = []
    private var results: [Int: Output] = [:]
    private var isClosed = false
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let hasJob = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private let hasResult = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init() {
      lock.initialize(to: pthread_mutex_t())
      hasJob.initialize(to: pthread_cond_t())
      hasResult.initialize(to: pthread_cond_t())
      pthread_mutex_init(lock, nil)
      pthread_cond_init(hasJob, nil)
      pthread_cond_init(hasResult, nil)
    }

    deinit {
      pthread_cond_destroy(hasResult)
      pthread_cond_destroy(hasJob)
      pthread_mutex_destroy(lock)
      hasResult.deallocate()
      hasJob.deallocate()
      lock.deallocate()
    }

    func add(_ job: Job, _ number: Int) {
      pthread_mutex_lock(lock)
      jobs.append((number, job))
      pthread_cond_signal(hasJob)
      pthread_mutex_unlock(lock)
    }

    func result(_ number: Int) -> Output? {
      pthread_mutex_lock(lock)
      defer { pthread_mutex_unlock(lock) }
      while results[number] == nil { pthread_cond_wait(hasResult, lock) }
      return results.removeValue(forKey: number)
    }

    func close() {
      pthread_mutex_lock(lock)
      isClosed = true
      jobs.removeAll()
      pthread_cond_broadcast(hasJob)
      pthread_mutex_unlock(lock)
    }

    /// Does jobs until there are no more to come.
    func run(_ work: Work) {
      while let (number, job) = nextJob() {
        let result = work(job)
        pthread_mutex_lock(lock)
        results[number] = result
        pthread_cond_signal(hasResult)
        pthread_mutex_unlock(lock)
      }
    }

    private func nextJob() -> (Int, Job)? {
      pthread_mutex_lock(lock)
      defer { pthread_mutex_unlock(lock) }
      while jobs.isEmpty, !isClosed { pthread_cond_wait(hasJob, lock) }
      return isClosed || jobs.isEmpty ? nil : jobs.removeFirst()
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
