extension FactDecoder {
  mutating func word(_ tree: FactTree, _ vocabulary: Vocabulary) -> FactValue {
    guard let spelling = tree.spelling else { return wrongType(tree, vocabulary.expectation) }
    if let word = vocabulary.word(spelling) { return .word(word) }
    return unknownWord(tree, spelling, vocabulary)
  }

  mutating func words(_ tree: FactTree, _ vocabulary: Vocabulary) -> FactValue {
    var set = WordSet(vocabulary: vocabulary, bits: 0)
    guard case .array(let elements) = tree.content else {
      return add(tree, to: &set) ? .words(set) : .unknown
    }
    var isWhole = true
    for (index, element) in elements.enumerated() {
      path.append(.index(index))
      if !add(element, to: &set) { isWhole = false }
      path.removeLast()
    }
    return isWhole ? .words(set) : .unknown
  }

  /// The register's `listed` is its `status` in one word.
  mutating func listed(_ tree: FactTree) -> FactValue {
    guard case .truth(let isListed) = tree.content else {
      return wrongType(tree, "`true`, `false` or `null`")
    }
    return Vocabulary.status.word(isListed ? "listed" : "clear").map { .word($0) } ?? .unknown
  }

  /// Adds what a word or shorthand stands for; false, with a problem, if it stands for nothing.
  private mutating func add(_ tree: FactTree, to set: inout WordSet) -> Bool {
    let vocabulary = set.vocabulary
    guard let spelling = tree.spelling else {
      _ = wrongType(tree, "\(vocabulary.expectation), or a list of such")
      return false
    }
    if spelling == "any" {
      set.bits |= WordSet.all(of: vocabulary).bits
      return true
    }
    guard let words = vocabulary.meaning(of: spelling) else {
      _ = unknownWord(tree, spelling, vocabulary)
      return false
    }
    set.bits |= WordSet(vocabulary: vocabulary, words).bits
    return true
  }

  private mutating func unknownWord(
    _ tree: FactTree, _ spelling: String, _ vocabulary: Vocabulary
  ) -> FactValue {
    let nearest = options.nearest(spelling, vocabulary.words)
    let choice =
      nearest == nil ? ": it is one of \(vocabulary.words.joined(separator: ", "))" : ""
    report(
      .unknownWord, "`\(spelledPath)` cannot be `\(FactTree.shortened(spelling))`\(choice)",
      at: tree.place, suggestion: nearest)
    return .unknown
  }
}

extension Vocabulary {
  /// What is expected of a value of this list, for messages.
  fileprivate var expectation: String { "a word such as `\(words.first ?? "")`" }

  /// The words that a word or a shorthand of the list stands for; nil if it is neither.
  fileprivate func meaning(of spelling: String) -> [Word]? {
    switch (self, spelling) {
    case (.technology, "manual"): []
    case (.technology, "autodialed"):
      ["automated_selection", "automated_dialing"].compactMap { word($0) }
    default: word(spelling).map { [$0] }
    }
  }
}
