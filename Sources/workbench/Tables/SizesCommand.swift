import FenceLibrary
import Foundation

/// Prints how many bytes each table takes in the program; returns the exit status.
///
/// The program holds them as they stand in the generated files; beside them stands the size of the release build, if there is one.
func printSizes() -> Int32 {
  let root = PinnedPackages.sources.deletingLastPathComponent().deletingLastPathComponent()
  var total = 0
  func line(_ name: String, _ bytes: Int) {
    print("\(String(bytes).padding(toLength: 10, withPad: " ", startingAt: 0)) \(name)")
  }
  for (name, path) in [
    ("numbers: plans, dialling, national forms, areas", "Numbers/Numbers+Data.swift"),
    ("places: subdivisions, postal codes, zones of places", "Places/Places+Data.swift"),
    ("clocks: zone histories", "Zones/Zones+Data.swift"),
  ] {
    let file = root.appending(path: "Sources/OutreachFacts/\(path)")
    guard let text = try? String(contentsOf: file, encoding: .utf8),
      let start = text.range(of: "#\"\"\"\n"), let end = text.range(of: "\n\"\"\"#")
    else {
      print("there is no table in \(path)")
      return 1
    }
    let bytes = text[start.upperBound..<end.lowerBound].utf8.count
    line(name, bytes)
    total += bytes
  }
  line("all tables of numbers, places and clocks", total)
  line(
    "policies: \(shippedPolicies.count) files",
    shippedPolicies.reduce(0) { $0 + $1.bytes.count })
  let program = root.appending(path: ".build/release/ringfence")
  let size = try? FileManager.default.attributesOfItem(
    atPath: program.resolvingSymlinksInPath().path())[.size]
  if let size = size as? Int {
    line("the program as it was built last (.build/release/ringfence)", size)
  }
  return 0
}
