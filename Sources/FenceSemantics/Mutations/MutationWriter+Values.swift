import FenceDiagnostics
import FenceSyntax
import Outreach

extension MutationWriter {
  /// A day a day earlier or later.
  mutating func change(_ day: Written<CivilDate>) {
    for days in [-1, 1] { change(.date, day.range, to: "\(day.value.adding(days: days))") }
  }

  /// A length of time one unit shorter or longer; a constant is changed where it is declared.
  mutating func change(_ duration: DurationSyntax) {
    if case .period(let period, let range) = duration { change(period, range) }
  }

  mutating func change(_ period: Period, _ range: SourceRange) {
    for neighbour in period.neighbours { change(.threshold, range, to: neighbour.description) }
  }

  /// A value written out, one unit less or more.
  mutating func change(_ literal: LiteralSyntax, _ range: SourceRange) {
    switch literal {
    case .number(let number):
      for neighbour in number.neighbours { change(.threshold, range, to: "\(neighbour)") }
    case .percentage(let number):
      for neighbour in number.neighbours { change(.threshold, range, to: "\(neighbour)%") }
    case .date(let day): change(Written(day, range))
    case .time(let time):
      for neighbour in time.neighbours { change(.window, range, to: "\(neighbour)") }
    case .period(let period): change(period, range)
    case .truth(let truth): change(.comparison, range, to: "\(!truth)")
    case .text, .instant: break
    }
  }

  /// The ends of the spans of a schedule, and each part of it left out.
  mutating func change(_ openings: [OpeningSyntax]) {
    for (index, opening) in openings.enumerated() {
      leaveOut(index, of: openings.map(\.range), as: .condition)
      for span in opening.spans {
        let (from, to) = span.value
        for time in from.neighbours { change(.window, span.range, to: "\(time) to \(to)") }
        for time in to.neighbours { change(.window, span.range, to: "\(from) to \(time)") }
      }
    }
  }

  /// Each of several words left out.
  mutating func change(_ words: [Written<String>]) {
    for index in words.indices { leaveOut(index, of: words.map(\.range), as: .word) }
  }

  /// One of several things left out, with the words or the mark between it and its neighbour.
  mutating func leaveOut(_ index: Int, of ranges: [SourceRange], as kind: Mutation.Kind) {
    guard ranges.count > 1 else { return }
    let range =
      index == 0
      ? SourceRange(ranges[0].lower, ranges[1].lower)
      : SourceRange(ranges[index - 1].upper, ranges[index].upper)
    change(kind, range, to: "")
  }

  /// A channel for another: voice and text for each other, anything else for voice.
  mutating func change(channel name: NameSyntax) {
    guard Vocabulary.channel.word(name.text)?.isAny == false else { return }
    change(.word, name.range, to: name.text == "voice" ? "sms" : "voice")
  }
}
