import Outreach

/// A set of keywords, a bit for each.
struct KeywordSet: ExpressibleByArrayLiteral {
  private var bits = SIMD4<UInt64>()

  /// Makes a set of keywords.
  init(_ keywords: some Sequence<Keyword>) {
    for keyword in keywords { bits[keyword.number >> 6] |= 1 << (keyword.number & 63) }
  }

  init(arrayLiteral keywords: Keyword...) { self.init(keywords) }

  /// Whether a keyword is in the set.
  func contains(_ keyword: Keyword) -> Bool {
    bits[keyword.number >> 6] >> (keyword.number & 63) & 1 == 1
  }

  /// The keywords of either set.
  func union(_ other: KeywordSet) -> KeywordSet {
    var result = self
    result.bits |= other.bits
    return result
  }

  /// The keywords of the set, in their order.
  var keywords: [Keyword] { Keyword.allCases.filter(contains) }
}

/// Something for each of some keywords.
struct KeywordMap<Value>: ExpressibleByDictionaryLiteral {
  private var values = [Value?](repeating: nil, count: Keyword.allCases.count)

  /// Makes a map.
  init(_ pairs: some Sequence<(Keyword, Value)>) {
    for (keyword, value) in pairs { values[keyword.number] = value }
  }

  init(dictionaryLiteral pairs: (Keyword, Value)...) { self.init(pairs) }

  /// What a keyword stands for, if anything.
  subscript(keyword: Keyword) -> Value? { values[keyword.number] }

  /// The keywords that stand for something.
  var keywords: KeywordSet { KeywordSet(Keyword.allCases.filter { self[$0] != nil }) }
}

extension KeywordMap: Sendable where Value: Sendable {}
