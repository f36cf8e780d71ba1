import FenceCore
import FenceWorkspace
import Outreach
import OutreachFacts

/// The lists into which a check splits the contacts: each record byte for byte as it was read, in the order and
/// the form of the input, numbers unmasked.
///
/// They take their places when the last record is written, so that no list is ever half of one.
final class SplitLists {
  private var lists: [List] = []
  private var framing: RecordFraming?
  private var framedBy = ""

  /// One of the lists.
  private struct List {
    var decision: Decision
    var path: String
    var file: any FileReplacement
    var isEmpty = true
  }

  init(_ arguments: Arguments, _ files: any FileSystem) throws {
    for (decision, option) in SplitLists.options {
      guard let path = arguments.value(option) else { continue }
      guard path != "-" else {
        throw Failure.usage(
          "`\(option.name)` needs a file", hint: "a list on standard output could not be taken back"
        )
      }
      lists.append(List(decision: decision, path: path, file: try files.replacement(of: path)))
    }
  }

  /// Whether no list was asked for.
  var isEmpty: Bool { lists.isEmpty }

  /// The paths of the lists.
  var names: [String] { lists.map(\.path) }

  /// The decisions of which there is a list.
  var decisions: Set<Decision> { Set(lists.map(\.decision)) }

  /// Adds records to the lists of their decisions, each with what its framing puts behind it or between two.
  ///
  /// - Throws: a failure for records of a file that is put together in another way than those before it.
  func write(_ records: [Decision: [UInt8]], from file: String, _ framing: RecordFraming?) throws {
    guard !isEmpty else { return }
    try begin(framing, file)
    for index in lists.indices {
      guard let bytes = records[lists[index].decision], !bytes.isEmpty, let framing else {
        continue
      }
      if framing == .list {
        try lists[index].file.write(Array((lists[index].isEmpty ? "\n" : ",\n").utf8))
      }
      try lists[index].file.write(bytes)
      lists[index].isEmpty = false
    }
  }

  /// Ends the lists and puts them in their places.
  ///
  /// - Parameter framing: how the input is put together, for lists without a record.
  /// - Throws: `FileProblem` if a list cannot be written or take its place.
  func commit(_ framing: RecordFraming?) throws {
    guard !isEmpty else { return }
    try begin(framing, framedBy)
    if self.framing == .list { for list in lists { try list.file.write(Array("\n]\n".utf8)) } }
    // Those who may be contacted come last: a new list of them never stands beside an old one of the others.
    for list in lists { try list.file.commit() }
  }

  private func begin(_ framing: RecordFraming?, _ file: String) throws {
    guard let framing, framing != self.framing else { return }
    guard self.framing == nil else {
      throw Failure.input(
        "\(file) is not put together like \(framedBy), and a list can have one form only; "
          + "check them one by one")
    }
    self.framing = framing
    framedBy = file
    for list in lists {
      switch framing {
      case .lines(let heading, _): try list.file.write(heading)
      case .list: try list.file.write([UInt8(ascii: "[")])
      }
    }
  }

  private static let options: [(Decision, Option)] = [
    (.blocked, .blocked), (.review, .review), (.allowed, .allowed),
  ]
}
