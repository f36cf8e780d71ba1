import FenceDiagnostics
import Foundation
import Outreach
import OutreachFacts
import TestSupport
import Testing

/// The page of every code, with examples that fail and pass as they say.
struct ReadingDiagnosticPagesTests {
  struct Example {
    var info: [Substring]
    var text: String

    /// The codes of the diagnostics that the example gives, once each.
    var codes: Set<String> {
      let bytes =
        info.contains("latin1")
        ? Array(text.data(using: .isoLatin1) ?? Data()) : Array(text.utf8)
      if info.contains("csv") { return tableCodes(of: bytes) }
      let source = SourceText(name: "example", bytes: bytes)
      let diagnostics =
        info.contains("programme")
        ? readProgramme(source, file: 0, world: nil).diagnostics
        : readPlan(source, file: 0, world: nil).diagnostics
      return Set(diagnostics.map(\.code))
    }

    /// The codes of what is wrong with a table whose columns are called as facts are.
    private func tableCodes(of bytes: [UInt8]) -> Set<String> {
      let rest: [UInt8] = bytes
      var codes = Set<String>()
      do {
        var reader = try ContactReader(
          format: .csv, mappings: TableMappings([], named: nil), file: 0,
          options: .contacts(world: compiledWorld(), reads: nil),
          source: ByteSource(rest))
        while let record = try reader.next() {
          guard case .bad(let bad) = record.content else { continue }
          codes.formUnion(([bad.problem] + bad.others).map(\.kind.rawValue))
        }
      } catch let problem as FactProblem {
        codes.insert(problem.kind.rawValue)
      } catch let table as UnmappedTable {
        codes.insert(table.problem.kind.rawValue)
      } catch {
        codes.insert("\(error)")
      }
      return codes
    }
  }

  @Test(arguments: factDiagnosticCodes)
  func pageSaysWhatItShows(_ entry: DiagnosticCode) throws {
    let code = entry.code
    let file = repositoryRoot.appending(path: "Docs/language/diagnostics/\(code).md")
    let page = try String(contentsOf: file, encoding: .utf8)
    #expect(page.hasPrefix("# \(code): \(entry.title)\n"))
    let examples = examples(of: page)
    // An example of the record that is too long would be 16 MiB of page; the stream's own test has it.
    #expect(examples.count == (code == "D0118" ? 0 : 2))
    for example in examples {
      let fails = example.info.contains { $0.hasPrefix("fails=") }
      #expect(!fails || example.info.contains("fails=\(code)"))
      #expect(example.codes == (fails ? [code] : []), "\(code): \(example.text)")
    }
    #expect(examples.isEmpty || examples.contains { $0.info.contains("fails=\(code)") })
  }

  @Test func everyPageIsOfACode() throws {
    let folder = repositoryRoot.appending(path: "Docs/language/diagnostics")
    let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path())
    let ours = pages.filter { $0.hasPrefix("D01") }.map { String($0.dropLast(3)) }
    #expect(ours.sorted() == factDiagnosticCodes.map(\.code))
  }

  private func examples(of page: String) -> [Example] {
    var result: [Example] = []
    var current: Example?
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "```", let example = current {
        result.append(example)
        current = nil
      } else if line.hasPrefix("```json") || line.hasPrefix("```csv") {
        current = Example(info: line.dropFirst(3).split(separator: " "), text: "")
      } else {
        current?.text += line + "\n"
      }
    }
    return result
  }
}
