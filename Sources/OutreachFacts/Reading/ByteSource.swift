/// Where the bytes of a file come from.
public struct ByteSource {
  /// Adds the next bytes to those that it is given; false at the end of the file.
  let more: (inout [UInt8]) throws -> Bool

  /// Makes a source of whatever adds the next bytes to those that it is given, and says no at the end.
  public init(_ more: @escaping (inout [UInt8]) throws -> Bool) { self.more = more }

  /// Makes a source of bytes in memory, which gives so many of them at a time.
  public init(_ bytes: [UInt8], atATime size: Int = .max) {
    var rest = bytes[...]
    more = { taken in
      taken += rest.prefix(size)
      defer { rest = rest.dropFirst(size) }
      return !rest.isEmpty
    }
  }
}
