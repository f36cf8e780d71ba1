import Outreach

/// Where the files of a part stand in the whole list, so that places in them can be told as if it had been read at once.
///
/// The lines of standard input go on from part to part; every other file keeps its own.
public struct PartPlace: Sendable {
  /// How many lines of standard input belong to the parts before.
  public var inputLines: Int

  /// How many files the plan is read from; those of contacts come behind them.
  var planFiles: Int32

  /// The numbers in the whole run of the part's files of contacts, in order.
  var files: [Int32] = []

  /// Those of them that are standard input.
  var inputs: [Bool] = []

  /// Makes the place of a part of which only the line is known.
  public init(inputLines: Int) {
    self.inputLines = inputLines
    planFiles = 0
  }

  /// Makes the place of a part.
  ///
  /// - Parameters:
  ///   - inputLines: how many lines of standard input belong to the parts before.
  ///   - planFiles: how many files the plan is read from.
  ///   - contacts: the part's own files.
  ///   - names: the files of the parts before; those of this one are added.
  public init(
    inputLines: Int, planFiles: Int, contacts: [String], addingTo names: inout [String]
  ) {
    self.inputLines = inputLines
    self.planFiles = Int32(clamping: planFiles)
    for name in contacts {
      let known = name == "-" ? names.firstIndex(of: name) : nil
      if known == nil { names.append(name) }
      files.append(Int32(clamping: planFiles + (known ?? names.count - 1)))
      inputs.append(name == "-")
    }
  }

  /// A line of a file in the whole list.
  public func line(_ line: Int, of file: String) -> Int {
    let (sum, overflow) = line.addingReportingOverflow(file == "-" ? inputLines : 0)
    return overflow ? line : sum
  }

  /// A place in the plan or in a file of the part, as one in the whole run.
  func origin(_ origin: Origin) -> Origin {
    let index = Int(origin.file) - Int(planFiles)
    guard files.indices.contains(index) else { return origin }
    return Origin(
      file: files[index],
      line: Int32(clamping: line(Int(origin.line), of: inputs[index] ? "-" : "")),
      column: origin.column)
  }
}
