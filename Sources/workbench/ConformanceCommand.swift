import Foundation

/// `workbench conformance FOLDER`: every case of a folder, with the judge and the bulk engine.
func checkConformance(_ arguments: [String]) -> Int32 {
  guard let path = arguments.first, arguments.count == 1 else {
    print("usage: swift run workbench conformance FOLDER")
    return 2
  }
  do {
    let suite = try ConformanceSuite(folder: URL(filePath: path))
    var run = ConformanceRun(suite)
    var failed = 0
    for example in suite.cases {
      let failures = try run.failures(of: example)
      guard !failures.isEmpty else { continue }
      failed += 1
      print("\(example.id), section \(example.section): \(example.why)")
      for failure in failures { print("  \(failure)") }
    }
    let sections = Set(suite.cases.map(\.section)).count
    print(
      "\(run.cases) cases of \(sections) sections with \(run.verdicts) expectations, "
        + "\(suite.policies.count) shared policies; the bulk engine judged \(run.contacts) contacts "
        + "and left \(run.asked) of them to the judge; \(failed) cases fail")
    return failed == 0 ? 0 : 1
  } catch let mistake as ConformanceMistake {
    print(mistake.message)
    return 2
  } catch {
    print("\(error)")
    return 2
  }
}
