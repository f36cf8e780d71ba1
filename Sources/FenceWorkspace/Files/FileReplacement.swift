/// A file that is being written and takes its place only when it is whole.
///
/// Let go without a commit, it leaves nothing behind: whatever stood in its place still does.
public protocol FileReplacement: ByteWriter {
  /// Hands over what is held back and puts the file in its place.
  ///
  /// - Throws: a problem if that fails; the file that stood there before still does.
  func commit() throws(FileProblem)
}

extension FileSystem {
  /// Puts bytes in the place of a whole file: afterwards it holds either what it held before, or these.
  ///
  /// - Throws: a problem if they cannot be written.
  public func replace(_ path: String, with bytes: [UInt8]) throws(FileProblem) {
    let replacement = try replacement(of: path)
    try replacement.write(bytes)
    try replacement.commit()
  }
}
