public import Outreach

/// Finds out where a recipient may be and what the number tells, from a contact's facts.
struct EvidenceGatherer {
  let world: World

  /// What the facts tell.
  struct Result {
    var derived: FactRecord
    var evidence: PlaceEvidence
    var number: NumberAnalysis?
  }

  /// Gathers the evidence of a contact.
  func gather(_ contact: FactRecord) -> Result {
    let country = text(contact, "country")
    var number: NumberAnalysis?
    switch contact["phone"].value {
    case .phone(let written), .text(let written):
      number = world.numbers.analyse(written, country: country)
    default: break
    }
    let pieces = pieces(contact, number: number, country: country)
    let (zones, from) = zones(contact, number: number, pieces: pieces)
    return Result(
      derived: derived(contact, number),
      evidence: PlaceEvidence(
        pieces: pieces, zones: zones, zonesFrom: from,
        conflicts: conflicts(contact, number: number, pieces: pieces)), number: number)
  }

  private func text(_ record: FactRecord, _ name: String) -> String? {
    guard case .text(let text) = record[name].value else { return nil }
    return text
  }

  // MARK: places

  private func pieces(
    _ contact: FactRecord, number: NumberAnalysis?, country: String?
  ) -> [PlaceEvidence.Piece] {
    var pieces: [PlaceEvidence.Piece] = []
    if let places = number?.places, !places.isEmpty {
      pieces.append(PlaceEvidence.Piece(fact: "contact.phone", candidates: places))
    }
    if let address = address(contact, country: country) { pieces.append(address) }
    let declared = text(contact, "time_zone")
    if pieces.isEmpty {
      guard let declared else { return [] }
      let countries = world.places.countries(inZone: declared)
      return countries.isEmpty
        ? [] : [PlaceEvidence.Piece(fact: "contact.time_zone", candidates: countries)]
    }
    if let declared { pieces = pieces.map { narrow($0, toZone: declared) } }
    return withoutCoarser(pieces)
  }

  /// The finest place that the address gives.
  private func address(_ contact: FactRecord, country: String?) -> PlaceEvidence.Piece? {
    if let region = text(contact, "region") {
      return PlaceEvidence.Piece(
        fact: "contact.region", candidates: [Places.canonical(region)])
    }
    guard let country else { return nil }
    if let code = text(contact, "postal_code"),
      let region = world.places.subdivision(country: country, postalCode: code)
    {
      return PlaceEvidence.Piece(
        fact: "contact.postal_code", candidates: [Places.canonical(region)])
    }
    return PlaceEvidence.Piece(fact: "contact.country", candidates: [country])
  }

  /// A declared zone narrows a set to the places where that clock runs, unless none is left.
  private func narrow(_ piece: PlaceEvidence.Piece, toZone zone: String) -> PlaceEvidence.Piece {
    guard piece.candidates.count > 1 else { return piece }
    let kept = piece.candidates.filter { keeps(world.places.zones(of: $0), zone) }
    return kept.isEmpty ? piece : PlaceEvidence.Piece(fact: piece.fact, candidates: kept)
  }

  /// A country next to one of its states adds nothing.
  private func withoutCoarser(_ pieces: [PlaceEvidence.Piece]) -> [PlaceEvidence.Piece] {
    pieces.filter { piece in
      guard let only = piece.candidates.first, piece.candidates.count == 1 else { return true }
      return !pieces.contains { other in
        other != piece
          && other.candidates.allSatisfy { $0 != only && world.places.lies($0, within: only) }
      }
    }
  }

  // MARK: zones

  private func zones(
    _ contact: FactRecord, number: NumberAnalysis?, pieces: [PlaceEvidence.Piece]
  ) -> (names: [String], from: String) {
    let numbers = number?.zones ?? []
    if let declared = text(contact, "time_zone") {
      let agrees = numbers.isEmpty || keeps(numbers, declared)
      return (Set(agrees ? [declared] : numbers + [declared]).sorted(), "contact.time_zone")
    }
    if let address = pieces.first(where: \.isAddress) {
      let own = zones(of: address)
      if !own.isEmpty {
        let agrees = numbers.isEmpty || !own.isDisjoint(with: numbers)
        return (
          agrees && !contradicts(pieces, address) ? own.sorted() : own.union(numbers).sorted(),
          address.fact
        )
      }
    }
    if !numbers.isEmpty { return (numbers, "contact.phone") }
    let ofPlaces = Set(pieces.flatMap { zones(of: $0) })
    if !ofPlaces.isEmpty { return (ofPlaces.sorted(), pieces.first?.fact ?? "contact.phone") }
    return (world.zones.names, "")
  }

