import Foundation
import Outreach
import OutreachFacts
import TestSupport
import Testing

/// What this reader and Foundation's make of the same bytes.
struct JSONDifferentialTests {
  @Test(arguments: JSONCase.valid.filter { $0.name != "byte order mark" })
  func agreesOnGivenDocuments(_ document: JSONCase) throws {
    let ours = try JSONParser.parse(document.bytes[...])
    #expect(agrees(ours, try foundation(document.bytes)))
  }

  @Test(arguments: 0..<8)
  func agreesOnGeneratedDocuments(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let text = document(depth: 4, &generator)
      let ours = try JSONParser.parse(Array(text.utf8)[...])
      #expect(agrees(ours, try foundation(Array(text.utf8))), "seed \(seed): \(text)")
    }
  }

  /// A change of one byte makes either both refuse or both read the same.
  @Test(arguments: 0..<8)
  func agreesOnBrokenDocuments(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let bytes = Array("{}[]\",:\\ 019-+.eEtfnu\n".utf8)
    for _ in 0..<200 {
      var document = Array(self.document(depth: 3, &generator).utf8)
      guard let place = document.indices.randomElement(using: &generator),
        let byte = bytes.randomElement(using: &generator)
      else { continue }
      document[place] = byte
      let text = String(decoding: document, as: UTF8.self)
      let theirs = try? foundation(document)
      do {
        let ours = try JSONParser.parse(document[...])
        let object = try #require(theirs, "only ours reads \(text), seed \(seed)")
        #expect(agrees(ours, object), "seed \(seed): \(text)")
      } catch let problem as FactProblem where problem.message.hasPrefix("a comma cannot stand") {
        // Foundation lets a comma stand before a closing bracket, which RFC 8259 does not.
      } catch is FactProblem {
        #expect(theirs == nil, "only Foundation reads \(text), seed \(seed)")
      }
    }
  }

  private func foundation(_ bytes: [UInt8]) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
  }

  private func agrees(_ tree: FactTree, _ object: Any) -> Bool {
    switch (tree.content, object) {
    case (.object(let members), let dictionary as [String: Any]):
      // Foundation keeps one of equal keys, which one it does not say.
      Set(members.map(\.key)) == Set(dictionary.keys)
        && dictionary.allSatisfy { key, value in
          members.contains { $0.key == key && agrees($0.value, value) }
        }
    case (.array(let elements), let list as [Any]):
      elements.count == list.count && zip(elements, list).allSatisfy { agrees($0, $1) }
    case (.string(let text), let string as String):
      Array(text.unicodeScalars) == Array(string.unicodeScalars)
    case (.truth(let truth), let number as NSNumber): number.boolValue == truth
    case (.number(let text), let number as NSNumber): Double(text) == number.doubleValue
    case (.null, is NSNull): true
    default: false
    }
  }

  /// A random document with whatever the grammar allows.
  private func document(depth: Int, _ generator: inout SeededGenerator) -> String {
    let space = ["", " ", "\n", "\t "].randomElement(using: &generator) ?? ""
    let count = Int.random(in: 0..<4, using: &generator)
    switch depth == 0 ? 2 : Int.random(in: 0..<4, using: &generator) {
    case 0:
      let members = (0..<count).map { index in
        "\"k\(index)\(scalars(&generator))\":\(space)\(document(depth: depth - 1, &generator))"
      }
      return "{\(space)\(members.joined(separator: ","))}\(space)"
    case 1:
      let elements = (0..<count).map { _ in document(depth: depth - 1, &generator) }
      return "[\(elements.joined(separator: "\(space),"))\(space)]"
    case 2:
      return ["true", "false", "null", "0", "-12", "3.25", "1e3", "12.5E-1", "120"]
        .randomElement(using: &generator) ?? "0"
    default: return "\"\(scalars(&generator))\""
    }
  }

  private func scalars(_ generator: inout SeededGenerator) -> String {
    let pieces = ["a", "é", "😀", "\\n", "\\\"", "\\\\", "\\u00e9", "\\ud83d\\ude00", "/", "x y"]
    return (0..<Int.random(in: 0..<4, using: &generator))
      .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
  }
}
