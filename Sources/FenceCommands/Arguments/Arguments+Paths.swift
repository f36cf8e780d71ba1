import FenceWorkspace

extension Arguments {
  /// Refuses a file that would be written twice, or read and written.
  func checkPaths(of verb: Verb, in files: any FileSystem) throws(Failure) {
    var read = Set<String>()
    for path in inputs(of: verb) {
      if let file = files.identity(of: path) { read.insert(file) }
    }
    var written: [String: String] = [:]
    for option in verb.options where option.names == .output {
      for path in all(option) where path != "-" {
        guard let file = files.identity(of: path) else { continue }
        if read.contains(file) {
          throw .usage(
            "`\(path)` is read and would be overwritten", hint: "give `\(option.name)` another file"
          )
        }
        if let other = written.updateValue(option.name, forKey: file) {
          throw .usage("`\(path)` would be written twice, by `\(other)` and `\(option.name)`")
        }
      }
    }
  }

  /// The paths that a run reads.
  private func inputs(of verb: Verb) -> [String] {
    var paths = verb.options.filter { $0.names == .input }.flatMap(all)
    for (index, operand) in operands.enumerated() where !verb.operands.isEmpty {
      if verb.operands[min(index, verb.operands.count - 1)] == .input { paths.append(operand) }
    }
    return paths.filter { $0 != "-" }
  }
}
