#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Disk {
  /// Opens a new file beside the old one, `FILE.PROCESS.part`, which is moved into its place at the end.
  ///
  /// What is no plain file (a device, a pipe) cannot be replaced and is written to as it stands. A link stays
  /// one; the file that it leads to is replaced.
  public func replacement(of path: String) throws(FileProblem) -> any FileReplacement {
    var old = stat()
    guard stat(path, &old) == 0 else {
      guard errno == ENOENT else { throw .lastError(path) }
      return try DiskReplacement(of: path, named: path, mode: nil)
    }
    switch old.st_mode & S_IFMT {
    case S_IFDIR: throw FileProblem(path: path, reason: "it is a folder")
    case S_IFREG:
      // Moving another file into its place would get round its being locked.
      guard access(path, W_OK) == 0 else { throw .lastError(path) }
      return try DiskReplacement(
        of: resolved(path) ?? path, named: path, mode: old.st_mode & 0o7777)
    default: return try StraightWriter(path)
    }
  }

  /// The plain file under a path by the one name that all paths to it have, whether it is there yet or not.
  public func identity(of path: String) -> String? {
    var status = stat()
    if stat(path, &status) == 0 {
      return status.st_mode & S_IFMT == S_IFREG ? resolved(path) : nil
    }
    guard let slash = path.lastIndex(of: "/") else { return resolved(".").map { "\($0)/\(path)" } }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return resolved(folder).map { "\($0)/\(path[path.index(after: slash)...])" }
  }

  /// The path without links and dots; nil if nothing is there.
  private func resolved(_ path: String) -> String? {
    guard let full = realpath(path, nil) else { return nil }
    defer { free(full) }
    return String(cString: full)
  }
}

/// A file beside the one that it is to replace.
private final class DiskReplacement: FileReplacement {
  private let path: String
  private let name: String
  private let beside: String
  private let writer: DescriptorWriter
  private var isCommitted = false

  init(of path: String, named name: String, mode: mode_t?) throws(FileProblem) {
    self.path = path
    self.name = name
    beside = "\(path).\(getpid()).part"
    // What a crashed process of the same number left.
    unlink(beside)
    let descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode ?? 0o666)
    guard descriptor >= 0 else {
      let problem = FileProblem.lastError(name)
      throw errno == ENOENT
        ? FileProblem(path: name, reason: "there is no folder to put it in") : problem
    }
    // The new file takes over who may read and write the old one.
    if let mode { fchmod(descriptor, mode) }
    writer = DescriptorWriter(descriptor, path: name, isOwned: true)
  }

  deinit { if !isCommitted { unlink(beside) } }

  func write(_ piece: [UInt8]) throws(FileProblem) { try writer.write(piece) }

  func write(_ piece: UnsafeBufferPointer<UInt8>) throws(FileProblem) { try writer.write(piece) }

  func flush() throws(FileProblem) { try writer.flush() }

  func commit() throws(FileProblem) {
    try writer.flush()
    guard rename(beside, path) == 0 else { throw .lastError(name) }
    isCommitted = true
  }
}

/// What cannot be replaced, only written to.
private final class StraightWriter: FileReplacement {
  private let writer: DescriptorWriter

  init(_ path: String) throws(FileProblem) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .lastError(path) }
    writer = DescriptorWriter(descriptor, path: path, isOwned: true)
  }

  func write(_ piece: [UInt8]) throws(FileProblem) { try writer.write(piece) }

  func write(_ piece: UnsafeBufferPointer<UInt8>) throws(FileProblem) { try writer.write(piece) }

  func flush() throws(FileProblem) { try writer.flush() }

  func commit() throws(FileProblem) { try writer.flush() }
}
