/// A file that nobody else sees and that is gone when nobody holds it any more.
public protocol ScratchFile: AnyObject {
  /// Writes bytes at a place.
  ///
  /// - Throws: a problem if they cannot be written.
  func write(_ bytes: [UInt8], at offset: Int) throws(FileProblem)

  /// Reads so many bytes from a place.
  ///
  /// - Throws: a problem if they cannot be read.
  func read(_ count: Int, at offset: Int) throws(FileProblem) -> [UInt8]
}

/// A scratch file that is none: it lies in memory.
public final class ScratchMemory: ScratchFile {
  private var bytes: [UInt8] = []

  /// Makes an empty one.
  public init() {}

  /// Writes bytes at a place.
  public func write(_ piece: [UInt8], at offset: Int) {
    let missing = offset + piece.count - bytes.count
    if missing > 0 { bytes += Array(repeating: 0, count: missing) }
    bytes.replaceSubrange(offset..<offset + piece.count, with: piece)
  }

  /// Reads so many bytes from a place; fewer where there are no more.
  public func read(_ count: Int, at offset: Int) -> [UInt8] {
    Array(bytes[min(offset, bytes.count)..<min(offset + count, bytes.count)])
  }
}
