extension PolicyIndex {
  /// The words in a text right before a dot and a letter: every policy of which it writes a qualified name, and more.
  public static func namesBeforeDots(in bytes: [UInt8]) -> Set<String> {
    func belongsToName(_ byte: UInt8) -> Bool {
      isLetter(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: "_")
    }
    func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) }
    var names = Set<String>()
    for dot in bytes.indices.dropLast()
    where bytes[dot] == UInt8(ascii: ".") && isLetter(bytes[dot + 1]) {
      let start = bytes[..<dot].lastIndex { !belongsToName($0) }.map { $0 + 1 } ?? 0
      names.insert(String(decoding: bytes[start..<dot], as: UTF8.self))
    }
    return names
  }

  /// A policy in canonical layout with nothing on the lines of its tests, which are most of its text; all else stays on
  /// its line.
  public static func withoutTests(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var isInTest = false
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.starts(with: "test ".utf8) { isInTest = true }
      if !isInTest { result += line }
      result.append(UInt8(ascii: "\n"))
      if line.first == UInt8(ascii: "}") { isInTest = false }
    }
    // Where nothing follows, no line has to keep its place.
    while result.last == UInt8(ascii: "\n") { result.removeLast() }
    return result + [UInt8(ascii: "\n")]
  }
}
