import Foundation
import TestSupport
import Testing

/// What must never be: each test holds one line of `Docs/architecture`.
@Suite struct LayerTests {
  static let sources = swiftFiles(below: "Sources")

  @Test func theTreeIsRead() {
    #expect(LayerTests.sources.count > 50)
  }

  @Test(arguments: sources.filter { $0.room.hasPrefix("Outreach") })
  func theWorldNeverKnowsTheLanguage(_ file: SourceFile) {
    let known = file.imports.filter { $0.hasPrefix("Fence") && $0 != "FenceDiagnostics" }
    #expect(known.isEmpty, "\(file.path) imports \(known)")
  }

  @Test(arguments: sources.filter { $0.room == "FenceCore" })
  func aCompiledPolicyIsJudgedWithoutTheParser(_ file: SourceFile) {
    #expect(!file.imports.contains("FenceSyntax"))
    #expect(!file.imports.contains("FenceSemantics"))
  }

  @Test(arguments: sources)
  func foundationStaysAtTheRim(_ file: SourceFile) {
    let isRim = ["FenceWorkspace", "FenceCommands"].contains(file.room)
    if file.room == "workbench" { return }
    #expect(!file.imports.contains("FoundationInternationalization"))
    if !isRim { #expect(!file.imports.contains("FoundationEssentials"), "\(file.path)") }
    // Foundation itself is imported only where FoundationEssentials does not exist.
    if file.imports.contains("Foundation") {
      #expect(isRim && file.text.contains("#if canImport(FoundationEssentials)"), "\(file.path)")
    }
  }

  @Test(
    arguments: sources.filter {
      !["FenceWorkspace", "FenceCommands", "workbench", "ringfence-program"].contains($0.room)
    })
  func noClockNoEnvironmentNoDisk(_ file: SourceFile) {
    for forbidden in [
      "Date()", "Date.now", "ContinuousClock", "SuspendingClock", "clock_gettime", "getenv(",
      "ProcessInfo", "FileManager", "fopen(", "import Glibc", "import Darwin",
    ] {
      #expect(!file.code.contains(forbidden), "\(file.path) uses \(forbidden)")
    }
  }

  @Test(arguments: sources.filter { $0.room == "FenceReports" })
  func reportsKnowNoLanguage(_ file: SourceFile) {
    let known = ["FenceSyntax", "FenceSemantics", "FenceWorkspace", "OutreachFacts"]
    #expect(file.imports.allSatisfy { !known.contains($0) })
  }

  /// Imports are internal there, so that the compiler refuses types of other rooms in the public interface.
  @Test(arguments: sources.filter { $0.room == "Ringfence" })
  func theLibraryGivesOutItsOwnTypesOnly(_ file: SourceFile) {
    for forbidden in ["public import", "package import", "@_exported"] {
      #expect(!file.code.contains(forbidden), "\(file.path) has `\(forbidden)`")
    }
    #expect(!file.imports.contains("FenceCommands"), "\(file.path)")
  }

  @Test func theLibrarysImportsAreInternal() throws {
    let manifest = try String(
      contentsOf: repositoryRoot.appending(path: "Package.swift"), encoding: .utf8)
    let room = try #require(manifest.range(of: "\"Ringfence\",\n      ["))
    let next = try #require(
      manifest.range(of: "arget(", range: room.upperBound..<manifest.endIndex))
    #expect(
      manifest[room.upperBound..<next.lowerBound].contains(
        ".enableUpcomingFeature(\"InternalImportsByDefault\")"))
  }
}
