public import FenceDiagnostics
public import Foundation

/// The policy files of a name within a folder: the file itself, or all that a folder of that name holds, by name.
public func policyFiles(_ name: String, in folder: URL) throws -> [SourceText] {
  guard !name.hasSuffix(".fence") else {
    let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    return [SourceText(name: name, text: text)]
  }
  let inner = try FileManager.default.contentsOfDirectory(
    atPath: folder.appending(path: name).path)
  return try inner.sorted().flatMap { try policyFiles("\(name)/\($0)", in: folder) }
}
