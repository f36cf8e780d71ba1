import FenceCore
import FenceDiagnostics
import FenceSemantics
import Foundation
import Outreach
import OutreachFacts
import TestSupport
import Testing

@testable import FenceWorkspace
@testable import workbench

/// What the engines once said different things of, they agree on: `Tests/Divergences`.
///
/// The files of a folder are loaded together; the contacts of tests that share a plan are a list.
@Suite struct DivergenceTests {
  static let folder = repositoryRoot.appending(path: "Tests/Divergences")
  static let world = compiledWorld()

  static let cases: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0 != "README.md" }.sorted()

  @Test func thereAreCases() { #expect(DivergenceTests.cases.count >= 3) }

  @Test(arguments: cases)
  func theEnginesAgree(_ name: String) throws {
    let set = PolicySet(
      shipped: [], own: [try policyFiles(name, in: DivergenceTests.folder)], world: Self.world,
      today: nil)
    #expect(!set.hasErrors, "\(set.diagnostics.map(\.message))")
    #expect(!set.tests.isEmpty)
    let allFacts = set.tests.map {
      TestFacts($0, world: Self.world, ownFields: set.library.ownFields)
    }
    for (test, facts) in zip(set.tests, allFacts) {
      let run = TestRun(test, library: set.library, world: Self.world)
      #expect(run.hasPassed, "\(test.title): \(run.failures.map(\.message))")
      let contacts = allFacts.filter { $0.plan.spelled == facts.plan.spelled }.map(\.contact)
      let list = contacts + contacts.compactMap(\.withOpenRows)
      for (hasReasons, readsLines) in [(false, false), (true, false), (false, true), (true, true)] {
        let comparison = EngineComparison(
          library: set.library, plan: facts.plan, programme: facts.programme, world: Self.world,
          options: Judge.Options(
            findsNextChange: hasReasons, findsReasons: hasReasons, findsPermitted: hasReasons),
          readsLines: readsLines)
        var counts = EngineComparison.Counts()
        let difference = try comparison.difference(on: list, &counts)
        #expect(difference == nil, "\(test.title): \(difference?.words ?? "")")
        #expect(counts.contacts == list.count, "\(test.title) is left to the judge")
      }
    }
  }
}

extension FactRecord {
  /// The same with lists of which the last row is one like those that may follow; nil if no list of it has rows.
  fileprivate var withOpenRows: FactRecord? {
    var (copy, hasRows) = (self, false)
    for index in fields.indices {
      guard case .list(var rows) = fields[index].value, case .record(var last)? = rows.last?.value
      else { continue }
      last.isOpen = true
      rows[rows.count - 1] = Fact(.record(last), rows[rows.count - 1].origin)
      copy.fields[index] = Fact(.list(rows), fields[index].origin)
      hasRows = true
    }
    return hasRows ? copy : nil
  }
}
