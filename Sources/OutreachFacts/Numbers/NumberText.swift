import Outreach

/// The digits of a phone number as people type them, taken out of their text without yet knowing the plan.
///
/// Whatever could be read only in part is refused: a number half read is another person's.
struct NumberText {
  /// The digits, 0 to 9 each, without a leading `+`.
  var digits: DigitBuffer
  /// Whether the digits begin with a calling code (`+`, or `tel:` with a context).
  var isInternational = false
  /// Whether letters stand for some of the digits.
  var hasLetters = false
  /// The extension behind the number, and its length.
  var extensionValue: UInt32 = 0
  var extensionLength: UInt8 = 0
  /// Whether what was taken for an extension may be a digit left open (`01X2`).
  var hasDoubtfulExtension = false
  /// The digits, a bit each, before which a sign stands that parts numbers as well as a number: a slash, a tab, a bracket
  /// that is opened.
  var breaks: UInt32 = 0
  /// The zeros, a bit each, before which any separator stands: another number may begin there.
  var zeros: UInt32 = 0
  /// Why the text is no number.
  var problem = NumberProblem.none

  /// The longest text that is looked at, in bytes.
  static let longest = 256
  /// The most digits that one number is written with: fifteen behind a long international prefix.
  static let mostDigits = 20

  /// Reads a text of digits and the usual separators, which most are; nil if it needs a closer look.
  init?(plain text: UnsafeRawBufferPointer, digits: DigitBuffer) {
    guard text.count <= 32 else { return nil }
    self.digits = digits
    var (breaks, zeros): (UInt32, UInt32) = (0, 0)
    let isPlain = self.digits.fill { memory in
      var count = 0
      // 1 behind a separator.
      var parting: UInt32 = 0
      for (index, byte) in text.enumerated() {
        switch byte {
        case 0x30...0x39:
          zeros |= (byte == 0x30 ? parting : 0) &<< UInt32(truncatingIfNeeded: count)
          parting = 0
          memory[count] = byte &- 0x30
          count &+= 1
        case 0x20, 0x2D, 0x2E, 0x29: parting = 1
        case 0x28:
          parting = 1
          breaks |= 1 &<< UInt32(truncatingIfNeeded: count)
        case 0x2B where index == 0: continue
        default: return nil
        }
      }
      return count
    }
    guard isPlain, self.digits.count > 0, self.digits.count <= NumberText.mostDigits else {
      return nil
    }
    // `447911123456.0` is a spreadsheet's, and a lone sign no separator.
    if text.count > 2, text[text.count - 1] == 0x30, text[text.count - 2] == 0x2E { return nil }
    isInternational = text[0] == 0x2B
    self.breaks = breaks
    self.zeros = zeros
  }

  /// Reads any text: E.164, national forms, separators, `tel:` (RFC 3966), an extension, letters for digits,
  /// digits of other scripts.
  ///
  /// - Parameters:
  ///   - text: UTF-8.
  ///   - digits: an empty buffer for the digits.
  ///   - room: `longest` bytes to work in.
  init(
    any text: UnsafeRawBufferPointer, digits: DigitBuffer, room: UnsafeMutableBufferPointer<UInt8>
  ) {
    self.digits = digits
    guard text.count <= NumberText.longest else {
      problem = .tooLong
      return
    }
    let count = PlainText.fold(text, into: room)
    var reader = NumberTextReader(text: UnsafeBufferPointer(rebasing: room[..<count]))
    reader.read(into: &self)
  }

  mutating func refuse(_ problem: NumberProblem) {
    if self.problem == .none { self.problem = problem }
  }
}

/// Up to 40 digits in memory that somebody else owns; what has no room is left out.
struct DigitBuffer {
  private let memory: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  /// How many digits a buffer holds at most.
  static let capacity = 40

  init(_ memory: UnsafeMutableBufferPointer<UInt8>) { self.memory = memory }

  /// Adds a digit.
  ///
  /// No number has nearly as many as there is room for, so a full buffer is refused by its count.
  @inline(__always)
  mutating func append(_ digit: UInt8) {
    guard count < memory.count else { return }
    memory[count] = digit
    count += 1
  }

  /// Fills an empty buffer: the body writes digits from the beginning and returns how many; false if it returns nil.
  @inline(__always)
  mutating func fill(_ body: (UnsafeMutableBufferPointer<UInt8>) -> Int?) -> Bool {
    guard let written = body(memory) else { return false }
    count = min(written, memory.count)
    return true
  }

  /// The digits.
  @inline(__always)
  var all: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: memory[..<count])
  }
}
