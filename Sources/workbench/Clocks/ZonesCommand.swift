import Foundation

/// Compares the zones of every area with the pinned library and with the zones of its places; returns the exit status.
func compareZones() -> Int32 {
  do {
    let areas = try String(
      contentsOf: PinnedPackages.sources.appending(path: "Places/areas.txt"), encoding: .utf8)
    let oracle = try PinnedPackages()
    defer { oracle.remove() }
    // The generator of the table stops at a correction that the library needs no more.
    try oracle.run("Places/check_areas.py")
    var agreement = ZoneAgreement(areas: areas)
    for line in try oracle.output(of: "Places/zone_oracle.py").split(separator: "\n").dropFirst() {
      agreement.compare(line)
    }
    for line in agreement.summary { print(line) }
    for difference in agreement.differences.prefix(20) { print("  " + difference) }
    return agreement.differences.isEmpty ? 0 : 1
  } catch {
    print("the library cannot be asked: \(error)")
    return 1
  }
}
