public import Outreach

/// Numbers as one JSON document, `ringfence.number/1`: a line a number.
public struct JSONNumberReport: NumberReport {
  private let tool: String
  private var isFirst = true

  /// Makes a report.
  public init(tool: String) { self.tool = tool }

  /// The head of the document, up to the array of numbers.
  public mutating func start() -> [UInt8] {
    var writer = JSONWriter()
    writer.object {
      $0.member("format", "ringfence.number/1")
      $0.member("tool", tool)
    }
    // The object stays open: its brace comes with the summary.
    return Array(writer.bytes.dropLast()) + Array(",\n\"numbers\":[".utf8)
  }

  /// One number.
  public mutating func number(_ input: String, _ analysis: NumberAnalysis) -> [UInt8] {
    var writer = JSONWriter()
    writer.number(input, analysis)
    let separator = isFirst ? "\n" : ",\n"
    isFirst = false
    return Array(separator.utf8) + writer.bytes
  }

  /// The summary and the end.
  public mutating func finish(_ summary: NumberSummary) -> [UInt8] {
    var writer = JSONWriter()
    writer.object {
      $0.key("summary")
      $0.object {
        $0.member("numbers", summary.all)
        $0.member("valid", summary.valid)
        $0.member("possible", summary.possible)
        $0.member("invalid", summary.invalid)
        $0.member("unclear", summary.unclear)
      }
    }
    return Array((isFirst ? "],\n" : "\n],\n").utf8) + writer.bytes.dropFirst()
      + Array("\n".utf8)
  }
}

/// Numbers as JSON lines, one an input line and nothing else.
public struct NDJSONNumberReport: NumberReport {
  /// Makes a report.
  public init() {}

  /// Nothing.
  public mutating func start() -> [UInt8] { [] }

  /// One number.
  public mutating func number(_ input: String, _ analysis: NumberAnalysis) -> [UInt8] {
    var writer = JSONWriter()
    writer.number(input, analysis)
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  /// Nothing.
  public mutating func finish(_ summary: NumberSummary) -> [UInt8] { [] }
}

extension JSONWriter {
  fileprivate mutating func number(_ input: String, _ analysis: NumberAnalysis) {
    let isValid = analysis.isValid == true
    object {
      $0.member("input", input)
      $0.key("valid")
      if let isValid = analysis.isValid { $0.truth(isValid) } else { $0.null() }
      $0.member("reason", analysis.reason)
      $0.member("e164", isValid ? analysis.e164 : nil)
      $0.member("national", analysis.nationalWithExtension)
      $0.member("regions", analysis.countries)
      $0.member("places", analysis.places)
      $0.member("type", analysis.type)
      $0.member("zones", analysis.zones)
    }
  }
}
