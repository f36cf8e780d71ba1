import FenceCore
import FenceDiagnostics
import FenceSemantics
import FenceSyntax
import Outreach

/// Makes a case smaller as long as the engines go on to say different things.
struct CaseShrinker {
  let world: World
  let context: CheckContext
  private(set) var smallest: GeneratedCase
  /// How often something was taken away on trial, and how often that is done at most.
  private var tries = 0
  private static let mostTries = 20_000
  /// What the engines say of the smallest case.
  private(set) var difference: EngineComparison.Difference

  /// A shrinker of a case; nil if the engines agree on it.
  init?(_ example: GeneratedCase, world: World, context: CheckContext) {
    guard let difference = example.difference(world, context) else { return nil }
    self.world = world
    self.context = context
    self.difference = difference
    smallest = example
  }

  /// Takes away what may go: policies, facts, words, until nothing more can.
  mutating func shrink() {
    var size = Int.max
    while size > self.size {
      size = self.size
      takeAwayFiles()
      takeAwayDeclarations()
      takeAwayContacts()
      simplifyOptions()
      takeAwayFacts()
      takeAwayWords()
    }
    nameByWords()
  }

  /// Gives policies of places names of their own, so that they stand beside the shipped ones.
  private mutating func nameByWords() {
    let names = [
      "US": "america", "US-FL": "florida", "US-TX": "texas", "EU": "europe", "FR": "france",
      "GB": "britain",
    ]
    for severity in [" severity block", ""] {
      let renamed = smallest.files.map {
        PolicyWords($0).renamed(names, andHeaded: severity)
      }
      if keep({ $0.files = renamed }) { return }
    }
  }

  private var size: Int {
    smallest.files.reduce(0) { $0 + $1.bytes.count } + smallest.plan.spelled.count
      + smallest.contacts.reduce(0) { $0 + $1.spelled.count }
      + (smallest.programme?.spelled.count ?? 0)
  }

  /// Keeps a smaller case if the engines differ on it, too.
  private mutating func keep(_ change: (inout GeneratedCase) -> Void) -> Bool {
    guard tries < CaseShrinker.mostTries else { return false }
    tries += 1
    var candidate = smallest
    change(&candidate)
    guard let found = candidate.difference(world, context) else { return false }
    smallest = candidate
    difference = found
    return true
  }

  private mutating func takeAwayFiles() {
    for place in smallest.files.indices.reversed() where smallest.files.count > 1 {
      _ = keep { $0.files.remove(at: place) }
    }
  }

  /// Takes away declarations, then clauses of those that stay, the last first.
  private mutating func takeAwayDeclarations() {
    for file in smallest.files.indices {
      let whole = parse(smallest.files[file]).file.declarations.dropFirst().map(\.range)
      for range in whole.reversed() { _ = keep { $0.files[file] = $0.files[file].without(range) } }
      let parts = parse(smallest.files[file]).file.declarations.flatMap(\.clauses).map(\.range)
      for range in parts.reversed() { _ = keep { $0.files[file] = $0.files[file].without(range) } }
    }
  }

  private mutating func takeAwayContacts() {
    for place in smallest.contacts.indices.reversed() where smallest.contacts.count > 1 {
      _ = keep { $0.contacts.remove(at: place) }
    }
  }

  private mutating func simplifyOptions() {
    _ = keep { $0.options.findsPermitted = false }
    _ = keep { $0.options.findsNextChange = false }
    _ = keep { $0.options.findsReasons = false }
    _ = keep { $0.batchSize = 64 }
    _ = keep { $0.readsLines = false }
  }

  private mutating func takeAwayFacts() {
    _ = keep { $0.programme = nil }
    // Whole fields first, for each record has many.
    for field in smallest.programme?.fields.indices ?? 0..<0
    where smallest.programme?.fields[field].value != .unknown {
      _ = keep { $0.programme?.fields[field].value = .unknown }
    }
    for field in smallest.plan.fields.indices
    where smallest.plan.fields[field].value != .unknown {
      _ = keep { $0.plan.fields[field].value = .unknown }
    }
    for place in smallest.contacts.indices {
      for field in smallest.contacts[place].fields.indices
      where smallest.contacts[place].fields[field].value != .unknown {
        _ = keep { $0.contacts[place].fields[field].value = .unknown }
      }
    }
    while let programme = smallest.programme,
      programme.smaller.contains(where: { fewer in keep { $0.programme = fewer } })
    {}
    while smallest.plan.smaller.contains(where: { fewer in keep { $0.plan = fewer } }) {}
    for place in smallest.contacts.indices {
      while smallest.contacts[place].smaller.contains(where: { fewer in
        keep { $0.contacts[place] = fewer }
      }) {}
    }
  }

