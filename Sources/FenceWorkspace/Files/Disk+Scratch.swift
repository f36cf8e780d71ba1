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

extension Disk {
  /// Makes a file in the folder for temporary files, whose name is taken away at once.
  public func scratch() throws(FileProblem) -> any ScratchFile {
    let folder = FileManager.default.temporaryDirectory.path
    var template = Array("\(folder)/ringfence-XXXXXX".utf8CString)
    let descriptor = template.withUnsafeMutableBufferPointer { name in
      name.baseAddress.map { mkstemp($0) } ?? -1
    }
    guard descriptor >= 0 else { throw .lastError(folder) }
    template.withUnsafeBufferPointer { name in _ = name.baseAddress.map { unlink($0) } }
    return DescriptorScratch(descriptor, folder)
  }
}

/// A file without a name.
private final class DescriptorScratch: ScratchFile {
  private let descriptor: Int32
  private let folder: String

  init(_ descriptor: Int32, _ folder: String) {
    self.descriptor = descriptor
    self.folder = folder
  }

  deinit { close(descriptor) }

  func write(_ bytes: [UInt8], at offset: Int) throws(FileProblem) {
    var done = 0
    while done < bytes.count {
      let written = bytes.withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress.map { $0 + done }, $0.count - done, off_t(offset + done))
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw .lastError(folder) }
      done += written
    }
  }

  func read(_ count: Int, at offset: Int) throws(FileProblem) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let got = bytes.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress.map { $0 + done }, count - done, off_t(offset + done))
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { throw .lastError(folder) }
      done += got
    }
    return bytes
  }
}
