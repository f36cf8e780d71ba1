import Outreach

/// What a contact says of the list as a whole: its segments, and its shares.
extension Program {
  /// Whether contacts may belong to segments.
  public var hasSegments: Bool { !segments.isEmpty }

  /// The number of the segments of a contact among `segmentSets`.
  public func segmentSet(of place: Int, in records: any BatchRecords) -> Int {
    var key = MixedKey(0, 0)
    var word: UInt64 = 0
    for index in segments.indices {
      let truth = truth(ofSegment: index, place, records)
      word = word &<< 2 | (truth == .no ? 0 : truth == .yes ? 1 : 2)
      if index & 31 == 31 { key.mix(word) }
    }
    key.mix(word)
    if let known = segmentSetNumbers.find(key) { return Int(known) }
    func all(_ sought: Truth) -> [String] {
      segments.indices.filter { truth(ofSegment: $0, place, records) == sought }
        .map { segments[$0].id }.sorted()
    }
    segmentSets.append(SegmentSet(certain: all(.yes), doubtful: all(.unknown)))
    segmentSetNumbers.add(key, Int32(truncatingIfNeeded: segmentSets.count - 1))
    return segmentSets.count - 1
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

  /// Counts a contact for the list's shares.
  func tallyShares(_ place: Int, in records: any BatchRecords) {
    let contact = contacts[place]
    for share in shares {
      judge.list.shares[share.number].add(
        onAllClocks(share.node, contact)
          ?? judge.truth(
            of: judge.library.shares[share.number],
            AskedContact(self, place, records).attempt(judge.plan.steps[0])))
    }
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
