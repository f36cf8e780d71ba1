import Foundation

/// The pinned Python packages, in a folder for the time of a command.
///
/// `pip` checks the downloads against the hashes in the file.
struct PinnedPackages {
  /// The folder of the workbench's sources.
  static let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Why Python could not do what it was asked.
  struct Failure: Error {
    var script: String
    var status: Int32
  }

  private let folder: URL

  /// Downloads the packages of a file of requirements among the workbench's sources.
  ///
  /// - Parameter requirements: the file that pins them, below the workbench's sources.
  /// - Throws: a failure if Python, `pip` or the network is missing.
  init(_ requirements: String = "Tables/requirements.txt") throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "workbench-packages-\(ProcessInfo.processInfo.processIdentifier)")
    try PinnedPackages.python(
      [
        "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--root-user-action",
        "ignore", "--no-deps",
        "--only-binary", ":all:", "--require-hashes", "--target", folder.path(),
        "--requirement", PinnedPackages.sources.appending(path: requirements).path(),
      ], packages: nil, output: .standardOutput)
  }

  /// Removes the folder.
  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// Runs a script by its path from the workbench's sources; its output is shown.
  ///
  /// - Throws: a failure if it ends with another status than 0.
  func run(_ script: String) throws {
    try PinnedPackages.python(
      ["-B", PinnedPackages.sources.appending(path: script).path()], packages: folder,
      output: .standardOutput)
  }

  /// What a script of the workbench prints.
  ///
  /// - Throws: a failure if it ends with another status than 0.
  func output(of script: String, _ arguments: String...) throws -> String {
    let file = folder.appending(path: "output")
    try Data().write(to: file)
    let handle = try FileHandle(forWritingTo: file)
    defer { try? handle.close() }
    try PinnedPackages.python(
      ["-B", PinnedPackages.sources.appending(path: script).path()] + arguments, packages: folder,
      output: handle)
    return try String(contentsOf: file, encoding: .utf8)
  }

  private static func python(
    _ arguments: [String], packages: URL?, output: FileHandle
  ) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    process.standardOutput = output
    if let packages {
      process.environment = ProcessInfo.processInfo.environment
        .merging(["PYTHONPATH": packages.path(), "PYTHONIOENCODING": "utf-8"]) { $1 }
    }
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(script: arguments.joined(separator: " "), status: process.terminationStatus)
    }
  }
}
