/// Hides phone numbers in what people and logs get to see; widths stay, so that tables and frames stay aligned.
public struct Masking: Hashable, Sendable {
  /// Whether numbers are shown whole.
  public var reveals: Bool

  /// Whether only numbers that begin with `+` are hidden: in policies, sections of law read as other numbers.
  var hidesOnlyInternational = false

  /// Makes a mask, or none.
  public init(reveals: Bool = false) { self.reveals = reveals }

  /// The mask for a file: in policies `501.059(10)` is a section of law.
  public func inFile(_ name: String) -> Masking {
    var masking = self
    masking.hidesOnlyInternational = name.hasSuffix(".fence")
    return masking
  }

  /// A text in which everything that reads as a phone number is masked.
  ///
  /// Seven digits or more, with at most two separators between them, read as a number; days
  /// (`2026-03-02`) do not. Country code, area code where there is one, and the last two digits stay.
  public func text(_ text: String) -> String {
    guard !reveals, text.utf8.count >= DigitRun.fewestDigits else { return text }
    return masked(text) {
      append(text: $0, to: $1)
    } scalars: { scalars in
      var index = 0
      while let run = DigitRun.next(in: UnsafeBufferPointer(scalars), from: index) {
        if hides(run) { Masking.hide(run, in: scalars) }
        index = run.end
      }
    }
  }

  /// A number of which only country code, area code and the last two digits are shown: `+1305•••••42`.
  public func number(_ number: String) -> String {
    guard !reveals else { return number }
    return masked(number) {
      append(number: $0, to: $1)
    } scalars: { scalars in
      Masking.hide(DigitRun(all: UnsafeBufferPointer(scalars)), in: scalars)
    }
  }

  /// A text masked by its bytes if they are ASCII, and by its scalars if not.
  private func masked(
    _ text: String, bytes: (UnsafeBufferPointer<UInt8>, ByteSink) -> Bool,
    scalars: (UnsafeMutableBufferPointer<Unicode.Scalar>) -> Void
  ) -> String {
    var text = text
    let plain: String? = text.withUTF8 { text in
      let sink = ByteSink(capacity: text.count)
      return bytes(text, sink) ? String(decoding: sink.bytes, as: UTF8.self) : nil
    }
    if let plain { return plain }
    var all = Array(text.unicodeScalars)
    all.withUnsafeMutableBufferPointer { scalars($0) }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: all)
    return String(result)
  }

  private func hides(_ run: DigitRun) -> Bool { run.hasPlus || !hidesOnlyInternational }

  private static func hide(_ run: DigitRun, in text: UnsafeMutableBufferPointer<Unicode.Scalar>) {
    var place = 0
    for index in run.start..<run.end where text[index].isDigit {
      if run.hides(place) { text[index] = "•" }
      place += 1
    }
  }

  /// Adds a text as `text` shows it if it is ASCII; false for any other.
  ///
  /// Lists hold millions of ids that read as numbers.
  func append(text: UnsafeBufferPointer<UInt8>, to bytes: ByteSink) -> Bool {
    guard let base = text.baseAddress, !text.isEmpty, !reveals else {
      bytes.append(text)
      return true
    }
    guard Masking.isASCII(text) else { return false }
    bytes.write(atMost: text.count * 3) { target in
      var (end, index) = (target, 0)
      while let run = DigitRun.next(in: text, from: index) {
        if hides(run) {
          end += end.update(from: base + index, count: run.start - index)
          end += Masking.write(run, of: text, to: end)
        } else {
          end += end.update(from: base + index, count: run.end - index)
        }
        index = run.end
      }
      return end + end.update(from: base + index, count: text.count - index) - target
    }
    return true
  }

  /// Adds a number as `number` shows it if it is ASCII; false for any other.
  func append(number: UnsafeBufferPointer<UInt8>, to bytes: ByteSink) -> Bool {
    guard let base = number.baseAddress, !number.isEmpty, !reveals else {
      bytes.append(number)
      return true
    }
    let isCanonical = number.dropFirst().allSatisfy(\.isDigit) && number[0].isPlus
    if isCanonical, number.count > 3 {
      append(canonical: number, to: bytes)
      return true
    }
    guard Masking.isASCII(number) else { return false }
    let run = DigitRun(all: number)
    bytes.write(atMost: number.count * 3) { target in
      let end = target + Masking.write(run, of: number, to: target)
      return end + end.update(from: base + run.end, count: number.count - run.end) - target
    }
    return true
  }

  private static func isASCII(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.reduce(0, |) < 0x80
  }

  /// Writes the part of a text that a run is; says how many bytes.
  private static func write(
    _ run: DigitRun, of text: UnsafeBufferPointer<UInt8>, to target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var (end, place) = (target, 0)
    for index in run.start..<run.end {
      let isHidden = text[index].isDigit && run.hides(place)
      if text[index].isDigit { place += 1 }
      if isHidden {
        (end[0], end[1], end[2]) = (0xE2, 0x80, 0xA2)
        end += 3
      } else {
        end[0] = text[index]
        end += 1
      }
    }
    return end - target
  }

  /// Adds a canonical number as `number` shows it.
  ///
  /// Lists hold millions of them.
  func append(canonical number: UnsafeBufferPointer<UInt8>, to bytes: ByteSink) {
    let count = number.count
    guard !reveals, let base = UnsafeRawPointer(number.baseAddress), count > 3 else {
      return bytes.append(number)
    }
    let shown = DigitRun.shown(
      first: number[1] &- 0x30, second: number[2] &- 0x30, of: count - 1)
    let hidden = max(0, count - 3 - shown)
    bytes.write(atMost: count * 3 + Masking.bulletBytes) { text in
      let text = UnsafeMutableRawPointer(text)
      if count >= 8 {
        // No country and area have more digits.
        text.storeBytes(of: base.loadUnaligned(as: UInt64.self), as: UInt64.self)
      } else {
        text.copyMemory(from: base, byteCount: shown + 1)
      }
      var end = text + shown + 1
      for start in stride(from: 0, to: hidden * 3, by: Masking.bulletBytes) {
        Masking.putBullets(end + start)
      }
      end += hidden * 3
      end.storeBytes(
        of: base.loadUnaligned(fromByteOffset: count - 2, as: UInt16.self), as: UInt16.self)
      return end + 2 - text
    }
  }

  /// How many bytes `putBullets` writes: sixteen bullets.
  private static let bulletBytes = 48

  /// Writes bullets: U+2022 has the bytes E2, 80 and A2 in UTF-8, and three words of eight bytes hold eight of them.
  @inline(__always) private static func putBullets(_ text: UnsafeMutableRawPointer) {
    for start in 0..<2 {
      let text = text + start * 24
      text.storeBytes(of: UInt64(0x80E2_A280_E2A2_80E2).littleEndian, as: UInt64.self)
      text.storeBytes(
        of: UInt64(0xE2A2_80E2_A280_E2A2).littleEndian, toByteOffset: 8, as: UInt64.self)
      text.storeBytes(
        of: UInt64(0xA280_E2A2_80E2_A280).littleEndian, toByteOffset: 16, as: UInt64.self)
    }
  }
}
