import Foundation

/// Writes the example campaign anew under `Docs/Examples`; returns the exit status.
///
/// Equal runs write equal bytes: the contacts come from a fixed seed.
func writeExample() -> Int32 {
  let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Docs/Examples/spring-sale")
  do {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for file in exampleFiles() {
      try Data(file.text.utf8).write(to: folder.appending(path: file.name))
    }
    return 0
  } catch {
    print("the example cannot be written: \(error)")
    return 1
  }
}

/// The files that are made, with their texts.
func exampleFiles() -> [(name: String, text: String)] {
  [("plan.json", examplePlan), ("contacts.ndjson", ExampleList(seed: 2027).text)]
}
