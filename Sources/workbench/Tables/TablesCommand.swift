import Foundation

/// Makes every table anew from the pinned packages; returns the exit status.
func regenerateTables() -> Int32 {
  let scripts = [
    "Zones/extract_zones.py", "Places/extract_places.py", "Numbering/extract_numbering.py",
  ]
  return withPackages("Sources/workbench/Tables/requirements.txt") { packages in
    for script in scripts {
      let status = python(["-B", "Sources/workbench/\(script)"], packages: packages)
      guard status == 0 else { return status }
    }
    return 0
  }
}
