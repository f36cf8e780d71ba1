import FenceDiagnostics
import FenceWorkspace
import Foundation
import Testing

/// Pieces of any size come out one behind the other, in whole blocks until the end.
@Suite struct DescriptorWriterTests {
  private static let block = 64 << 10

  private static let sizes: [[Int]] = [
    [0], [1, 2, 3], [block], [block - 1, 1], [block + 1, block - 2, 5], [1, 3 * block, 7],
    [block / 2, block / 2, block / 2], [5 * block + 9, 1, block, 2 * block - 1],
  ]

  @Test(arguments: sizes)
  func nothingIsLost(_ sizes: [Int]) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    try #require(FileManager.default.createFile(atPath: file.path, contents: nil))
    let handle = try FileHandle(forWritingTo: file)
    let writer = DescriptorWriter(handle.fileDescriptor, path: file.path)
    var whole: [UInt8] = []
    for (number, size) in sizes.enumerated() {
      let piece = (0..<size).map { UInt8(truncatingIfNeeded: $0 / 251 &+ number &* 31 &+ $0) }
      whole += piece
      try writer.write(piece)
      #expect(try Data(contentsOf: file).count == whole.count / Self.block * Self.block)
    }
    try writer.flush()
    #expect(try Data(contentsOf: file) == Data(whole))
    try handle.close()
  }
}
