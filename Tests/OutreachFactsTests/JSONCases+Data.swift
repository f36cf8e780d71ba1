import Testing

/// A document with a name for reports.
struct JSONCase: CustomTestStringConvertible, Sendable {
  let name: String
  let bytes: [UInt8]

  init(_ name: String, _ text: String) {
    self.name = name
    bytes = Array(text.utf8)
  }

  init(_ name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  var testDescription: String { name }
}

extension JSONCase {
  /// Documents that every reader of the standard accepts.
  static let valid: [JSONCase] = [
    JSONCase("empty object", "{}"),
    JSONCase("empty array", "[]"),
    JSONCase("space everywhere", " \t\r\n[ 1 , { \"a\" : \n2 } ] \n"),
    JSONCase("lone string", "\"a\""),
    JSONCase("lone number", "-1"),
    JSONCase("lone true", "true"),
    JSONCase("lone false", "false"),
    JSONCase("lone null", "null"),
    JSONCase("zero", "[0]"),
    JSONCase("minus zero", "[-0]"),
    JSONCase("fraction", "[0.5, -0.125, 10.0]"),
    JSONCase("exponents", "[1e2, 1E2, 1e+2, 1e-2, 0e0, 1.5e3]"),
    JSONCase("large number", "[123456789012345678901234567890]"),
    JSONCase("escapes", #"["\"\\\/\b\f\n\r\t"]"#),
    JSONCase("unicode escape", #"["\u00e9\u00E9\u0041"]"#),
    JSONCase("escaped zero", #"["\u0000"]"#),
    JSONCase("surrogate pair", #"["\uD83D\uDE00"]"#),
    JSONCase("last of the planes", #"["\uDBFF\uDFFF"]"#),
    JSONCase("raw characters", "[\"é€😀\u{7F}\u{2028}\"]"),
    JSONCase("empty key", "{\"\": 0}"),
    JSONCase("repeated key", "{\"a\": 1, \"a\": 2}"),
    JSONCase("escaped key", #"{"\u0061": 1}"#),
    JSONCase("nested", "[[[[[{\"a\": [[]]}]]]]]"),
    JSONCase("byte order mark", bytes: [0xEF, 0xBB, 0xBF, 0x5B, 0x5D]),
    JSONCase(
      "as deep as allowed",
      String(repeating: "[", count: 128) + String(repeating: "]", count: 128)),
  ]

  /// Documents that every reader of the standard refuses.
  static let invalid: [JSONCase] = [
    JSONCase("nothing", ""),
    JSONCase("space only", " \n"),
    JSONCase("open array", "["),
    JSONCase("open object", "{"),
    JSONCase("open array with value", "[1"),
    JSONCase("closing only", "]"),
    JSONCase("wrong close", "[1}"),
    JSONCase("wrong close of object", "{\"a\": 1]"),
    JSONCase("two documents", "[] []"),
    JSONCase("trailing word", "{}x"),
    JSONCase("trailing comma in array", "[1,]"),
    JSONCase("trailing comma in object", "{\"a\": 1,}"),
    JSONCase("double comma", "[1,,2]"),
    JSONCase("leading comma", "[,1]"),
    JSONCase("no comma", "[1 2]"),
    JSONCase("no comma in object", "{\"a\": 1 \"b\": 2}"),
    JSONCase("no colon", "{\"a\" 1}"),
    JSONCase("comma for colon", "{\"a\", 1}"),
    JSONCase("no value", "{\"a\":}"),
    JSONCase("bare key", "{a: 1}"),
    JSONCase("number as key", "{1: 1}"),
    JSONCase("single quotes", "['a']"),
    JSONCase("comment", "[1] // one"),
    JSONCase("block comment", "/* */ []"),
    JSONCase("leading zero", "[01]"),
    JSONCase("negative leading zero", "[-01]"),
    JSONCase("lone minus", "[-]"),
    JSONCase("plus", "[+1]"),
    JSONCase("no whole part", "[.5]"),
    JSONCase("no fraction", "[1.]"),
    JSONCase("no exponent", "[1e]"),
    JSONCase("signed nothing", "[1e+]"),
    JSONCase("hexadecimal", "[0x1]"),
    JSONCase("infinity", "[Infinity]"),
    JSONCase("not a number", "[NaN]"),
    JSONCase("space in number", "[1 000]"),
    JSONCase("capital literal", "[True]"),
    JSONCase("half literal", "[tru]"),
    JSONCase("long literal", "[nullx]"),
    JSONCase("open string", "[\"a"),
    JSONCase("open escape", "[\"\\"),
    JSONCase("unknown escape", #"["\a"]"#),
    JSONCase("capital escape", #"["\U0041"]"#),
    JSONCase("short unicode escape", #"["\u004"]"#),
    JSONCase("signed unicode escape", #"["\u+041"]"#),
    JSONCase("line feed in string", "[\"a\nb\"]"),
    JSONCase("tab in string", "[\"a\tb\"]"),
    JSONCase("zero in string", bytes: [0x5B, 0x22, 0x00, 0x22, 0x5D]),
    JSONCase("form feed as space", "[\u{0C}]"),
    JSONCase("no-break space", "[\u{A0}]"),
    JSONCase("mark in the middle", bytes: [0x5B, 0xEF, 0xBB, 0xBF, 0x5D]),
    JSONCase("continuation alone", bytes: [0x22, 0x80, 0x22]),
    JSONCase("overlong slash", bytes: [0x22, 0xC0, 0xAF, 0x22]),
    JSONCase("cut sequence", bytes: [0x22, 0xE2, 0x82, 0x22]),
    JSONCase("encoded surrogate", bytes: [0x22, 0xED, 0xA0, 0x80, 0x22]),
    JSONCase("beyond the planes", bytes: [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22]),
    JSONCase("bad byte behind an escape", bytes: [0x22, 0x5C, 0x6E, 0xFF, 0x22]),
    JSONCase("UTF-16", bytes: [0xFF, 0xFE, 0x5B, 0x00, 0x5D, 0x00]),
  ]

  /// Documents on which the standard leaves the choice; refused here, since nothing is guessed.
  static let refused: [JSONCase] = [
    JSONCase("first half of a pair", #"["\uD83D"]"#),
    JSONCase("second half of a pair", #"["\uDE00"]"#),
    JSONCase("two first halves", #"["\uD83D\uD83D"]"#),
    JSONCase("first half and letter", #"["\uD83Dx"]"#),
    JSONCase(
      "too deep", String(repeating: "[", count: 129) + String(repeating: "]", count: 129)),
    JSONCase("very deep", String(repeating: "[{\"a\":", count: 100_000)),
  ]
}
