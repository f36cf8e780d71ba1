import Outreach

/// What a contact says of the list as a whole: its segments, and its shares.
extension Program {
  /// Whether contacts may belong to segments.
  public var hasSegments: Bool { !segments.isEmpty }

  /// The number of the segments of a contact among `segmentSets`.
  public func segmentSet(of place: Int, in records: any BatchRecords) -> Int {
    var key = MixedKey(0, 0)
    if let word = wordOfSegments(contacts[place]) {
      key.mix(word)
    } else {
      var word: UInt64 = 0
      for index in segments.indices {
        let truth = truth(ofSegment: index, place, records)
        word |= SegmentCode.of(truth) &<< UInt64((index & 31) &<< 1)
        if index & 31 == 31 || index == segments.count - 1 {
          key.mix(word)
          word = 0
        }
      }
    }
    if let known = segmentSetNumbers.find(key) { return Int(known) }
    func all(_ sought: Truth) -> [String] {
      segments.indices.filter { truth(ofSegment: $0, place, records) == sought }
        .map { segments[$0].id }.sorted()
    }
    segmentSets.append(SegmentSet(certain: all(.yes), doubtful: all(.unknown)))
    segmentSetNumbers.add(key, Int32(truncatingIfNeeded: segmentSets.count - 1))
    return segmentSets.count - 1
  }

  /// The codes of a contact's segments; nil where the judge is asked, on several clocks, and of too many for a word.
  @inline(__always) private func wordOfSegments(_ contact: BatchContact) -> UInt64? {
    guard contact.rows == 1, segments.count <= 32 else { return nil }
    if segmentsTurn != turn { findSegments() }
    var (rest, word) = (segmentsOfRow.base[Int(contact.row)], UInt64(0))
    let first = Int(contact.ground) &* judge.library.policies.count
    // Most contacts belong to few segments, and to few perhaps.
    while rest != 0 {
      let index = rest.trailingZeroBitCount &>> 1
      let place = UInt64(index &<< 1)
      let code = rest &>> place & 3
      rest ^= code &<< place
      let certainty = certainties[first &+ segments[index].policy]
      if certainty == 0 { continue }
      if code == SegmentCode.ask { return nil }
      word |= (certainty < 2 ? SegmentCode.perhaps : code) &<< place
    }
    return word
  }

  /// Finds the codes of all rows.
  private func findSegments() {
    segmentsTurn = turn
    segmentsOfRow.reserve(batch.count, keeping: 0)
    let codes = segmentsOfRow.base
    codes.update(repeating: 0, count: batch.count)
    for index in segments.indices {
      let (masks, place) = (truths(segments[index].node), UInt64(index &<< 1))
      func note(_ rows: UInt64, _ word: Int, _ code: UInt64) {
        NodeMasks.forEach(rows, word) { codes[$0] |= code &<< place }
      }
      for word in 0..<masks.words {
        let (yes, ask) = (masks.yes[word], masks.ask[word])
        note(yes, word, SegmentCode.yes)
        note(ask, word, SegmentCode.ask)
        note(masks.all(word) & ~yes & ~ask & ~masks.no[word], word, SegmentCode.perhaps)
      }
    }
  }

  /// Whether a contact belongs to a segment: perhaps, where its policy only perhaps covers.
  @inline(__always) private func truth(
    ofSegment index: Int, _ place: Int, _ records: any BatchRecords
  ) -> Truth {
    let contact = contacts[place]
    let policies = judge.library.policies.count
    let certainty = certainties[Int(contact.ground) &* policies &+ segments[index].policy]
    guard certainty > 0 else { return .no }
    let truth = onAllClocks(segments[index].node, contact) ?? asked(index, place, records)
    return certainty < 2 && truth == .yes ? .unknown : truth
  }

  /// What the judge says of a segment and a contact.
  private func asked(_ segment: Int, _ place: Int, _ records: any BatchRecords) -> Truth {
    let (policy, own) = (segments[segment].policy, segments[segment].place)
    return judge.truth(
      of: judge.library.policies[policy].segments[own].condition,
      AskedContact(self, place, records).attempt(judge.plan.steps[0]))
  }

  /// Counts a contact for the list's shares; with the first of a batch all those on one clock.
  func tallyShares(_ place: Int, in records: any BatchRecords) {
    if sharesTurn != turn, !shares.isEmpty { tallySharesOnOneClock(in: records) }
    let contact = contacts[place]
    guard contact.rows > 1 else { return }
    for share in shares {
      judge.list.shares[share.number].add(
        onAllClocks(share.node, contact) ?? asked(share: share.number, place, records))
    }
  }

  private func tallySharesOnOneClock(in records: any BatchRecords) {
    sharesTurn = turn
    let words = (batch.count + 63) / 64
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: words) { rows in
      guard let rows = rows.baseAddress else { return }
      rows.update(repeating: 0, count: words)
      let isOnOneClock = { (contact: BatchContact) in
        contact.rows == 1 && contact.ground >= 0 && !contact.asksJudge
      }
      for contact in contacts where isOnOneClock(contact) {
        NodeMasks.set(Int(contact.row), rows)
      }
      for share in shares {
        let masks = truths(share.node)
        var (tally, asks) = (ShareTally(), false)
        for word in 0..<words {
          let (yes, no) = (rows[word] & masks.yes[word], rows[word] & masks.no[word])
          let ask = rows[word] & masks.ask[word]
          tally.yes += yes.nonzeroBitCount
          tally.no += no.nonzeroBitCount
          tally.unknown += (rows[word] & ~yes & ~no & ~ask).nonzeroBitCount
          asks = asks || ask != 0
        }
        if asks {
          for (place, contact) in contacts.enumerated()
          where isOnOneClock(contact) && masks.truth(Int(contact.row)) == TruthByte.ask {
            tally.add(asked(share: share.number, place, records))
          }
        }
        judge.list.shares[share.number].add(tally)
      }
    }
  }

  /// What the judge says of the predicate of a share and a contact.
  private func asked(share: Int, _ place: Int, _ records: any BatchRecords) -> Truth {
    judge.truth(
      of: judge.library.shares[share],
      AskedContact(self, place, records).attempt(judge.plan.steps[0]))
  }

  /// The truth of a node that is the same on every clock of a contact, else unknown; nil for the judge to say.
  @inline(__always) private func onAllClocks(_ node: Int, _ contact: BatchContact) -> Truth? {
    var common = rowTruth(node, Int(contact.row))
    for row in contact.allRows.dropFirst() where common != TruthByte.ask {
      let truth = rowTruth(node, row)
      if truth != common { common = truth == TruthByte.ask ? truth : TruthByte.unknown }
    }
    switch common {
    case TruthByte.yes: return .yes
    case TruthByte.no: return .no
    case TruthByte.ask: return nil
    default: return .unknown
    }
  }
}

/// Whether a contact belongs to a segment, in two bits; 0 if it does not.
private enum SegmentCode {
  static let yes: UInt64 = 1
  static let perhaps: UInt64 = 2
  /// The judge is asked.
  static let ask: UInt64 = 3

  static func of(_ truth: Truth) -> UInt64 {
    switch truth {
    case .yes: yes
    case .no: 0
    case .unknown: perhaps
    }
  }
}

/// The segments to which a contact certainly belongs, and those to which it may belong, by id.
public struct SegmentSet: Sendable {
  /// Those to which it certainly belongs.
  public var certain: [String]
  /// Those to which it may belong.
  public var doubtful: [String]

  /// Makes a set.
  public init(certain: [String], doubtful: [String]) {
    self.certain = certain
    self.doubtful = doubtful
  }
}
