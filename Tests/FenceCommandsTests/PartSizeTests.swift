import Outreach
import TestSupport
import Testing

@testable import FenceCommands
@testable import OutreachFacts

/// Parts hold whole batches of contacts, as far as their lengths can be told.
struct PartSizeTests {
  /// Parts of contacts of one length, with how long the next one is to be: for batches of 100, at least 1000 bytes.
  @Test(arguments: [
    // Many batches of short contacts, few of longer ones, one, and of very long ones less than one.
    (length: 2, bytes: 1000), (3, 1000), (8, 1500), (13, 1000), (16, 1500), (23, 2000),
    (39, 3500), (40, 4000), (300, 4000),
  ])
  func holdsWholeBatches(length: Int, bytes: Int) throws {
    var size = PartSize(least: 1000, batchLength: 100)
    #expect(size.bytes == 1000)
    size.adapt(to: try Self.piece(String(repeating: "x", count: length - 1) + "\n"))
    #expect(size.bytes == bytes)
  }

  @Test func learnsNothingWithoutLines() throws {
    var size = PartSize(least: 1000, batchLength: 100)
    size.adapt(to: try Self.piece("[{}", format: .list))
    size.adapt(to: .records([]))
    #expect(size.bytes == 1000)
  }

  private static func piece(_ line: String, format: ContactFormat = .lines) throws -> ContactPiece {
    let text = String(repeating: line, count: format == .lines ? 50 : 1)
    var reader = try ContactReader(
      format: format, mappings: TableMappings([], named: nil), file: 0,
      options: .contacts(world: compiledWorld(), reads: nil),
      source: ByteSource(Array(text.utf8)))
    let piece = try reader.nextPiece(10_000)
    return try #require(piece)
  }
}
