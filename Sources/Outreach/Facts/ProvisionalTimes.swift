// Stand-ins for the parsers of Outreach/Time.

extension CivilDate {
  init?(iso text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 45, bytes[7] == 45 else { return nil }
    guard let year = digits(bytes[0..<4]), let month = digits(bytes[5..<7]),
      let day = digits(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

extension TimeOfDay {
  init?(iso text: String) {
    let parts = text.utf8.split(separator: 58, omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, parts.allSatisfy({ $0.count == 2 }) else {
      return nil
    }
    let numbers = parts.compactMap { digits(Array($0)[...]) }
    guard numbers.count == parts.count else { return nil }
    self.init(
      hour: numbers[0], minute: numbers[1], second: numbers.count == 3 ? numbers[2] : 0)
  }
}

extension Instant {
  init?(rfc3339 text: String) {
    var bytes = Array(text.utf8)[...]
    guard bytes.count >= 20, let date = CivilDate(iso: String(text.prefix(10))),
      bytes[10] == 84 || bytes[10] == 116, let hour = digits(bytes[11..<13]), bytes[13] == 58,
      let minute = digits(bytes[14..<16]), bytes[16] == 58, let second = digits(bytes[17..<19]),
      hour < 24, minute < 60, second <= 60
    else { return nil }
    bytes = bytes[19...]
    var thousandths = 0
    if bytes.first == 46 {
      bytes = bytes.dropFirst()
      let fraction = bytes.prefix { (48...57).contains($0) }
      guard !fraction.isEmpty else { return nil }
      thousandths = digits((Array(fraction.prefix(3)) + [48, 48])[..<3]) ?? 0
      bytes = bytes.dropFirst(fraction.count)
    }
    let offset: Int
    if bytes.count == 1, bytes.first == 90 || bytes.first == 122 {
      offset = 0
    } else {
      let zone = Array(bytes)
      guard zone.count == 6, zone[0] == 43 || zone[0] == 45, zone[3] == 58,
        let hours = digits(zone[1..<3]), let minutes = digits(zone[4..<6]), hours < 24, minutes < 60
      else { return nil }
      offset = (hours * 60 + minutes) * (zone[0] == 45 ? -60 : 60)
    }
    let seconds = date.dayNumber * 86400 + hour * 3600 + minute * 60 + second - offset
    self.init(milliseconds: Int64(seconds * 1000 + thousandths))
  }
}

extension Period {
  init?(text: String) {
    let words = text.split(separator: " ").map(String.init)
    var parts: [Part] = []
    var exact: Int64 = 0
    var index = 0
    while index + 1 < words.count, let count = Int(words[index]), (0...100_000).contains(count) {
      var unit = words[index + 1]
      index += 2
      if unit == "business", index < words.count {
        unit = "business " + words[index]
        index += 1
      }
      if unit.hasSuffix("s") { unit.removeLast() }
      switch unit {
      case "second": exact += Int64(count) * 1000
      case "minute": exact += Int64(count) * 60_000
      case "hour": exact += Int64(count) * 3_600_000
      case "day": parts.append(Part(count: count, unit: .days))
      case "week": parts.append(Part(count: count, unit: .weeks))
      case "month": parts.append(Part(count: count, unit: .months))
      case "year": parts.append(Part(count: count, unit: .years))
      case "business day": parts.append(Part(count: count, unit: .businessDays))
      default: return nil
      }
    }
    guard index == words.count, index > 0, parts.isEmpty || exact == 0 else { return nil }
    self = parts.isEmpty ? .exact(milliseconds: exact) : .calendar(parts)
  }
}

private func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
  bytes.allSatisfy { (48...57).contains($0) } ? Int(String(decoding: bytes, as: UTF8.self)) : nil
}
