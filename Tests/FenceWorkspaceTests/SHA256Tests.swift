import Testing

@testable import FenceWorkspace

struct SHA256Tests {
  /// NIST, "Secure Hash Standard" examples, and the lengths around a block.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ])
  func digests(text: String, expected: String) {
    var digest = SHA256()
    digest.update(Array(text.utf8))
    #expect(digest.hexDigest() == expected)
  }

  @Test(arguments: [0, 1, 55, 56, 63, 64, 65, 119, 120, 128])
  func doesNotDependOnThePieces(length: Int) {
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0) }
    var whole = SHA256()
    whole.update(bytes)
    var pieces = SHA256()
    for byte in bytes { pieces.update([byte]) }
    #expect(whole.hexDigest() == pieces.hexDigest())
  }
}