  // MARK: words

  /// Takes away stretches of words, long ones first, and puts a part of a bracket in the place of the whole.
  private mutating func takeAwayWords() {
    for file in smallest.files.indices {
      replaceBrackets(in: file)
      for length in (1...10).reversed() {
        var start = 0
        while true {
          let words = PolicyWords(smallest.files[file])
          guard start + length <= words.count else { break }
          let shorter = words.without(start..<start + length)
          if !keep({ $0.files[file] = shorter }) { start += 1 }
        }
      }
    }
  }

  private mutating func replaceBrackets(in file: Int) {
    var start = 0
    while true {
      let words = PolicyWords(smallest.files[file])
      guard let bracket = words.bracket(from: start) else { return }
      var options = ["true", "false"].map { words.replacing(bracket, by: [$0]) }
      options += words.brackets(within: bracket).map {
        words.replacing(bracket, by: Array(words.words[$0]))
      }
      if !options.contains(where: { option in keep { $0.files[file] = option } }) {
        start = bracket.lowerBound + 1
      }
    }
  }
}

extension SourceText {
  /// The text without a range of it.
  fileprivate func without(_ range: SourceRange) -> SourceText {
    SourceText(name: name, bytes: Array(bytes[..<range.lower] + bytes[range.upper...]))
  }
}

/// A policy as words and marks, each with a space around it.
struct PolicyWords {
  let name: String
  private(set) var words: [String] = []

  /// The words of a file.
  init(_ source: SourceText) {
    name = source.name
    var word = ""
    var isText = false
    for character in source.text {
      if isText {
        word.append(character)
        isText = character != "\""
      } else if character == "\"" {
        word.append(character)
        isText = true
      } else if character.isWhitespace || "(){},".contains(character) {
        if !word.isEmpty { words.append(word) }
        word = ""
        if !character.isWhitespace { words.append(String(character)) }
      } else {
        word.append(character)
      }
    }
    if !word.isEmpty { words.append(word) }
  }

  var count: Int { words.count }

  func without(_ range: Range<Int>) -> SourceText { replacing(range, by: []) }

  func replacing(_ range: Range<Int>, by others: [String]) -> SourceText {
    var copy = words
    copy.replaceSubrange(range, with: others)
    return SourceText(name: name, text: copy.joined(separator: " ") + "\n")
  }

  /// The policy under another name, covering the place whose code it had, and with other names for those on
  /// which it calls.
  func renamed(_ names: [String: String], andHeaded clause: String) -> SourceText {
    var result = words
    var file = name
    for place in words.indices {
      let word = words[place]
      if place > 0, words[place - 1] == "policy", let name = names[word] {
        // A union covers those within it.
        let covered = word == "EU" ? "EU, FR" : word
        let isTitled = place + 1 < words.count && words[place + 1].hasPrefix("\"")
        result[place] = name
        result[isTitled ? place + 1 : place] += " covers recipients in \(covered)\(clause)"
        file = "\(name).fence"
      } else if place > 0, words[place - 1] == "within", let name = names[word] {
        result[place] = name
      } else if let dot = word.firstIndex(of: "."), let name = names[String(word[..<dot])] {
        result[place] = name + word[dot...]
      }
    }
    return SourceText(name: file, text: result.joined(separator: " ") + "\n")
  }

  /// The first bracket that opens at or after a word, to its closing mark.
  func bracket(from start: Int) -> Range<Int>? {
    guard let open = words.indices.dropFirst(start).first(where: { words[$0] == "(" }) else {
      return nil
    }
    var depth = 0
    for place in words.indices.dropFirst(open) {
      if words[place] == "(" { depth += 1 }
      if words[place] == ")" { depth -= 1 }
      if depth == 0 { return open..<place + 1 }
    }
    return nil
  }

  /// The brackets that stand in a bracket, at any depth.
  func brackets(within outer: Range<Int>) -> [Range<Int>] {
    outer.dropFirst().compactMap { words[$0] == "(" ? bracket(from: $0) : nil }
  }
}
