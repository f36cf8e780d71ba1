import FenceCore
import FenceDiagnostics
import FenceSyntax
import Outreach

extension Lowering {
  /// `consent LEVEL for …`: one consent meets every part and is in force at the attempt.
  func consent(_ syntax: ConsentSyntax) -> Expression? {
    let level = word(syntax.level, of: .level)
    let axes = conditions(of: syntax)
    let givenWithin = syntax.givenWithin.map { term($0) }
    let condition = inRow(.record(.consent)) { self.condition(syntax.condition) }
    guard let level, let axes, let condition else { return nil }
    var parts: [Expression] = [
      .atMost(.constant(.word(level)), .field(.consent, "level"))
    ]
    parts += axes
    parts.append(inForce(consentRow: 0, withdrawnAfter: withdrawal))
    if let givenWithin {
      guard let term = givenWithin else { return nil }
      let times = syntax.orRenewed == nil ? ["granted_at"] : ["granted_at", "renewed_at"]
      parts.append(
        .disjunction(times.map { .within(term, from: .field(.consent, $0), to: .attempt) }))
    }
    if syntax.condition != nil { parts.append(condition) }
    return .someRow(list: .fact(.contact, "consents"), where: .all(parts))
  }

  /// Whether a consent is in force: granted, not expired, not withdrawn, not ended by an opt-out.
  ///
  /// - Parameters:
  ///   - row: the consent.
  ///   - delay: how long it runs on after its withdrawal or an opt-out; nil for not at all.
  /// - Returns: the condition.
  func inForce(consentRow row: Int, withdrawnAfter delay: Term? = nil) -> Expression {
    let withdrawn = Expression.field(.consent, "withdrawn_at", ofRow: row)
    return .all([
      .provedBy(.field(.consent, "granted_at", ofRow: row)),
      .notReached(.field(.consent, "expires_at", ofRow: row)),
      delay.map { .any([.isNone(withdrawn), runsOn($0, after: withdrawn)]) }
        ?? .notReached(withdrawn),
      .not(.someRow(list: .fact(.contact, "opt_outs"), where: ends(consentRow: row + 1, delay))),
    ])
  }

  /// Whether the opt-out in `row(0)` ends a consent: it matches the attempt, covers the consent, and is not
  /// older than it.
  private func ends(consentRow row: Int, _ delay: Term?) -> Expression {
    let said = Expression.field(.optOut, "at")
    return .all([
      matchesAttempt("channel"), matchesAttempt("purpose"),
      covers("channel", consentRow: row), covers("purpose", consentRow: row),
      .not(.before(said, .field(.consent, "granted_at", ofRow: row))),
      delay.map { .not(runsOn($0, after: said)) } ?? .notYetAfter(said),
    ])
  }

  /// Whether the attempt comes before a withdrawal takes effect; false of one that has no time.
  ///
  /// A term of days ends with its last day, like every deadline.
  private func runsOn(_ delay: Term, after said: Expression) -> Expression {
    if case .exact = delay.period {
      return .before(.attempt, .moved(said, by: delay, direction: 1, reading: .earlier))
    }
    // The earlier of the two is never after the attempt, so that of a bare date its day alone counts.
    return .all([
      .not(.isNone(said)), .within(delay, from: .earliest([said, .attempt]), to: .attempt),
    ])
  }

  private func covers(_ axis: String, consentRow row: Int) -> Expression {
    let refused = Expression.field(.optOut, axis)
    let granted = Expression.field(.consent, axis, ofRow: row)
    let vocabulary: Vocabulary = axis == "channel" ? .channel : .purpose
    let any = Expression.word(vocabulary, "any")
    return .any([.equal(refused, granted), .equal(refused, any), .equal(granted, any)])
  }

