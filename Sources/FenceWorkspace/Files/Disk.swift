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

/// The files of this machine.
public struct Disk: FileSystem {
  /// Makes access to them.
  public init() {}

  /// Opens a file for reading.
  public func reader(of path: String) throws(FileProblem) -> any ByteReader {
    if kind(of: path) == .folder { throw FileProblem(path: path, reason: "it is a folder") }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .lastError(path) }
    return DescriptorReader(descriptor, path: path, isOwned: true)
  }

  /// What is found under a path.
  public func kind(of path: String) -> FileKind? {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
    return isFolder ? .folder : .file
  }

  /// The number of bytes of a file; nil for what is no plain file.
  public func size(of path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// The names in a folder.
  public func names(in folder: String) throws(FileProblem) -> [String] {
    guard kind(of: folder) == .folder else {
      throw FileProblem(path: folder, reason: "there is no such folder")
    }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw FileProblem(path: folder, reason: "the folder cannot be read")
    }
  }
}

/// Reads from a file descriptor in pieces of up to 256 KB.
public final class DescriptorReader: ByteReader {
  private let descriptor: Int32
  private let path: String
  private let isOwned: Bool

  /// Makes a reader; one that owns its descriptor closes it in the end.
  public init(_ descriptor: Int32, path: String, isOwned: Bool = false) {
    self.descriptor = descriptor
    self.path = path
    self.isOwned = isOwned
  }

  deinit { if isOwned { close(descriptor) } }

  /// Adds the next piece; false at the end.
  public func read(into bytes: inout [UInt8]) throws(FileProblem) -> Bool {
    var count = 0
    bytes.append(addingCapacity: 256 << 10) { room in
      room.withUnsafeMutableBufferPointer { buffer, initialized in
        let free = UnsafeMutableBufferPointer(rebasing: buffer[initialized...])
        repeat {
          count = readBytes(descriptor, free)
        } while count < 0 && errno == EINTR
        initialized += max(0, count)
      }
    }
    guard count >= 0 else { throw .lastError(path) }
    return count > 0
  }
}

/// Writes to a file descriptor, in whole blocks of 64 KB, whatever the pieces: the system puts these into pages with the
/// least work.
public final class DescriptorWriter: ByteWriter {
  private let descriptor: Int32
  private let path: String
  private let isOwned: Bool
  private var pending: [UInt8] = []

  /// Makes a writer; one that owns its descriptor closes it in the end.
  public init(_ descriptor: Int32, path: String, isOwned: Bool = false) {
    self.descriptor = descriptor
    self.path = path
    self.isOwned = isOwned
  }

  deinit { if isOwned { close(descriptor) } }

  /// Adds a piece.
  public func write(_ piece: [UInt8]) throws(FileProblem) {
    try piece.withUnsafeBufferPointer { bytes throws(FileProblem) in try write(bytes) }
  }

  /// Adds a piece, of which less than a block is held back.
  public func write(_ piece: UnsafeBufferPointer<UInt8>) throws(FileProblem) {
    var rest = piece[...]
    if !pending.isEmpty || rest.count < DescriptorWriter.block {
      let first = rest.prefix(DescriptorWriter.block - pending.count)
      pending.append(contentsOf: first)
      rest = rest.dropFirst(first.count)
      guard pending.count == DescriptorWriter.block else { return }
      try flush()
    }
    let whole = rest.prefix(rest.count / DescriptorWriter.block * DescriptorWriter.block)
    try write(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: whole)))
    pending.append(contentsOf: rest.dropFirst(whole.count))
  }

  private static let block = 64 << 10

  /// Hands over what is held back.
  public func flush() throws(FileProblem) {
    defer { pending.removeAll(keepingCapacity: true) }
    try pending.withUnsafeBufferPointer { bytes throws(FileProblem) in
      try write(UnsafeRawBufferPointer(bytes))
    }
  }

  private func write(_ bytes: UnsafeRawBufferPointer) throws(FileProblem) {
    var done = 0
    while done < bytes.count {
      let count = writeBytes(descriptor, UnsafeRawBufferPointer(rebasing: bytes[done...]))
      if count < 0 {
        if errno == EINTR { continue }
        throw .lastError(path)
      }
      done += count
    }
  }
}

/// Outside the classes, whose methods of the same names would hide the system's functions.
private func readBytes(
  _ descriptor: Int32, _ buffer: UnsafeMutableBufferPointer<UInt8>
) -> Int {
  read(descriptor, buffer.baseAddress, buffer.count)
}

private func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}

extension FileProblem {
  /// The problem that the system reported last.
  static func lastError(_ path: String) -> FileProblem {
    let number = errno
    let reason =
      switch number {
      case ENOENT: "there is no such file"
      case EACCES, EPERM: "access is denied"
      case EISDIR: "it is a folder"
      case ENOSPC: "the disk is full"
      default: String(cString: strerror(number))
      }
    return FileProblem(path: path, reason: reason, isClosedPipe: number == EPIPE)
  }
}
