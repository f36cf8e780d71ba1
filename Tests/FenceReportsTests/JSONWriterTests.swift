import FenceReports
import Testing

struct JSONWriterTests {
  /// Every character of the first row of RFC 8259, section 7, and some that need no escape.
  @Test(arguments: [
    ("plain", #""plain""#),
    ("a \"quote\" and a \\", #""a \"quote\" and a \\""#),
    ("tab\tline\nreturn\r", #""tab\tline\nreturn\r""#),
    ("\u{0}\u{1F}\u{7F}", #""\u0000\u001f\u007f""#),
    ("é 東 🦊 \u{2028}", "\"é 東 🦊 \u{2028}\""),
    ("", #""""#),
  ])
  func escapes(text: String, expected: String) {
    var writer = JSONWriter()
    writer.string(text)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
  }

  @Test func nestsWithCommasBetween() {
    #expect(
      written(isIndented: false)
        == #"{"a":1,"b":[true,null,"x",[],{}],"c":{"d":null,"e":["f","g"]}}"#)
  }

  @Test func indentsByTwo() {
    #expect(
      written(isIndented: true) == """
        {
          "a": 1,
          "b": [
            true,
            null,
            "x",
            [],
            {}
          ],
          "c": {
            "d": null,
            "e": [
              "f",
              "g"
            ]
          }
        }
        """)
  }

  private func written(isIndented: Bool) -> String {
    var writer = JSONWriter(isIndented: isIndented)
    writer.object {
      $0.member("a", 1)
      $0.key("b")
      $0.array {
        $0.truth(true)
        $0.null()
        $0.string("x")
        $0.array { _ in }
        $0.object { _ in }
      }
      $0.key("c")
      $0.object {
        $0.member("d", nil as String?)
        $0.member("e", ["f", "g"])
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
