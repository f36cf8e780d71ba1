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

  /// Begins with no digits, in an empty buffer.
  @inline(__always)
  init(_ digits: DigitBuffer) { self.digits = digits }

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
