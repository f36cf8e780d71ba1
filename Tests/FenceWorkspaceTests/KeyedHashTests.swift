import Testing

@testable import FenceWorkspace

/// Keyed hashes, against those of Python's `hmac`: `hmac.new(key, number.to_bytes(8, 'big'), hashlib.sha256)`.
struct KeyedHashTests {
  @Test(
    arguments: [
      (16, UInt64(0x296c_a007_d449_5b94), "8be9239ebf27502f"),
      (100, UInt64(0x1dca_fa6e_1f34_d2e5), "6b4bd5a36b80e10c"),
    ])
  func agreesWithThePinnedHashes(length: UInt8, expected: UInt64, mark: String) throws {
    let hash = try #require(KeyedHash(key: Array(0..<length)))
    #expect(hash.hash(1 << 60 | 13_055_550_142) == expected)
    #expect(hash.mark == mark)
  }

  @Test func refusesShortKeys() {
    #expect(KeyedHash(key: Array(0..<15)) == nil)
    #expect(KeyedHash(key: []) == nil)
  }
}
