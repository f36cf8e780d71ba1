import Foundation
import TestSupport
import Testing

@Suite struct FileShapeTests {
  static let files = swiftFiles(below: "Sources") + swiftFiles(below: "Tests")

  @Test(arguments: files.filter { !$0.path.hasSuffix("+Data.swift") })
  func filesAreShort(_ file: SourceFile) {
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).count
    #expect(lines <= 401, "\(file.path) has \(lines) lines; give each subject a file of its own")
  }

  @Test(arguments: files.filter { $0.path.hasPrefix("Sources/") })
  func nothingTrapsOnPurpose(_ file: SourceFile) {
    for forbidden in ["try!", "as!", "fatalError(", "preconditionFailure("] {
      #expect(!file.code.contains(forbidden), "\(file.path) uses \(forbidden)")
    }
  }

  @Test(arguments: files)
  func nothingIsPutOff(_ file: SourceFile) {
    for mark in ["TO" + "DO", "FIX" + "ME", "XX" + "X:"] {
      #expect(!file.text.contains(mark), "\(file.path) has \(mark)")
    }
  }

  @Test func thePackageDependsOnNothing() throws {
    let manifest = try String(
      contentsOf: repositoryRoot.appending(path: "Package.swift"), encoding: .utf8)
    #expect(!manifest.contains(".package("))
    #expect(!manifest.contains("unsafeFlags"))
  }
}