  private func zones(of piece: PlaceEvidence.Piece) -> Set<String> {
    Set(piece.candidates.flatMap { world.places.zones(of: $0) })
  }

  /// Whether the number points to none of the places of an address.
  private func contradicts(
    _ pieces: [PlaceEvidence.Piece], _ address: PlaceEvidence.Piece
  ) -> Bool {
    guard let phone = pieces.first(where: { $0.fact == "contact.phone" }) else { return false }
    return !phone.candidates.contains { candidate in
      address.candidates.contains { world.places.meet(candidate, $0) }
    }
  }

  /// Whether a zone is among others, by its name or as another name of one.
  private func keeps(_ zones: [String], _ zone: String) -> Bool {
    if zones.contains(zone) { return true }
    guard let history = world.zones.history(of: zone) else { return false }
    return zones.contains { other in
      world.zones.history(of: other).map {
        $0.transitions == history.transitions && $0.offsets == history.offsets
      } ?? false
    }
  }

  // MARK: conflicts

  private func conflicts(
    _ contact: FactRecord, number: NumberAnalysis?, pieces: [PlaceEvidence.Piece]
  ) -> [PlaceEvidence.Conflict] {
    let numbers = number?.zones ?? []
    let address = pieces.first(where: \.isAddress)
    var conflicts: [PlaceEvidence.Conflict] = []
    func add(_ facts: [String], place: Bool = false, clock: Bool) {
      guard place || clock else { return }
      conflicts.append(PlaceEvidence.Conflict(facts: facts, isOfPlace: place, isOfClock: clock))
    }
    if let address {
      let own = zones(of: address)
      add(
        ["contact.phone", address.fact], place: contradicts(pieces, address),
        clock: !own.isEmpty && !numbers.isEmpty && own.isDisjoint(with: numbers))
    }
    guard let declared = text(contact, "time_zone") else { return conflicts }
    add(
      ["contact.phone", "contact.time_zone"], clock: !numbers.isEmpty && !keeps(numbers, declared))
    if let address {
      let own = zones(of: address).sorted()
      add([address.fact, "contact.time_zone"], clock: !own.isEmpty && !keeps(own, declared))
    }
    return conflicts
  }

  // MARK: derived facts

  private func derived(_ contact: FactRecord, _ number: NumberAnalysis?) -> FactRecord {
    var facts = FactRecord(.derived)
    let origin = contact["phone"].origin
    facts["line"] = line(contact, number)
    guard let number else { return facts }
    var record = FactRecord(.derivedNumber, origin: origin)
    if let isValid = number.isValid { record["valid"] = Fact(.truth(isValid), origin) }
    record["country"] = one(of: number.countries, origin)
    let regions = number.places.filter { $0.contains("-") }
    if regions.count == number.places.count { record["region"] = one(of: regions, origin) }
    if let code = number.areaCode {
      record["area_code"] = Fact(.text(code), origin)
    } else if number.isValid == true {
      record["area_code"] = Fact(.none, origin)
    }
    facts["number"] = Fact(.record(record), origin)
    return facts
  }

  private func line(_ contact: FactRecord, _ number: NumberAnalysis?) -> Fact {
    if case .record(let answer) = contact["line"].value {
      let type = answer["type"]
      if type.value != .unknown, type.value != .none { return type }
    }
    guard let words = number?.lines.words, !words.isEmpty else { return .unknown }
    let options = words.map { FactValue.word($0) }
    return Fact(
      options.count == 1 ? options[0] : .candidates(options), contact["phone"].origin)
  }

  private func one(of places: [String], _ origin: Origin) -> Fact {
    guard !places.isEmpty else { return .unknown }
    let options = places.map { FactValue.text($0) }
    return Fact(options.count == 1 ? options[0] : .candidates(options), origin)
  }
}

extension PlaceEvidence.Piece {
  /// Whether it comes from the contact's address.
  fileprivate var isAddress: Bool { fact != "contact.phone" && fact != "contact.time_zone" }
}

/// Every place in which a contact may be, by any piece of evidence: what decides which policies cover it.
///
/// - Parameters:
///   - contact: a record of kind `contact`.
///   - world: zones, numbers and places.
/// - Returns: ISO 3166 codes, sorted; empty if nothing tells where the contact is.
public func candidatePlaces(of contact: FactRecord, world: World) -> [String] {
  EvidenceGatherer(world: world).gather(contact).evidence.everywhere
}

extension PlaceEvidence {
  /// Every place that some piece leaves, sorted.
  var everywhere: [String] { Set(pieces.flatMap(\.candidates)).sorted() }
}
