/// Phone numbers under a secret key: equal numbers have equal hashes, and whoever lacks the key learns no more.
///
/// HMAC with SHA-256 (RFC 2104, FIPS 198-1), of which the first eight bytes are kept: among a hundred million numbers two that
/// differ share a hash with a probability of one in 3,700.
public struct KeyedHash: Sendable {
  private let inner: SHA256
  private let outer: SHA256

  /// The fewest bytes that a key may have: with fewer, whoever sees hashes could try all keys.
  public static let fewestBytes = 16

  /// Makes the hashes of a key; nil for one of fewer than 16 bytes.
  public init?(key: [UInt8]) {
    guard key.count >= KeyedHash.fewestBytes else { return nil }
    var block = key
    if key.count > 64 {
      var digest = SHA256()
      digest.update(key)
      block = digest.digest().flatMap(KeyedHash.bytes)
    }
    block += Array(repeating: 0, count: 64 - block.count)
    var (inner, outer) = (SHA256(), SHA256())
    inner.update(block.map { $0 ^ 0x36 })
    outer.update(block.map { $0 ^ 0x5C })
    self.inner = inner
    self.outer = outer
  }

  /// The hash of a number (`ContactJudgement.number`).
  public func hash(_ number: UInt64) -> UInt64 {
    let words = digest((0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - $0 * 8)) })
    return UInt64(words[0]) << 32 | UInt64(words[1])
  }

  /// What tells keys apart without telling them: 16 hexadecimal digits.
  public var mark: String {
    digest(Array("ringfence".utf8)).prefix(2).map(KeyedHash.hexadecimal).joined()
  }

  private func digest(_ bytes: [UInt8]) -> [UInt32] {
    var (inner, outer) = (inner, outer)
    inner.update(bytes)
    outer.update(inner.digest().flatMap(KeyedHash.bytes))
    return outer.digest()
  }

  private static func bytes(_ word: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: word >> UInt32(24 - $0 * 8)) }
  }

  private static func hexadecimal(_ word: UInt32) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
