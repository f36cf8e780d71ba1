/// Files, as far as the commands need them; tests bring their own in memory.
public protocol FileSystem: Sendable {
  /// Opens a file for reading.
  ///
  /// - Throws: a problem if there is none such or it may not be read.
  func reader(of path: String) throws(FileProblem) -> any ByteReader

  /// Begins a file that takes the place of whatever is found under a path when it is committed.
  ///
  /// - Throws: a problem if it cannot be made.
  func replacement(of path: String) throws(FileProblem) -> any FileReplacement

  /// Makes a file that nobody else sees, for what does not fit into memory.
  ///
  /// - Throws: a problem if none can be made.
  func scratch() throws(FileProblem) -> any ScratchFile

  /// A name that all paths to the same plain file share, whether it is there yet or not; nil for devices, pipes
  /// and folders.
  func identity(of path: String) -> String?

  /// What is found under a path; nil if nothing is.
  func kind(of path: String) -> FileKind?

  /// The number of bytes of a file; nil if that is not known.
  func size(of path: String) -> Int?

  /// The names in a folder, in no order.
  ///
  /// - Throws: a problem if there is no such folder or it may not be read.
  func names(in folder: String) throws(FileProblem) -> [String]
}

/// What is found under a path.
public enum FileKind: Sendable {
  case file, folder
}

/// Bytes that come in pieces.
public protocol ByteReader: AnyObject {
  /// Adds the next piece to bytes; false at the end.
  ///
  /// - Throws: a problem if reading fails.
  func read(into bytes: inout [UInt8]) throws(FileProblem) -> Bool
}

/// Bytes that go away in pieces; a piece is never torn apart by an interruption.
public protocol ByteWriter: AnyObject {
  /// Adds a piece.
  ///
  /// - Throws: a problem if writing fails, or nobody reads any more.
  func write(_ piece: [UInt8]) throws(FileProblem)

  /// Adds a piece that somebody else holds.
  ///
  /// - Throws: a problem if writing fails, or nobody reads any more.
  func write(_ piece: UnsafeBufferPointer<UInt8>) throws(FileProblem)

  /// Hands over what is still held back.
  ///
  /// - Throws: a problem if writing fails, or nobody reads any more.
  func flush() throws(FileProblem)
}

extension ByteWriter {
  /// Adds a piece that somebody else holds.
  public func write(_ piece: UnsafeBufferPointer<UInt8>) throws(FileProblem) {
    try write(Array(piece))
  }
}

/// Why a file could not be read or written.
public struct FileProblem: Error, Hashable, Sendable {
  /// The path as it was given; `-` for standard input or output.
  public var path: String

  /// Why, in words.
  public var reason: String

  /// Whether the reader of our output went away, which is no failure of ours.
  public var isClosedPipe: Bool

  /// Makes a problem.
  public init(path: String, reason: String, isClosedPipe: Bool = false) {
    self.path = path
    self.reason = reason
    self.isClosedPipe = isClosedPipe
  }
}

extension FileSystem {
  /// A scratch file in memory.
  public func scratch() throws(FileProblem) -> any ScratchFile { ScratchMemory() }

  /// The whole of a file.
  ///
  /// - Throws: a problem if it cannot be read, or holds over 256 MB.
  public func contents(of path: String) throws(FileProblem) -> [UInt8] {
    try reader(of: path).all(path)
  }

  /// The files with an ending in a folder and the folders in it, sorted by path.
  ///
  /// - Throws: a problem if a folder cannot be read.
  public func files(endingIn ending: String, under folder: String) throws(FileProblem) -> [String] {
    var found: [String] = []
    var folders = [(path: folder, depth: 0)]
    while let (path, depth) = folders.popLast() {
      for name in try names(in: path) where !name.hasPrefix(".") {
        let inner = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
        switch kind(of: inner) {
        // A link that leads in circles ends here.
        case .folder where depth < 32: folders.append((inner, depth + 1))
        case .file where name.hasSuffix(ending): found.append(inner)
        default: break
        }
      }
    }
    return found.sorted()
  }
}

extension ByteReader {
  /// The next piece, empty only at the end.
  ///
  /// - Throws: a problem if reading fails.
  public func read() throws(FileProblem) -> [UInt8] {
    var piece: [UInt8] = []
    while piece.isEmpty { guard try read(into: &piece) else { break } }
    return piece
  }

  /// Everything that is left.
  ///
  /// - Throws: a problem if it cannot be read, or is over 256 MB.
  public func all(_ path: String) throws(FileProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      guard try read(into: &bytes) else { return bytes }
      guard bytes.count <= 256 << 20 else {
        throw FileProblem(path: path, reason: "it is larger than 256 MB")
      }
    }
  }
}
