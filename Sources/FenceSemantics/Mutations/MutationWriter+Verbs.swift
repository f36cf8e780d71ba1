import FenceDiagnostics
import FenceSyntax
import Outreach

extension MutationWriter {
  /// Writes down the changes of a verb.
  mutating func write(_ verb: VerbSyntax, _ range: SourceRange) {
    switch verb {
    case .scrub(let register, let every):
      guard let every else { return }
      change(.condition, SourceRange(register.range.upper, every.range.upper), to: "")
      change(every)
    case .listed, .permitted: break
    case .registered(_, let condition): writeWhere(condition)
    case .consent(let consent): write(consent)
    case .optedOut(let scope, let condition):
      write(scope, range)
      writeWhere(condition)
    case .honour(let scope, let within, let lasting, let condition):
      write(scope, range)
      if let within { change(within) }
      if let lasting { change(lasting) }
      writeWhere(condition)
    case .hours(let openings, let zone):
      change(openings)
      if let zone, let last = openings.last {
        change(.condition, SourceRange(last.range.upper, zone.range.upper), to: "")
      }
    case .cap(let cap):
      write(cap.limit)
      change(cap.channels)
      if case .rolling(let duration) = cap.span { change(duration) }
      if case .per(let unit) = cap.span {
        change(.threshold, unit.range, to: unit.value.longerUnit)
      }
      writeWhere(cap.condition)
    case .pause(let duration, let after):
      if let duration { change(duration) }
      write(after)
    case .pauseAfterRows(let duration, _, let condition):
      if let duration { change(duration) }
      write(condition)
    case .answersRecipient(let within): change(within)
    case .says(_, let elements, let first, let within):
      change(elements)
      if first || within != nil, let last = elements.last {
        change(.condition, SourceRange(last.range.upper, range.upper), to: "")
      }
    case .erase(_, let within, _): change(within)
    case .keep(_, let lasting, _): change(lasting)
    }
  }

  private mutating func write(_ consent: ConsentSyntax) {
    let levels = Vocabulary.level.words
    if let index = levels.firstIndex(of: consent.level.value) {
      for neighbour in [index - 1, index + 1] where levels.indices.contains(neighbour) {
        change(.consent, consent.level.range, to: levels[neighbour])
      }
    }
    if let exactly = consent.exactly { change(.condition, exactly, to: "") }
    change(consent.axes)
    if let within = consent.givenWithin, let last = consent.axes.last {
      change(.condition, SourceRange(last.range.upper, within.range.upper), to: "")
      change(within)
      if let renewed = consent.orRenewed { change(.condition, renewed, to: "") }
    }
    writeWhere(consent.condition)
  }

  /// The scope of opt-outs: `of any channel and purpose` narrowed to the attempt's own.
  private mutating func write(_ scope: OptOutScopeSyntax, _ range: SourceRange) {
    guard scope.anyChannel || scope.anyPurpose else { return }
    let words = ["of any channel and purpose", "of any purpose and channel"]
    let single = ["of any channel", "of any purpose"]
    let text = unit.source.text(in: range)
    guard let found = (words + single).first(where: { text.contains($0) }),
      let place = text.firstRange(of: found)
    else { return }
    let lower = range.lower + text.utf8.distance(from: text.startIndex, to: place.lowerBound)
    let whole = SourceRange(lower, lower + found.utf8.count)
    if words.contains(found) {
      for part in single { change(.condition, whole, to: part) }
    } else {
      change(.condition, SourceRange(whole.lower, whole.upper), to: "")
    }
  }
}

extension String {
  /// The next longer unit by which a cap counts; the longest stays under itself.
  fileprivate var longerUnit: String {
    switch self {
    case "day": "week"
    case "week": "month"
    default: "week"
    }
  }
}
