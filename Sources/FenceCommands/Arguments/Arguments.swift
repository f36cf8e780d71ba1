import FenceDiagnostics

/// A verb's part of the command line, understood.
struct Arguments: Equatable {
  /// The values of each flag, in the order given; an empty text for a flag that takes none.
  private(set) var values: [String: [String]] = [:]

  /// What is not a flag.
  private(set) var operands: [String] = []

  /// Makes a command line without a word.
  init() {}

  /// Understands the words after a verb.
  ///
  /// - Throws: a usage failure for an unknown flag, a value that is missing, of none or one too many.
  init(_ words: some Sequence<String>, options: [Option], verb: String) throws(Failure) {
    var rest = Array(words)[...]
    var onlyOperands = false
    while let word = rest.popFirst() {
      if onlyOperands || word == "-" || !word.hasPrefix("-") {
        operands.append(word)
      } else if word == "--" {
        onlyOperands = true
      } else {
        try flag(word, &rest, options, verb)
      }
    }
  }

  /// The last value of a flag.
  func value(_ option: Option) -> String? { values[option.name]?.last }

  /// Every value of a flag.
  func all(_ option: Option) -> [String] { values[option.name] ?? [] }

  /// Whether a flag was given.
  func has(_ option: Option) -> Bool { values[option.name] != nil }

  /// The value chosen; the option's first where none was.
  func choice(_ option: Option) -> String { value(option) ?? option.choices?.first ?? "" }

  private mutating func flag(
    _ word: String, _ rest: inout ArraySlice<String>, _ options: [Option], _ verb: String
  ) throws(Failure) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let spelled = String(parts[0])
    let name = spelled == "-h" ? Option.help.name : spelled
    guard let option = options.first(where: { $0.name == name }) else {
      let near = didYouMean(name, among: options.map(\.name))
      throw .usage(
        "`\(verb)` has no flag `\(name)`",
        hint: near.map { "did you mean `\($0)`?" })
    }
    if values[name] != nil, !option.isRepeatable, option.value != nil {
      throw .usage("`\(name)` is given twice", hint: "leave one of them out")
    }
    let inline = parts.count == 2 ? String(parts[1]) : nil
    guard let placeholder = option.value else {
      if let inline {
        throw .usage("`\(name)` takes no value, but `\(inline)` is given")
      }
      values[name] = [""]
      return
    }
    guard let value = inline ?? Arguments.next(&rest), !value.isEmpty else {
      throw .usage("`\(name)` needs a value", hint: "write `\(name) \(placeholder)`")
    }
    if let choices = option.choices, !choices.contains(value) {
      let near = didYouMean(value, among: choices)
      let list = choices.map { "`\($0)`" }.joined(separator: ", ")
      throw .usage(
        "`\(value)` is no value of `\(name)`",
        hint: near.map { "did you mean `\($0)`?" } ?? "it is one of \(list)")
    }
    values[name, default: []].append(value)
  }

  /// The next word, if it is no flag.
  private static func next(_ rest: inout ArraySlice<String>) -> String? {
    guard let word = rest.first, word == "-" || !word.hasPrefix("-") else { return nil }
    return rest.popFirst()
  }
}
