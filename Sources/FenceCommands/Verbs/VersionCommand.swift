/// The program's name and version, as reports carry it.
let tool = "ringfence 0.1.0"

extension Verb {
  static let version = Verb(
    name: "version", summary: "Prints the program's version", usage: "version",
    examples: [Example("ringfence --version", "prints the version and nothing else")], options: [],
    run: { _, console in
      try console.write(Array("\(tool)\n".utf8))
      return .passed
    })
}
