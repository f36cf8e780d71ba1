import FenceWorkspace
import Foundation
import Testing

/// The files of this machine, in a folder that is removed afterwards.
final class DiskTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "ringfence-\(UUID().uuidString)").path
  private let disk = Disk()

  init() throws {
    try FileManager.default.createDirectory(
      atPath: folder + "/inner/deeper", withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  @Test func readsBackWhatItWrote() throws {
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let file = try disk.replacement(of: folder + "/a")
    try file.write(Array(bytes[..<100_000]))
    try file.write(Array(bytes[100_000...]))
    try file.commit()
    #expect(try disk.contents(of: folder + "/a") == bytes)
    #expect(disk.size(of: folder + "/a") == bytes.count)
  }

  @Test func replacesAFileAndKeepsItsMode() throws {
    let path = folder + "/a"
    try disk.replace(path, with: [1])
    #expect(chmod(path, 0o640) == 0)
    try disk.replace(path, with: [2, 3])
    #expect(try disk.contents(of: path) == [2, 3])
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o640)
    #expect(try disk.names(in: folder).sorted() == ["a", "inner"])
  }

  @Test func leavesTheOldFileUntilTheNewOneIsWhole() throws {
    let path = folder + "/a"
    try disk.replace(path, with: [1])
    do {
      let file = try disk.replacement(of: path)
      try file.write([2])
      try file.flush()
      #expect(try disk.contents(of: path) == [1])
      #expect(try disk.names(in: folder).count == 3, "it is written beside")
    }
    #expect(try disk.contents(of: path) == [1])
    #expect(try disk.names(in: folder).sorted() == ["a", "inner"])
  }

  @Test func replacesWhatALinkLeadsTo() throws {
    try disk.replace(folder + "/inner/a", with: [1])
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/link", withDestinationPath: folder + "/inner/a")
    try disk.replace(folder + "/link", with: [2])
    #expect(try disk.contents(of: folder + "/inner/a") == [2])
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/link")
        == folder + "/inner/a")
    #expect(disk.identity(of: folder + "/link") == disk.identity(of: folder + "/inner/../inner/a"))
    #expect(disk.identity(of: folder + "/inner/new") == disk.identity(of: folder + "/./inner/new"))
  }

  @Test func writesStraightToWhatIsNoFile() throws {
    try disk.replace("/dev/null", with: [1])
    #expect(disk.identity(of: "/dev/null") == nil)
    #expect(disk.identity(of: folder) == nil)
    var status = stat()
    #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
  }

  @Test func findsPoliciesInAllFolders() throws {
    for name in ["z.fence", "inner/a.fence", "inner/deeper/b.fence", "inner/c.txt", ".d.fence"] {
      try disk.replace("\(folder)/\(name)", with: [])
    }
    // A link in circles must not keep it going.
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/inner/deeper/up", withDestinationPath: folder + "/inner/deeper")
    let found = Set(
      try disk.files(endingIn: ".fence", under: folder).map { path in
        path.split(separator: "/").last.map(String.init) ?? ""
      })
    #expect(found == ["z.fence", "a.fence", "b.fence"])
  }

  @Test(arguments: [("none", "there is no such file"), ("inner", "it is a folder")])
  func saysWhyItCannotRead(name: String, reason: String) {
    let path = folder + "/" + name
    #expect(throws: FileProblem(path: path, reason: reason)) { try disk.contents(of: path) }
  }

  @Test func saysWhyItCannotWrite() {
    let path = folder + "/none/a"
    #expect(throws: FileProblem(path: path, reason: "there is no folder to put it in")) {
      try disk.replace(path, with: [1])
    }
    #expect(throws: FileProblem(path: folder, reason: "it is a folder")) {
      try disk.replace(folder, with: [1])
    }
  }
}
