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
    /// How the number is written within its country, in ASCII, `#` for each digit.
    var form: [UInt8]
  }

  /// The calling code, digits 0 to 9 each.
  let code: [UInt8]
  /// How many digits may follow the calling code, ascending.
  let lengths: [Int]

  private let labels: [Label]
  private let states: TableText
  private let start: Int

  // A row is a label and ten targets, two bytes each, and a newline.
  private static let rowLength = 23

  /// Opens the automaton that the fields of a plan describe; nil if they are damaged.
  init?(_ fields: [Range<Int>], of plans: TableText, in automata: TableText) {
    let numbers = fields.dropFirst(2).compactMap { plans.number($0) }
    guard fields.count == 6, numbers.count == 4 else { return nil }
    code = plans.text(fields[0]).utf8.map { $0 - 0x30 }
    lengths = plans.words(fields[1]).compactMap { Int($0) }
    let base = automata.range.lowerBound
    let labelText = automata.part(base + numbers[2]..<base + numbers[3])
    let places = CompiledPlaces()
    var zones: [[String]: [String]] = [:]
    labels = labelText.lines.map { line in
      var label = NumberingAutomaton.label(line, labelText)
      let known = zones[label.countries]
      label.zones = known ?? Set(label.countries.flatMap { places.zones(of: $0) }).sorted()
      zones[label.countries] = label.zones
      return label
    }
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

  /// A number of the plan in canonical form, `+13055550142`.
  func e164(_ digits: some Collection<UInt8>) -> String {
    String(decoding: [UInt8(ascii: "+")] + (code + digits).map { $0 + 0x30 }, as: UTF8.self)
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

  private static func label(_ line: Range<Int>, _ text: TableText) -> Label {
    let fields = text.fields(line)
    var label = Label(
      countries: [], lines: WordSet(vocabulary: .line, bits: 0), zones: [],
      form: Array(text.text(fields[fields.count - 1]).utf8))
    for entry in text.fields(fields[0], 0x20) {
      let parts = text.fields(entry, UInt8(ascii: "="))
      guard parts.count == 2 else { continue }
      label.countries.append(text.text(parts[0]))
      for place in parts[1] { label.lines.bits |= kinds[text.byte(place)]?.bits ?? 0 }
    }
    return label
  }

  /// The kinds of line that the letters of the table stand for.
  private static let kinds: [UInt8: WordSet] = {
    let words = [
      "f": "fixed", "m": "mobile", "t": "toll_free", "p": "premium", "s": "shared_cost",
      "v": "voip",
      "g": "pager", "n": "personal", "x": "voicemail", "u": "uan",
    ]
    var kinds: [UInt8: WordSet] = [:]
    for (letter, word) in words {
      guard let byte = letter.utf8.first, let word = Vocabulary.line.word(word) else { continue }
      kinds[byte] = WordSet(vocabulary: .line, [word])
    }
    return kinds
  }()

  /// The set of fixed lines alone.
  static let fixed = kinds[UInt8(ascii: "f")]
}
