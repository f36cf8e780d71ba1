import FenceDiagnostics
import FenceSyntax
import Foundation
import TestSupport
import Testing

/// Golden files of `Tests/Golden/syntax`: a text, and what each stage makes of it.
///
/// A file has a `fence` block and headings (`## DIAGNOSTICS`, `## FIXED`, `## FORMATTED`, `## TREE`,
/// `## TOKENS`, `## DECLARATIONS`); what stands beneath a heading is what that stage says.
@Suite struct Stages {
  static let files: [String] = {
    let folder = repositoryRoot.appending(path: "Tests/Golden/syntax")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return files.filter { $0.hasSuffix(".md") }.sorted()
  }()

  @Test(arguments: files) func saysWhatTheFileSays(file: String) throws {
    let path = repositoryRoot.appending(path: "Tests/Golden/syntax/\(file)")
    let text = try String(contentsOf: path, encoding: .utf8)
    let source = try #require(SpecialCharacters.block(of: text, "```fence"))
    let name = file.replacingOccurrences(of: ".md", with: ".fence")
    let parsed = parse(SourceText(name: name, bytes: SpecialCharacters.bytes(source)))
    #expect(parsed.tree.bytes == parsed.source.bytes)
    var result = String(text[..<(text.range(of: "\n## ")?.lowerBound ?? text.endIndex)])
    for heading in text.split(separator: "\n") where heading.hasPrefix("## ") {
      let stage = heading.dropFirst(3)
      let shown = try #require(Self.stage(String(stage), parsed), "no stage \(stage)")
      result += "\n## \(stage)\n\n```\(stage == "FORMATTED" ? "fence" : "text")\n\(shown)```\n"
    }
    expectGolden(result, "syntax/\(file)")
  }

  static func stage(_ name: String, _ parsed: Parsed) -> String? {
    switch name {
    case "DIAGNOSTICS": render(parsed.diagnostics)
    case "FIXED": applying(parsed.diagnostics.compactMap(\.fix), to: parsed.source)
    case "FORMATTED": format(parsed) ?? "not formatted: it has errors\n"
    case "TREE": dumpTree(parsed)
    case "TOKENS": dumpTokens(parsed)
    case "DECLARATIONS": Mirrored(parsed.file.declarations).text
    default: nil
    }
  }
}

/// Characters that would not be seen in a file, written `⟨U+202E⟩`, and bytes written `⟨FF⟩`.
enum SpecialCharacters {
  /// The lines between a fence that begins so and its end.
  static func block(of text: String, _ fence: String) -> String? {
    guard let start = text.range(of: fence + "\n"),
      let end = text.range(of: "```", range: start.upperBound..<text.endIndex)
    else { return nil }
    return String(text[start.upperBound..<end.lowerBound])
  }

  /// The bytes that a text stands for.
  static func bytes(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "⟨"), let close = rest[open...].firstIndex(of: "⟩") {
      result += Array(rest[..<open].utf8)
      let name = rest[rest.index(after: open)..<close]
      if name.hasPrefix("U+"), let value = UInt32(name.dropFirst(2), radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        result += Array(String(scalar).utf8)
      } else if let byte = UInt8(name, radix: 16) {
        result.append(byte)
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + Array(rest.utf8)
  }
}

/// The declarations as text, places left out: what the checker will see.
struct Mirrored {
  private(set) var text = ""

  init(_ declarations: [DeclarationSyntax]) {
    for declaration in declarations {
      write(declaration, label: nil, indent: 0)
    }
  }

  private mutating func write(_ value: Any, label: String?, indent: Int) {
    if value is SourceRange { return }
    if let list = value as? [Any], list.allSatisfy({ $0 is SourceRange }) { return }
    let mirror = Mirror(reflecting: value)
    let prefix = String(repeating: "  ", count: indent) + (label.map { "\($0): " } ?? "")
    if let written = mirror.children.first(where: { $0.label == "value" })?.value,
      mirror.children.count == 2, mirror.children.contains(where: { $0.value is SourceRange })
    {
      return write(written, label: label, indent: indent)
    }
    if let name = value as? NameSyntax { return text += "\(prefix)\(name.text)\n" }
    if mirror.displayStyle == .optional {
      if let inner = mirror.children.first { write(inner.value, label: label, indent: indent) }
      return
    }
    if isPlain(value) { return text += "\(prefix)\(value)\n" }
    if mirror.displayStyle == .enum {
      let payload = mirror.children.first
      text += "\(prefix).\(payload?.label ?? "\(value)")\n"
      if let payload { writeChildren(of: payload.value, indent: indent + 1) }
      return
    }
    if mirror.displayStyle == .collection {
      if mirror.children.isEmpty { return }
      text += "\(prefix)[\n"
      for child in mirror.children { write(child.value, label: nil, indent: indent + 1) }
      return text += String(repeating: "  ", count: indent) + "]\n"
    }
    text += "\(prefix)\(type(of: value))\n"
    writeChildren(of: value, indent: indent + 1)
  }

  private mutating func writeChildren(of value: Any, indent: Int) {
    let mirror = Mirror(reflecting: value)
    let isCompound = mirror.displayStyle == .tuple || mirror.displayStyle == .struct
    guard isCompound, !isPlain(value), !(value is NameSyntax) else {
      return write(value, label: nil, indent: indent)
    }
    for child in mirror.children {
      let label = child.label.flatMap { $0.hasPrefix(".") ? nil : $0 }
      write(child.value, label: label, indent: indent)
    }
  }

  private func isPlain(_ value: Any) -> Bool {
    value is String || value is Bool || value is Int || value is Int64
      || value is any CustomStringConvertible && Mirror(reflecting: value).displayStyle == .struct
  }
}
