extension Quantity {
  /// Reads a number in the grammar of JSON (RFC 8259, section 6), exponent included.
  ///
  /// - Returns: nil if the number is not exact to six decimals or is too large.
  public init?(scientific text: String) {
    let parts = text.split(maxSplits: 1) { $0 == "e" || $0 == "E" }
    guard parts.count == 2 else {
      self.init(text)
      return
    }
    let isNegative = parts[0].hasPrefix("-")
    let halves = (isNegative ? parts[0].dropFirst() : parts[0]).split(separator: ".", maxSplits: 1)
    // Beyond forty digits either way nothing fits into the range, and nothing long is built.
    guard let whole = halves.first, let exponent = Int(parts[1]), (-40...40).contains(exponent),
      parts[0].utf8.count <= 40
    else { return nil }
    var digits = Array(whole.utf8) + Array((halves.count == 2 ? halves[1] : "").utf8)
    var point = whole.utf8.count + exponent
    while digits.count < point { digits.append(UInt8(ascii: "0")) }
    while point < 1 {
      digits.insert(UInt8(ascii: "0"), at: 0)
      point += 1
    }
    var fraction = digits[point...]
    while fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
    let sign = isNegative ? "-" : ""
    let tail = fraction.isEmpty ? "" : "." + String(decoding: fraction, as: UTF8.self)
    self.init(sign + String(decoding: digits[..<point], as: UTF8.self) + tail)
  }
}
