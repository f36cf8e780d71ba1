public import Outreach

/// The numbers of a list by what they tell, so that what is found out of one is found out for all like it.
public final class NumberClasses {
  private let world: World
  private let numbering: CompiledNumbering?
  private let options: FactDecoder.Options
  private let phones: PhoneKeys
  /// For the digits of a number.
  private let room = UnsafeMutablePointer<UInt8>.allocate(capacity: DigitBuffer.room)
  private let heads = CanonicalHeads()
  @exclusivity(unchecked) private var classes = PackedKeys()
  /// Short words in the place of other numbers than the contact's own, with their countries, and the keys of both.
  @exclusivity(unchecked) private var words = PackedKeys()
  @exclusivity(unchecked) private var keysOfWords: [UInt64] = []
  private static let mostWords = 1024

  /// What the numbers of each class tell, their digits left out.
  @exclusivity(unchecked) private(set) var analyses: [NumberAnalysis] = []
  /// What the number read last tells, if it is odd.
  @exclusivity(unchecked) private(set) var odd: OddNumber?

  /// A number that is not written in canonical form, or not valid.
  public struct OddNumber {
    /// The number as records hold it: in canonical form, or as it was written.
    public var written: String
    /// What it tells.
    public var analysis: NumberAnalysis
  }

  init(_ world: World, _ options: FactDecoder.Options, _ phones: PhoneKeys) {
    self.world = world
    self.options = options
    self.phones = phones
    numbering = world.numbers as? CompiledNumbering
  }

  deinit { room.deallocate() }

  /// Reads a contact's number that is valid as it stands: what it is, and its key; nil for all others.
  @inline(__always) func readCanonical(_ text: JSONString) -> (NumberInColumns, UInt64)? {
    guard !text.hasEscape,
      let reading = numbering?.readCanonical(text.start, text.length, room, heads)
    else { return nil }
    return (
      NumberInColumns(
        state: .plain, numberClass: number(of: reading), start: text.start, length: text.length),
      reading.e164 | PhoneKeys.firstCanonical
    )
  }

  /// Reads any other number of a contact: what it is, and its key.
  func readOdd(_ text: JSONString, _ country: JSONString) -> (NumberInColumns, UInt64) {
    let nation = country.length >= 0 ? NumberClasses.string(country) : nil
    let original = NumberClasses.string(text)
    let (written, first) = canonical(original, nation)
    let analysis =
      if let first, first.isValid == true || written == original { first } else {
        // Once in canonical form, a number is read again as rules read it.
        world.numbers.analyse(written, country: nation)
      }
    odd = OddNumber(written: written, analysis: analysis)
    return (NumberInColumns(state: .odd), phones.key(of: written))
  }

  /// The key of a number that is not the contact's own.
  func key(of text: JSONString, _ country: JSONString) -> UInt64 {
    if let reading = numbering?.readCanonical(text.start, text.length, room, heads) {
      return reading.e164 | PhoneKeys.firstCanonical
    }
    // Most say `any`.
    guard let word = NumberClasses.word(text), let nation = NumberClasses.word(country) else {
      return readKey(of: text, country)
    }
    let known = words.find(word, nation)
    if known >= 0 { return keysOfWords[Int(known)] }
    let key = readKey(of: text, country)
    if words.count < NumberClasses.mostWords {
      _ = words.add(word, nation)
      keysOfWords.append(key)
    }
    return key
  }

  private func readKey(of text: JSONString, _ country: JSONString) -> UInt64 {
    let nation = country.length >= 0 ? NumberClasses.string(country) : nil
    return phones.key(of: canonical(NumberClasses.string(text), nation).0)
  }

  /// Up to seven bytes and how many they are, or that there is no text; nil for more.
  private static func word(_ text: JSONString) -> UInt64? {
    guard text.length <= 7 else { return nil }
    var word = UInt64(UInt8(truncatingIfNeeded: text.length)) &<< 56
    for place in 0..<max(0, text.length) {
      word |= UInt64(text.start[place]) &<< UInt64(place &<< 3)
    }
    return word
  }

  /// The class of a valid number: by places, zones, kind and area code, which is all that is told of it.
  private func number(of reading: NumberReading) -> Int32 {
    let first =
      UInt64(reading.countries) | UInt64(reading.places) << 16 | UInt64(reading.zones) << 32
      | UInt64(reading.callingCode) << 48
    let area = reading.callingCode == 1 ? reading.e164 / 10_000_000 : 0
    let second = UInt64(reading.kind.rawValue) | area << 8
    let known = classes.find(first, second)
    if known >= 0 { return known }
    var analysis = world.numbers.analyse("+\(reading.e164)", country: nil)
    analysis.e164 = nil
    analysis.national = nil
    analyses.append(analysis)
    return classes.add(first, second)
  }

  private func canonical(_ written: String, _ country: String?) -> (String, NumberAnalysis?) {
    guard written.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      // White space at the ends, and letters of other scripts, as the exact reader takes them.
      var decoder = FactDecoder(file: -1, options: options)
      decoder.nationalCountry = country
      let tree = FactTree(.string(written), .startOfFile)
      if case .phone(let phone) = decoder.field(tree, key: "phone", of: .contact) {
        return (phone, nil)
      }
      return (written, nil)
    }
    let analysis = world.numbers.analyse(written, country: country)
    return (analysis.e164 ?? written, analysis)
  }

  private static func string(_ text: JSONString) -> String {
    String(decoding: UnsafeBufferPointer(start: text.start, count: text.length), as: UTF8.self)
  }
}
