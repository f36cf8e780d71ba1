import FenceDiagnostics

extension Parser {
  /// The editions of the language that this program reads.
  static let knownEditions = ["1"]

  /// `edition 1` before the declarations; a file without it is of edition 1.
  ///
  /// - Returns: whether what follows is of an edition that is known. If not, the rest is passed over: to complain of
  ///   words that another edition may know would help nobody.
  mutating func readEdition() -> Bool {
    guard at(.edition) else { return true }
    let start = mark
    take()
    guard current.kind == .number else {
      complain(
        .unexpected, "expected the number of an edition after `edition`, found \(found)",
        help: "write `edition 1`")
      close(start, .edition)
      return true
    }
    let number = written(take())
    close(start, .edition)
    guard !Parser.knownEditions.contains(number.value) else { return true }
    let rest = mark
    while !isAtEnd { take() }
    if mark > rest { close(rest, .error) }
    diagnostics = []
    report(
      .unknownEdition, "there is no edition \(number.value) of Fence that this program knows",
      at: number.range,
      help: "it reads edition 1; a file of a later edition needs a later program")
    return false
  }
}
