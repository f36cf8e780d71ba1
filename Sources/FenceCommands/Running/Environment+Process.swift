import FenceWorkspace
import Outreach

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Set by the signal handler, which may touch nothing else; read by the loop over the contacts.
nonisolated(unsafe) private var interruptions: sig_atomic_t = 0

extension Environment {
  /// The environment of this process; from now on Ctrl-C stops a run where its output is whole, and a second
  /// one stops it at once.
  public static func process() -> Environment {
    keepMemory()
    signal(SIGPIPE, SIG_IGN)
    signal(SIGINT) { _ in
      interruptions = 1
      signal(SIGINT, SIG_DFL)
    }
    return Environment(
      files: Disk(),
      input: DescriptorReader(STDIN_FILENO, path: "-"),
      output: DescriptorWriter(STDOUT_FILENO, path: "-"),
      errors: DescriptorWriter(STDERR_FILENO, path: "-"),
      outputIsTerminal: isatty(STDOUT_FILENO) == 1,
      errorsAreTerminal: isatty(STDERR_FILENO) == 1,
      terminalWidth: width(),
      variables: ProcessInfo.processInfo.environment,
      now: {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(
          milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
      },
      isInterrupted: { interruptions != 0 })
  }

  /// Parts of lists come and go: what one leaves serves the next.
  ///
  /// The C library gives large blocks back to the system at once until the first of them is freed; from then on it
  /// keeps blocks of up to that size (`mallopt(3)`, M_MMAP_THRESHOLD).
  private static func keepMemory() {
    var block: UnsafeMutableRawPointer?
    if posix_memalign(&block, 4096, 16 << 20) == 0 { free(block) }
  }

  private static func width() -> Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
