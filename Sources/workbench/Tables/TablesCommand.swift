import Foundation

/// Makes every table anew from the pinned packages; returns the exit status.
///
/// Downloads go into a temporary folder by `pip`, which checks them against the hashes in `requirements.txt`.
func regenerateTables() -> Int32 {
  let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "workbench-tables-\(ProcessInfo.processInfo.processIdentifier)")
  defer { try? FileManager.default.removeItem(at: folder) }
  let download = [
    "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps",
    "--only-binary", ":all:", "--require-hashes", "--target", folder.path(),
    "--requirement", sources.appending(path: "Tables/requirements.txt").path(),
  ]
  var status = python(download, packages: nil)
  let scripts = [
    "Zones/extract_zones.py", "Places/extract_places.py", "Numbering/extract_numbering.py",
  ]
  for script in scripts where status == 0 {
    status = python(["-B", sources.appending(path: script).path()], packages: folder)
  }
  return status
}

/// Runs Python with the packages of a folder and returns its exit status.
private func python(_ arguments: [String], packages: URL?) -> Int32 {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = ["python3"] + arguments
  if let packages {
    process.environment = ProcessInfo.processInfo.environment
      .merging(["PYTHONPATH": packages.path()]) { $1 }
  }
  do {
    try process.run()
  } catch {
    print("python3 does not start: \(error)")
    return 1
  }
  process.waitUntilExit()
  return process.terminationStatus
}
