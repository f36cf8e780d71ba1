import Outreach

/// What a contact says of the list as a whole: its segments, and its shares.
extension Program {
  /// Whether contacts may belong to segments.
  public var hasSegments: Bool { !segments.isEmpty }

  /// The number of the segments of a contact among `segmentSets`.
  public func segmentSet(of place: Int, in records: any BatchRecords) -> Int {
    let contact = contacts[place]
    let firstCertainty = Int(contact.ground) &* judge.library.policies.count
    var key = MixedKey(0, 0)
    for index in segments.indices {
      let certainty = certainties[firstCertainty &+ segments[index].policy]
      var truth = Truth.no
      if certainty > 0 {
        truth = onAllClocks(segments[index].node, contact) ?? asked(index, place, records)
        if certainty < 2, truth == .yes { truth = .unknown }
      }
      segmentTruths[index] = truth
      key.mix(truth == .no ? 0 : truth == .yes ? 1 : 2)
    }
    if let known = segmentSetNumbers.find(key) { return Int(known) }
    func all(_ truth: Truth) -> [String] {
      segments.indices.filter { segmentTruths[$0] == truth }.map { segments[$0].id }.sorted()
    }
    segmentSets.append(SegmentSet(certain: all(.yes), doubtful: all(.unknown)))
    segmentSetNumbers.add(key, Int32(truncatingIfNeeded: segmentSets.count - 1))
    return segmentSets.count - 1
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
  private func onAllClocks(_ node: Int, _ contact: BatchContact) -> Truth? {
    let masks = truths(node)
    var result: UInt8?
    for row in contact.allRows {
      let truth = masks.truth(row)
      if truth == TruthByte.ask { return nil }
      if let held = result, held != truth { return .unknown }
      result = truth
    }
    switch result {
    case TruthByte.yes: return .yes
    case TruthByte.no: return .no
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
