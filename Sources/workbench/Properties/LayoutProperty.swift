import FenceCore
import FenceDiagnostics
import FenceSemantics
import FenceSyntax
import Outreach
import OutreachFacts

/// The canonical layout of a policy means what the policy means, however it was laid out before.
struct LayoutProperty {
  let files: [SourceText]
  let context: CheckContext

  /// Disarranges every file so many times, formats it, and compares the core of every policy.
  func run(cases: Int, seed: UInt64) throws {
    let original = cores(files)
    for number in 0..<cases {
      var random = SplitMix64(seed: seed &+ UInt64(number))
      let formatted = try files.map { file -> SourceText in
        let disarranged = disarrange(file, &random)
        guard let text = format(parse(disarranged)) else {
          throw Properties.Failure(
            property: "layout does not matter", seed: seed &+ UInt64(number),
            detail: "\(file.name) does not parse any more")
        }
        guard format(parse(SourceText(name: file.name, text: text))) == text else {
          throw Properties.Failure(
            property: "formatting twice changes nothing", seed: seed &+ UInt64(number),
            detail: file.name)
        }
        return SourceText(name: file.name, text: text)
      }
      for (name, core) in cores(formatted) where original[name] != core {
        throw Properties.Failure(
          property: "formatting keeps the meaning", seed: seed &+ UInt64(number), detail: name)
      }
    }
    print("formatting keeps the meaning, and done twice changes nothing: \(cases) cases hold")
  }

  private func cores(_ files: [SourceText]) -> [String: String] {
    let compilation = compile(files.map(parse), context: context)
    return Dictionary(
      uniqueKeysWithValues: compilation.library.policies.map { ($0.name, dumpCore($0)) })
  }

  /// Other indentation, empty lines, and lines joined where no comment ends them.
  private func disarrange(_ file: SourceText, _ random: inout SplitMix64) -> SourceText {
    let lines = String(decoding: file.bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    var text = ""
    for line in lines {
      let bare = line.drop { $0 == " " }
      text += String(repeating: " ", count: random.below(6)) + bare
      if random.oneIn(20) { text += "\n" }
      text += !line.contains("//") && random.oneIn(3) ? " " : "\n"
    }
    return SourceText(name: file.name, text: text + "\n")
  }
}
