import Outreach

/// Why a report cannot be merged.
public struct UnmergeableReport: Error, Hashable, Sendable {
  /// What is wrong with it, as a sentence goes on behind its name.
  public var reason: String

  /// Makes a reason.
  public init(_ reason: String) { self.reason = reason }

  static func damaged(_ key: String) -> UnmergeableReport {
    UnmergeableReport("its `\(key)` is not as `check --mergeable` writes it")
  }
}

/// An object of a report that is read back: every member has to be as it was written.
struct PartObject {
  private var members: [String: FactTree.Content] = [:]

  init(_ tree: FactTree, _ name: String) throws(UnmergeableReport) {
    guard case .object(let all) = tree.content else { throw .damaged(name) }
    for member in all { members[member.key] = member.value.content }
  }

  func object(_ key: String) throws(UnmergeableReport) -> PartObject {
    guard let content = members[key] else { throw .damaged(key) }
    return try PartObject(FactTree(content, .startOfFile), key)
  }

  func objects(_ key: String) throws(UnmergeableReport) -> [PartObject] {
    var objects: [PartObject] = []
    for element in try elements(key) { objects.append(try PartObject(element, key)) }
    return objects
  }

  func elements(_ key: String) throws(UnmergeableReport) -> [FactTree] {
    guard case .array(let elements)? = members[key] else { throw .damaged(key) }
    return elements
  }

  func has(_ key: String) -> Bool { members[key] != nil }

  func text(_ key: String) throws(UnmergeableReport) -> String {
    guard let text = try optionalText(key) else { throw .damaged(key) }
    return text
  }

  func optionalText(_ key: String) throws(UnmergeableReport) -> String? {
    switch members[key] {
    case .string(let text): return text
    case .null: return nil
    default: throw .damaged(key)
    }
  }

  func texts(_ key: String) throws(UnmergeableReport) -> [String] {
    var texts: [String] = []
    for element in try elements(key) {
      guard case .string(let text) = element.content else { throw .damaged(key) }
      texts.append(text)
    }
    return texts
  }

  func truth(_ key: String) throws(UnmergeableReport) -> Bool {
    guard case .truth(let truth)? = members[key] else { throw .damaged(key) }
    return truth
  }

  func word<Word: RawRepresentable<String>>(_ key: String) throws(UnmergeableReport) -> Word {
    guard let word = Word(rawValue: try text(key)) else { throw .damaged(key) }
    return word
  }

  /// A whole number that is not negative, small enough that millions of them can be added.
  func count(_ key: String) throws(UnmergeableReport) -> Int {
    guard case .number(let spelled)? = members[key], let count = Int(spelled),
      (0...(1 << 40)).contains(count)
    else { throw .damaged(key) }
    return count
  }

  func origin() throws(UnmergeableReport) -> Origin {
    Origin(file: try small("file"), line: try small("line"), column: try small("column"))
  }

  private func small(_ key: String) throws(UnmergeableReport) -> Int32 {
    guard case .number(let spelled)? = members[key], let number = Int32(spelled), number >= -1
    else { throw .damaged(key) }
    return number
  }
}
