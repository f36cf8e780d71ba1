import Foundation

/// Installs the packages of a file of requirements and does something with them; returns its exit status.
///
/// Downloads go into a temporary folder by `pip`, which checks them against the hashes in the file.
func withPackages(_ requirements: String, _ use: (URL) -> Int32) -> Int32 {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "workbench-\(ProcessInfo.processInfo.processIdentifier)")
  defer { try? FileManager.default.removeItem(at: folder) }
  let status = python(
    [
      "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps",
      "--only-binary", ":all:", "--require-hashes", "--target", folder.path(),
      "--requirement", requirements,
    ], packages: nil)
  return status == 0 ? use(folder) : status
}

/// Runs Python with the packages of a folder and returns its exit status.
func python(_ arguments: [String], packages: URL?) -> Int32 {
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
