import FenceWorkspace
import Foundation

/// Writes the files under `Policies` into `Sources/FenceLibrary` as string literals.
///
/// - Returns: the exit status.
func regenerateLibrary() -> Int32 {
  let root = URL(filePath: FileManager.default.currentDirectoryPath)
  do {
    let files = try policyFiles(under: root.appending(path: "Policies"))
    let target = root.appending(path: "Sources/FenceLibrary/ShippedPolicies+Data.swift")
    try Data(librarySource(files).utf8).write(to: target)
    print("\(files.count) policies in Sources/FenceLibrary/ShippedPolicies+Data.swift")
    return 0
  } catch {
    print("error: \(error)")
    return 1
  }
}

/// The policy files with their texts, sorted by path.
func policyFiles(under folder: URL) throws -> [(path: String, text: String)] {
  let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
  return try names.filter { $0.hasSuffix(".fence") }.sorted().map { name in
    let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    guard !text.utf8.contains(13) else {
      throw CocoaError(
        .fileReadCorruptFile,
        userInfo: [NSLocalizedDescriptionKey: "\(name) holds a carriage return"])
    }
    return (name, text)
  }
}

/// The Swift source that holds the index and the texts: one raw literal a file, so that nothing in it needs an
/// escape.
func librarySource(_ files: [(path: String, text: String)]) throws -> String {
  let index = try LibraryIndex(files)
  var source = """
    // Written by `swift run workbench library` from the files under Policies; do not edit.
    // swift-format-ignore-file

    /// The contact's own fields that some shipped policy reads, sorted.
    public let shippedContactFields: [String] = [

    """
  for field in index.contactFields { source += "  \"\(field)\",\n" }
  source += """
    ]

    /// Every policy that ships with the program, sorted by path.
    public let shippedPolicies: [ShippedPolicy] = [

    """
  for (path, text) in files {
    let bytes = Array(text.utf8)
    let shown = String(decoding: PolicyIndex.withoutTests(bytes), as: UTF8.self)
    let entry = try index.entry(path: path, text: text)
    source += "  ShippedPolicy(\n    \"\(path)\", \(entry)\n"
    source += "    digest: \"\(PolicySet.digest(of: bytes))\",\n"
    source += "    compiled: \(literal(encoded: try index.compiled(path: path))),\n"
    let phrases = index.phrases(path: path)
    if !phrases.isEmpty { source += "    phrases: \(literal(encoded: phrases)),\n" }
    source += "    \(literal(shown))"
    if shown != text {
      source += ",\n    packed: \"\"\"\n"
      for line in TextPacker.pack(bytes) { source += "    \(line)\n" }
      source += "    \"\"\""
    }
    source += "),\n"
  }
  return source + "]\n"
}

/// A raw literal of several lines, indented as an argument.
private func literal(_ text: String) -> String {
  let fence = fence(around: text)
  var literal = "\(fence)\"\"\"\n"
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    literal += line.isEmpty ? "\n" : "    \(line)\n"
  }
  return literal + "    \"\"\"\(fence)"
}

/// A raw literal of what an encoder wrote, cut into lines that are one in the program.
private func literal(encoded bytes: [UInt8]) -> String {
  let text = String(decoding: bytes, as: UTF8.self)
  let fence = fence(around: text)
  var literal = "\(fence)\"\"\"\n    "
  var column = 0
  for scalar in text.unicodeScalars {
    if column >= 110, scalar.isASCII {
      literal += "\\\(fence)\n    "
      column = 0
    }
    let code = String(scalar.value, radix: 16)
    literal += scalar.value < 0x20 ? "\\\(fence)u{\(code)}" : String(scalar)
    column += 1
  }
  return literal + "\n    \"\"\"\(fence)"
}

/// What must stand around a raw literal, so that nothing in a text ends it or is an escape.
private func fence(around text: String) -> String {
  var fence = "#"
  while text.contains("\"\"\"" + fence) || text.contains("\\" + fence) { fence += "#" }
  return fence
}
