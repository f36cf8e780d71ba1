import Foundation
import Outreach
import OutreachFacts

/// Compares the compiled plans with lines of `oracle.py`; deliberate differences are those of `differences.txt`.
struct NumberAgreement {
  /// How many canonical numbers and typed forms were compared, and how many of them the library holds for valid.
  private(set) var numbers = 0
  private(set) var validNumbers = 0
  private(set) var forms = 0
  private(set) var validForms = 0

  /// How many texts differ deliberately, by the word in `differences.txt`.
  private(set) var deliberate: [String: Int] = [:]

  /// What differs and should not.
  private(set) var differences: [String] = []

  private let known: [NumberDifference]
  private let words: Set<String>
  private let numbering = CompiledNumbering()

  /// What the kinds of the library (`PhoneNumberType`) are called here.
  private static let kinds: [Substring: NumberKind] = [
    "-": .unknown, "0": .fixed, "1": .mobile, "2": .fixedOrMobile, "3": .tollFree, "4": .premium,
    "5": .sharedCost, "6": .voip, "7": .personal, "8": .pager, "9": .uan, "10": .voicemail,
  ]

  /// Starts a comparison.
  ///
  /// - Parameter differences: the lines of `differences.txt`.
  init(differences: String) {
    known = differences.split(separator: "\n").compactMap(NumberDifference.init)
    words = Set(known.map(\.word))
    for difference in known where difference.library == difference.ours {
      self.differences.append("no longer needed: \(difference.text)")
    }
  }

  /// Compares one line; the first, with the release, is not one.
  mutating func compare(_ line: Substring) {
    let fields = line.split(separator: "\t")
    switch fields.first {
    case "n" where fields.count == 5: compareNumber(fields)
    case "t" where fields.count == 5: compareForm(fields)
    case "d" where fields.count == 5: compareExample(fields)
    default: differences.append("not a line of the oracle: \(line)")
    }
  }

  private mutating func compareNumber(_ fields: [Substring]) {
    numbers += 1
    let isValid = fields[2] != "-"
    if isValid { validNumbers += 1 }
    let analysis = numbering.analyse("+" + fields[1], country: nil)
    let countries = fields[3] == "-" ? [] : fields[3].split(separator: " ").map(String.init)
    let agrees =
      analysis.isValid == isValid && (!isValid || analysis.e164 == "+" + fields[1])
      && analysis.lines == NumberAgreement.kinds[fields[2]]?.lines
      && analysis.countries == countries && (analysis.national ?? "-") == fields[4]
      && (analysis.reason == nil) == isValid
    if !agrees { note(fields, read("+" + fields[1], nil), digits: isValid ? fields[1] : "-") }
  }

  private mutating func compareForm(_ fields: [Substring]) {
    forms += 1
    if fields[3] != "-" { validForms += 1 }
    let reading = read(fields[2], fields[1])
    let agrees =
      digits(reading) == fields[3]
      && (reading.problem != .none || extensionDigits(fields[2], fields[1]) == fields[4])
    if !agrees { note(fields, reading, digits: fields[3]) }
  }

  /// An example of a deliberate difference: the library still says what the file has, and so do we.
  private mutating func compareExample(_ fields: [Substring]) {
    let reading = read(fields[2], fields[1])
    let example = known.first { $0.country == fields[1] && $0.text == fields[2] }
    if let example, example.library == fields[3], example.ours == digits(reading),
      example.word == word(reading)
    {
      return
    }
    differences.append("\(fields.joined(separator: "\t")) | not as in differences.txt")
  }

  /// Counts a difference that is deliberate, or keeps one that is not.
  private mutating func note(
    _ fields: [Substring], _ reading: NumberReading, digits library: Substring
  ) {
    // Numbers of over fifteen digits are refused for that, whatever else may be said of them.
    let word = library.utf8.count > 15 ? "tooManyBehindCode" : word(reading)
    // A text may be refused that the library reads, or read that it cannot read; never read as another number.
    let isOneSided = (library == "-") != (reading.problem != .none)
    if words.contains(word), isOneSided {
      deliberate[word, default: 0] += 1
    } else {
      differences.append("\(fields.joined(separator: "\t")) | \(word) \(digits(reading))")
    }
  }

  private func read(_ text: some StringProtocol, _ country: Substring?) -> NumberReading {
    var text = String(text)
    let country = numbering.dialledCountry(country == "-" ? nil : country.map(String.init))
    return text.withUTF8 { numbering.read(UnsafeRawBufferPointer($0), country: country) }
  }

  private func extensionDigits(_ text: Substring, _ country: Substring) -> String {
    numbering.analyse(String(text), country: country == "-" ? nil : String(country))
      .extensionDigits ?? "-"
  }

  private func digits(_ reading: NumberReading) -> String {
    reading.problem == .none ? "\(reading.e164)" : "-"
  }

  private func word(_ reading: NumberReading) -> String {
    reading.problem == .none ? "valid" : "\(reading.problem)"
  }
}

/// A line of `differences.txt`.
private struct NumberDifference {
  /// The problem with which a text is refused, or `valid`.
  var word: String
  var country: String
  var text: String
  /// The digits that the library reads, and ours; `-` for none.
  var library: String
  var ours: String

  init?(_ line: Substring) {
    let fields = line.hasPrefix("#") ? [] : line.components(separatedBy: " | ")
    guard fields.count == 5 else { return nil }
    (word, country, text, library, ours) = (fields[0], fields[1], fields[2], fields[3], fields[4])
  }
}

extension NumberAgreement {
  /// What was compared, in a line.
  var summary: String {
    let words = deliberate.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    return "\(numbers) numbers, \(validNumbers) of them valid, and \(forms) typed forms, "
      + "\(validForms) of them read by the library: \(differences.count) differences"
      + (words.isEmpty ? "" : "; deliberate ones: " + words.joined(separator: ", "))
  }
}
