import FenceWorkspace

extension Arguments {
  /// How many threads work: `--jobs`, else as many as the machine has cores.
  func jobs() throws -> Int {
    guard let text = value(.jobs) else { return coreCount() }
    guard let jobs = Int(text), (1...256).contains(jobs) else {
      throw Failure.usage(
        "`--jobs` cannot be read: `\(text)`", hint: "a number of threads from 1 to 256")
    }
    return jobs
  }
}