  /// The conditions on the consent in `row(0)` that the axes make.
  private func conditions(of syntax: ConsentSyntax) -> [Expression]? {
    let exactly = syntax.exactly != nil
    var conditions: [Expression] = []
    var channels: [Word] = []
    var isComplete = true
    for axis in syntax.axes {
      switch axis.value {
      case "channel": conditions.append(channel(exactly: exactly))
      case "purpose": conditions.append(purpose(exactly: exactly))
      case "technology": conditions.append(technology(exactly: exactly))
      case "sender": conditions.append(sender(exactly: exactly))
      case "number": conditions.append(number(exactly: exactly))
      case "time": conditions.append(.timeRanges(.field(.consent, "times")))
      default:
        if let channel = Vocabulary.channel.word(axis.value), !channel.isAny {
          channels.append(channel)
        } else {
          reportAxis(axis)
          isComplete = false
        }
      }
    }
    if !channels.isEmpty { conditions.append(channelAmong(channels, exactly: exactly)) }
    return isComplete ? conditions : nil
  }

  private func channel(exactly: Bool) -> Expression {
    let granted = Expression.field(.consent, "channel")
    let same = Expression.equal(granted, .stepChannel)
    if exactly { return same }
    let outbound = Vocabulary.outboundChannels.words.map { Expression.constant(.word($0)) }
    return .any([
      same,
      .all([.equal(granted, .word(.channel, "any")), .oneOf(.stepChannel, outbound)]),
    ])
  }

  /// A consent for `any` channel never counts for email.
  private func channelAmong(_ channels: [Word], exactly: Bool) -> Expression {
    let granted = Expression.field(.consent, "channel")
    var accepted = channels
    if !exactly, channels.contains(where: { Vocabulary.outboundChannels.contains($0) }),
      let any = Vocabulary.channel.word("any")
    {
      accepted.append(any)
    }
    return .oneOf(granted, accepted.map { .constant(.word($0)) })
  }

  private func purpose(exactly: Bool) -> Expression {
    let granted = Expression.field(.consent, "purpose")
    let same = Expression.equal(granted, .planPurpose)
    return exactly ? same : .any([same, .equal(granted, .word(.purpose, "any"))])
  }

  /// The consent's set holds the whole of the attempt's; `any` is the set of all, whatever the attempt's is.
  private func technology(exactly: Bool) -> Expression {
    let granted = Expression.field(.consent, "technology")
    let covered = Expression.includes(granted, .stepTechnology)
    let isAny = Expression.equal(granted, .constant(.words(.all(of: .technology))))
    return exactly ? .all([covered, .not(isAny)]) : .any([isAny, covered])
  }

  private func sender(exactly: Bool) -> Expression {
    let granted = Expression.field(.consent, "sender")
    let ours: [Expression] = [.equal(granted, .text("ours")), .equal(granted, .senderName)]
    return .any(exactly ? ours : [.equal(granted, .text("any"))] + ours)
  }

  private func number(exactly: Bool) -> Expression {
    let granted = Expression.field(.consent, "number")
    let same = Expression.equal(granted, .phone)
    return exactly ? same : .any([.equal(granted, .constant(.phone("any"))), same])
  }

  private func reportAxis(_ axis: Written<String>) {
    let axes = ["channel", "purpose", "technology", "sender", "number", "time"]
    let near = didYouMean(axis.value, among: axes + Vocabulary.channel.words)
    reporter.report(
      .unknownWord, unit.source, axis.range,
      "a consent cannot be for `\(axis.value)`",
      help: near.map { "did you mean `\($0)`?" }
        ?? "it is for \(alternatives(axes)), or for channels by name such as `sms, mms`",
      fix: near.map { .write($0, at: axis.range) })
  }
}

extension Vocabulary {
  /// The channels of phone outreach: all but email, and not the word `any`.
  static let outboundChannels: WordSet = {
    let words = Vocabulary.channel.words
      .filter { $0 != "email" && $0 != "any" }
      .compactMap(Vocabulary.channel.word)
    return WordSet(vocabulary: .channel, words)
  }()
}
