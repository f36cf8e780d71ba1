public import Outreach

/// A line of a report that can be merged, read back: what stands on it besides the contacts that are passed on as they are.
public enum PassedLine {
  /// A record that could not be read: `contacts[]` with an `error`.
  ///
  /// - Parameters:
  ///   - tree: the line.
  ///   - place: where its part stands in the list.
  /// - Returns: the line as it is in the whole report, without its end.
  /// - Throws: what of the line is not as it was written.
  public static func bad(_ tree: FactTree, at place: PartPlace) throws(UnmergeableReport) -> [UInt8]
  {
    let contact = try PartObject(tree, "contacts")
    let error = try contact.object("error")
    let file = try error.text("file")
    let bad = UnreadableRecord(
      id: try contact.optionalText("id"), file: file,
      line: place.line(try error.count("line"), of: file), column: try error.count("column"),
      message: try error.text("message"))
    var writer = JSONWriter()
    writer.record(.bad(bad), Masking(reveals: true))
    return writer.bytes
  }

  /// Keyed hashes of numbers.
  ///
  /// - Throws: that they are not as they were written.
  public static func numbers(_ tree: FactTree) throws(UnmergeableReport) -> PartNumbers {
    let object = try PartObject(tree, "numbers")
    var numbers: [(hash: UInt64, line: Int32)] = []
    for entry in try object.elements("numbers") {
      guard case .array(let pair) = entry.content, pair.count == 2,
        case .string(let digits) = pair[0].content, let hash = UInt64(digits, radix: 16),
        case .number(let spelled) = pair[1].content, let line = Int32(spelled)
      else { throw .damaged("numbers") }
      numbers.append((hash, line))
    }
    return PartNumbers(file: try object.text("file"), numbers: numbers)
  }
}
