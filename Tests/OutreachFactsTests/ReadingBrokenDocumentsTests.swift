import FenceDiagnostics
import Foundation
import Outreach
import OutreachFacts
import TestSupport
import Testing

/// Whatever is done to a document, it is read or refused, and every complaint lies within it.
struct ReadingBrokenDocumentsTests {
  private static let world = compiledWorld()

  @Test(arguments: ["plan", "programme", "contact"], 0..<4)
  func everyComplaintLiesWithinTheDocument(_ name: String, _ seed: UInt64) throws {
    let file = repositoryRoot.appending(path: "Tests/Golden/facts/\(name).json")
    let whole = Array(try Data(contentsOf: file))
    var generator = SeededGenerator(seed: seed)
    var refused = 0
    for _ in 0..<40 {
      let bytes = broken(whole, &generator)
      let source = SourceText(name: name, bytes: bytes)
      for problem in problems(of: bytes, name) {
        refused += 1
        #expect(!problem.message.isEmpty && !problem.message.contains("\n"), "seed \(seed)")
        for place in [problem.place, problem.related?.place].compactMap({ $0 }) {
          let isInside =
            0 <= place.lower && place.lower <= place.upper && place.upper <= bytes.count
          #expect(isInside, "seed \(seed): \(problem)")
          #expect(
            source.position(at: place.lower) == (place.line, place.column),
            "seed \(seed): \(problem)")
        }
      }
    }
    #expect(refused > 0)
  }

  private func problems(of bytes: [UInt8], _ name: String) -> [FactProblem] {
    guard name != "contact" else { return contactProblems(of: bytes) }
    do {
      let tree = try JSONParser.parse(bytes[...])
      var decoder = FactDecoder(file: 0, options: .strict(world: Self.world))
      _ = decoder.decode(tree, as: name == "plan" ? .plan : .programme)
      return decoder.problems
    } catch {
      return [error]
    }
  }

  private func contactProblems(of bytes: [UInt8]) -> [FactProblem] {
    let rest: [UInt8] = bytes
    var problems: [FactProblem] = []
    do {
      var reader = try ContactReader(
        format: .lines, mappings: TableMappings([], named: nil), file: 0,
        options: .contacts(world: Self.world, reads: nil),
        source: ByteSource(rest))
      while let record = try reader.next() {
        guard case .bad(let bad) = record.content else { continue }
        problems += [bad.problem] + bad.others
      }
    } catch let problem as FactProblem {
      problems.append(problem)
    } catch {
      Issue.record(error)
    }
    return problems
  }

  /// A document with a few bytes changed, taken out or doubled.
  private func broken(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    var result = bytes
    let writing = Array("{}[]\",:\\ \n019-.eEtrufalsn".utf8) + [0x00, 0x80, 0xC3, 0xFF]
    for _ in 0..<Int.random(in: 1..<4, using: &generator) {
      guard let place = result.indices.randomElement(using: &generator) else { break }
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: result[place] = writing.randomElement(using: &generator) ?? 0
      case 1: result.remove(at: place)
      default:
        let end = min(place + Int.random(in: 1..<60, using: &generator), result.count)
        result.insert(contentsOf: result[place..<end], at: place)
      }
    }
    return result
  }
}
