/// Makes every table anew from the pinned packages; returns the exit status.
func regenerateTables() -> Int32 {
  do {
    let packages = try PinnedPackages()
    defer { packages.remove() }
    for script in [
      "Zones/extract_zones.py", "Places/extract_places.py", "Numbering/extract_numbering.py",
    ] {
      try packages.run(script)
    }
    return 0
  } catch {
    print("the tables cannot be made: \(error)")
    return 1
  }
}
