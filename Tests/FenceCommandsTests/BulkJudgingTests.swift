import FenceCore
import Foundation
import Testing

@testable import FenceCommands

/// A long list is judged by columns, a short one by the judge alone, and nobody can tell by what is printed.
struct BulkJudgingTests {
  private static let example = "Docs/Examples/spring-sale/"

  private static func text(_ name: String) -> String {
    (try? String(contentsOfFile: example + name, encoding: .utf8)) ?? ""
  }

  /// Contacts of the example, each with a number of its own kind of trouble here and there.
  private static let lines: [String] = {
    var lines = text("contacts.ndjson").split(separator: "\n").prefix(260).map(String.init)
    // Records that columns cannot hold, and such as nobody can read.
    lines[3] = lines[3].replacing(#"{"id""#, with: #"{"nickname":"x","id""#)
    lines[7] = lines[7].replacing(#""phone""#, with: #""ph\u006fne""#)
    lines[150] = lines[150].replacing(#"{"id""#, with: #"{"nickname":"x","id""#)
    lines[151] = lines[151].replacing(#""phone""#, with: #""ph\u006fne""#)
    lines[152] = "{\"id\":\"broken\""
    lines[153] = lines[153].replacing(#""country":"#, with: #""country":"XX","city":"#)
    lines[154] = lines[154].replacing(#"{"id""#, with: #"{"opt_out":[],"id""#)
    lines[155] = #"{"id":"nobody"}"#
    lines[156] = #"{"id":"half a number","phone":"+1305","country":"US"}"#
    lines[157] = #"{"id":"toll free","phone":"+18005550142","country":"US","opt_outs":[]}"#
    lines[158] =
      #"{"id":"a day","phone":"+13055550142","relationship":{"last_purchase_at":"2026-09-02"}}"#
    lines[159] = #"{"id":"national","phone":"(305) 555-0142","country":"US","consents":null}"#
    // Ids that tables quote, JSON escapes, or that read as numbers.
    let ids = [
      "a,b", #"q\"t"#, "1234567", "é", "", #"back\\slash"#, #"line\nfeed"#, "x", "123456",
      "7 chars", "+13055550142", "12345678,9", #"1\"2345678"#, "1234567é", #"12345678\\"#,
      #"12345678\u007f"#, #"12345678\u0001"#, "3f2504e0-4f89-11d3-9a0c-0305e82c3301",
      "2026-03-02 3055550142",
    ]
    for (place, id) in ids.enumerated() {
      lines[170 + place] = lines[170 + place].replacing(
        #/"id":"[^"]*"/#, with: "\"id\":\"\(id)\"", maxReplacements: 1)
    }
    return lines
  }()

  private static func check(
    _ lines: ArraySlice<String>, _ format: String, _ more: [String] = [],
    partSize: Int = 1 << 20, classLimits: ClassLimits = ClassLimits()
  ) -> String {
    let files = MemoryFiles([
      "plan.json": text("plan.json"), "programme.json": text("programme.json"),
      "list.ndjson": lines.joined(separator: "\n") + "\n",
    ])
    return ringfence(
      [
        "check", "plan.json", "--programme", "programme.json", "--contacts", "list.ndjson",
        "--format", format,
      ] + more, on: files, partSize: partSize, classLimits: classLimits
    ).output
  }

  @Test(arguments: ["csv", "json"])
  func anyNumberOfThreadsWritesTheSame(format: String) {
    let some = Self.lines[140..<170]
    let whole = Self.check(some, format, ["--only", "US-FL"])
    #expect(whole.count > 1000)
    for jobs in ["1", "3"] {
      #expect(
        Self.check(some, format, ["--only", "US-FL", "--jobs", jobs], partSize: 4000) == whole)
    }
  }

  /// Classes are forgotten before each batch, reasons and changes one by one, and few texts are kept, or none.
  @Test(arguments: [("csv", 0), ("text", 0), ("ndjson", 2000), ("csv", 2000)])
  func whatIsForgottenIsFoundAgain(format: String, textBytes: Int) {
    var tiny = ClassLimits()
    (tiny.keys, tiny.findings, tiny.textBytes) = (1, 1, textBytes)
    (tiny.reasons, tiny.changes) = (1, 1)
    let some = Self.lines[60..<240]
    let only = ["--only", "US", "--only", "US-FL"]
    let whole = Self.check(some, format, only)
    #expect(whole.count > 1000)
    for jobs in ["1", "2"] {
      #expect(
        Self.check(
          some, format, only + ["--jobs", jobs], partSize: 8000, classLimits: tiny) == whole)
    }
  }

  @Test func threadsAreCounted() {
    let files = MemoryFiles(["plan.json": Self.text("plan.json"), "list.ndjson": ""])
    for jobs in ["0", "many", "257"] {
      let run = ringfence(
        ["check", "plan.json", "--contacts", "list.ndjson", "--jobs", jobs], on: files)
      #expect(run.status == 2)
      #expect(run.errors.contains("`--jobs` cannot be read: `\(jobs)`"))
    }
  }

  @Test func whoWatchesIsToldHowFarItCame() throws {
    let files = MemoryFiles([
      "plan.json": Self.text("plan.json"), "programme.json": Self.text("programme.json"),
      "list.ndjson": Self.lines[140..<260].joined(separator: "\n") + "\n",
    ])
    let words = [
      "check", "plan.json", "--programme", "programme.json", "--contacts", "list.ndjson", "--only",
      "US-FL",
    ]
    let watched = ringfence(words, on: files, partSize: 500, clockTicks: 600)
    let unwatched = ringfence(words, on: files, partSize: 500)
    #expect(watched.output == unwatched.output)
    #expect(!unwatched.errors.contains("a second"))
    // Shown while it runs, and replaced at the end by what there was.
    let lines = watched.errors.split(separator: "\r\u{1B}[K")
    #expect(lines.contains { $0.contains(" contacts, ") && $0.contains(" s left") })
    let last = try #require(lines.last)
    #expect(last.hasPrefix("120 contacts in "))
    #expect(last.contains(" a second; ") && last.contains("% of them judged one by one\n"))
    let quiet = ringfence(words + ["--quiet"], on: files, partSize: 500, clockTicks: 600)
    #expect(!quiet.errors.contains("a second"))
  }

  /// What comes before a file that is no list of contacts is judged, by any number of threads.
  @Test func whatCanBeReadIsJudgedByAnyNumberOfThreads() {
    let files = MemoryFiles([
      "plan.json": Self.text("plan.json"), "programme.json": Self.text("programme.json"),
      "list.ndjson": Self.lines[..<3].joined(separator: "\n") + "\n",
      "odd.csv": "height,weight\n1,2\n",
    ])
    let runs = ["1", "2", "5"].map { jobs in
      ringfence(
        [
          "check", "plan.json", "--programme", "programme.json", "--contacts", "list.ndjson",
          "--contacts", "odd.csv", "--format", "csv", "--only", "US-FL", "--jobs", jobs,
        ], on: files)
    }
    #expect(runs[0].output.split(separator: "\r\n").count > 3)
    #expect(runs[0].errors.contains("odd.csv"))
    for run in runs {
      #expect(run.output == runs[0].output && run.errors == runs[0].errors)
      #expect(run.status == runs[0].status)
    }
  }

  @Test func theExampleIsThere() { #expect(Self.lines.count == 260) }

  @Test func eachLineOfALongListIsThatOfItsParts() {
    let (all, only) = (Self.lines[100...], ["--only", "US-FL"])
    // The last line tells of the whole list.
    let whole = Self.check(all, "ndjson", only).split(separator: "\n").dropLast()
    var parts: [Substring] = []
    for start in stride(from: all.startIndex, to: all.endIndex, by: 80) {
      let part = Self.lines[start..<min(start + 80, all.endIndex)]
      parts += Self.check(part, "ndjson", only).split(separator: "\n").dropLast()
    }
    #expect(whole.count == all.count)
    #expect(parts.contains { $0.contains(#""next_change":"2"#) })
    for (own, other) in zip(whole, parts) where own != other {
      // Where a record stands is told by its line.
      #expect(own.contains(#""error""#), "\(own)\n\(other)")
    }
  }

  /// One JSON list of what else stands line by line.
  @Test(arguments: [",", ",\n  "], ["1", "3"])
  func aListIsJudgedAsItsLinesAre(separator: String, jobs: String) {
    // Where a record stands, and what breaks off with its line, is another matter.
    let lines = Self.lines.filter { $0.hasSuffix("}") && !$0.contains("XX") }
    let only = ["--only", "US-FL", "--jobs", jobs]
    let files = MemoryFiles([
      "plan.json": Self.text("plan.json"), "programme.json": Self.text("programme.json"),
      "list.json": "[\(lines.joined(separator: separator))]",
    ])
    let found = ringfence(
      [
        "check", "plan.json", "--programme", "programme.json", "--contacts", "list.json",
        "--format", "csv", "--allowed", "go.json", "--review", "ask.json", "--blocked", "stop.json",
      ] + only, on: files, partSize: 4000)
    #expect(found.output == Self.check(lines[...], "csv", only))
    let records = ["go.json", "ask.json", "stop.json"].flatMap { name in
      (files.text(name) ?? "").split(separator: "\n").filter { $0.hasPrefix("{") }
        .map { $0.hasSuffix(",") ? String($0.dropLast()) : String($0) }
    }
    #expect(records.sorted() == lines.sorted())
  }

  @Test func aTableOfALongListIsThatOfItsParts() {
    let whole = Self.check(Self.lines[...], "csv").split(separator: "\r\n")
    var parts: [Substring] = []
    for start in stride(from: 0, to: Self.lines.count, by: 100) {
      let part = Self.lines[start..<min(start + 100, Self.lines.count)]
      let rows = Self.check(part, "csv").split(separator: "\r\n")
      parts += start == 0 ? rows[...] : rows.dropFirst()
    }
    #expect(whole.count == parts.count)
    for (row, expected) in zip(whole, parts) { #expect(row == expected) }
  }
}
