import Outreach

/// What can be assigned under one calling code: an automaton over the digits after it.
struct NumberingAutomaton: Sendable {
  /// What the digits of a number tell.
  struct Label: Sendable {
    /// The countries to which the number may belong, sorted.
    var countries: [String]
    /// The kinds of line it may be, over all those countries.
    var lines: WordSet
    /// The zones of those countries, sorted.
    var zones: [String]
    /// How the number is written within its country, `#` for each digit.
    var form: String
  }

  /// The calling code.
  let code: String
  /// How many digits may follow the calling code, ascending.
  let lengths: [Int]

  private let labels: [Label]
  private let states: TableText
  private let start: Int

  // A row is a label and ten targets, two bytes each, and a newline.
  private static let rowLength = 23

  /// Opens the automaton that a line of the plans describes; nil if the line is damaged.
  init?(_ line: Range<Int>, of plans: TableText, in automata: TableText, places: CompiledPlaces) {
    let fields = plans.fields(line)
    let numbers = fields.dropFirst(2).compactMap { plans.number($0) }
    guard fields.count == 6, numbers.count == 4 else { return nil }
    code = plans.text(fields[0])
    lengths = plans.words(fields[1]).compactMap { Int($0) }
    let base = automata.range.lowerBound
    let labelText = automata.part(base + numbers[2]..<base + numbers[3])
    labels = labelText.lines.map { NumberingAutomaton.label($0, labelText, places) }
    states = automata.part(
      base + numbers[3]..<base + numbers[3] + numbers[1] * NumberingAutomaton.rowLength)
    start = numbers[1] - 1
  }

  /// What a number tells; nil if no number with these digits can be assigned.
  func label(_ digits: some Sequence<UInt8>) -> Label? {
    var state = start
    for digit in digits {
      guard digit < 10, state != 0 else { return nil }
      state = cell(state, 1 + Int(digit))
    }
    let label = cell(state, 0)
    return labels.indices.contains(label - 1) ? labels[label - 1] : nil
  }

  /// How many digits may follow the calling code, in words: `7 or 10`, `4 to 15`.
  var lengthsInWords: String {
    guard let least = lengths.first, let most = lengths.last else { return "none" }
    if lengths.count > 2, lengths.count == most - least + 1 { return "\(least) to \(most)" }
    let others = lengths.dropLast().map(String.init).joined(separator: ", ")
    return others.isEmpty ? "\(most)" : "\(others) or \(most)"
  }

  private func cell(_ state: Int, _ column: Int) -> Int {
    let at = states.range.lowerBound + state * NumberingAutomaton.rowLength + column * 2
    return (Int(states.byte(at)) - 0x30) << 6 | (Int(states.byte(at + 1)) - 0x30)
  }

  private static func label(
    _ line: Range<Int>, _ text: TableText, _ places: CompiledPlaces
  ) -> Label {
    let fields = text.fields(line)
    var label = Label(
      countries: [], lines: WordSet(vocabulary: .line, []), zones: [],
      form: text.text(fields[fields.count - 1]))
    for entry in text.words(fields[0]) {
      let parts = entry.split(separator: "=")
      guard parts.count == 2 else { continue }
      label.countries.append(String(parts[0]))
      for letter in parts[1].utf8 { label.lines.bits |= kind(letter).bits }
    }
    label.zones = Set(label.countries.flatMap { places.zones(of: $0) }).sorted()
    return label
  }

  /// The kind of line that a letter of the table stands for.
  private static func kind(_ letter: UInt8) -> WordSet {
    let word =
      switch letter {
      case UInt8(ascii: "f"): "fixed"
      case UInt8(ascii: "m"): "mobile"
      case UInt8(ascii: "t"): "toll_free"
      case UInt8(ascii: "p"): "premium"
      case UInt8(ascii: "s"): "shared_cost"
      case UInt8(ascii: "v"): "voip"
      case UInt8(ascii: "g"): "pager"
      case UInt8(ascii: "n"): "personal"
      case UInt8(ascii: "x"): "voicemail"
      default: "uan"
      }
    return WordSet(vocabulary: .line, [Vocabulary.line.word(word)].compactMap { $0 })
  }
}
