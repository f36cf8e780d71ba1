import FenceWorkspace
import Foundation
import TestSupport

/// The repository's files, and above them those that a page writes; nothing reaches the disk.
final class PageFiles: FileSystem, @unchecked Sendable {
  private let lock = NSLock()
  private var written: [String: [UInt8]] = [:]

  /// Puts a file where commands find it.
  func put(_ path: String, _ text: String) { put(path, Array(text.utf8)) }

  /// The files that a pattern such as `campaigns/*.json` means to a shell; the word itself if it is none.
  func expand(_ word: String) -> [String] {
    let parts = word.split(separator: "*", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return [word] }
    return lock.withLock { written.keys }
      .filter { $0.hasPrefix(parts[0]) && $0.hasSuffix(parts[1]) }.sorted()
  }

  func reader(of path: String) throws(FileProblem) -> any ByteReader {
    if let bytes = lock.withLock({ written[path] }) { return PieceReader(bytes) }
    guard let data = try? Data(contentsOf: place(path)) else {
      throw FileProblem(path: path, reason: "there is no such file")
    }
    return PieceReader(Array(data))
  }

  func replacement(of path: String) throws(FileProblem) -> any FileReplacement {
    PageReplacement { [self] in put(path, $0) }
  }

  func identity(of path: String) -> String? { path }

  func kind(of path: String) -> FileKind? {
    let isWritten = lock.withLock {
      (written[path] != nil, written.keys.contains { $0.hasPrefix(inside(path)) })
    }
    if isWritten.0 { return .file }
    if isWritten.1 { return .folder }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: place(path).path(), isDirectory: &isFolder) else {
      return nil
    }
    return isFolder.boolValue ? .folder : .file
  }

  func size(of path: String) -> Int? { nil }

  func names(in folder: String) throws(FileProblem) -> [String] {
    let onDisk = try? FileManager.default.contentsOfDirectory(atPath: place(folder).path())
    let above = lock.withLock { written.keys }
      .filter { $0.hasPrefix(inside(folder)) }
      .compactMap {
        $0.dropFirst(inside(folder).count).split(separator: "/").first.map(String.init)
      }
    guard onDisk != nil || !above.isEmpty else {
      throw FileProblem(path: folder, reason: "there is no such folder")
    }
    return Array(Set((onDisk ?? []) + above))
  }

  /// How the paths in a folder begin.
  private func inside(_ folder: String) -> String { folder.hasSuffix("/") ? folder : folder + "/" }

  private func put(_ path: String, _ bytes: [UInt8]) {
    lock.withLock { written[path] = bytes }
  }

  private func place(_ path: String) -> URL { repositoryRoot.appending(path: path) }
}

/// Bytes in one piece.
private final class PieceReader: ByteReader {
  private var rest: [UInt8]

  init(_ bytes: [UInt8]) { rest = bytes }

  func read(into bytes: inout [UInt8]) throws(FileProblem) -> Bool {
    bytes += rest
    defer { rest = [] }
    return !rest.isEmpty
  }
}

/// Keeps bytes back until they are all there.
private final class PageReplacement: FileReplacement {
  private let put: ([UInt8]) -> Void
  private var pending: [UInt8] = []

  init(_ put: @escaping ([UInt8]) -> Void) { self.put = put }

  func write(_ piece: [UInt8]) throws(FileProblem) { pending += piece }

  func flush() throws(FileProblem) {}

  func commit() throws(FileProblem) { put(pending) }
}

/// Hands pieces on.
final class PieceWriter: ByteWriter {
  private let take: ([UInt8]) -> Void

  init(_ take: @escaping ([UInt8]) -> Void) { self.take = take }

  func write(_ piece: [UInt8]) throws(FileProblem) { take(piece) }

  func flush() throws(FileProblem) {}
}
