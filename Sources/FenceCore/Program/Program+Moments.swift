import Outreach

extension Program {
  typealias Times = UnsafeMutablePointer<Int64>
  typealias States = UnsafeMutablePointer<UInt8>

  /// States and bounds of points in time, and the way to them from a frame's rows.
  func with(
    _ source: MomentSource, _ rows: FrameRows, _ frame: Int,
    _ body: (States, Times, Times, RowIndex) -> Void
  ) {
    switch source {
    case .column(let column):
      let values = batch.columns[column.column]
      body(
        values.states.base, values.low.base, values.high.base, index(column.level, rows, frame))
    case .computed(let number):
      let values = moments(number)
      body(values.states.base, values.low.base, values.high.base, RowIndex(map: nil))
    }
  }

  /// Turns the days of the batch's columns into their instants on each contact's clock.
  func settleDays() {
    for column in batch.columns where column.holdsDays {
      let list = batch.lists[column.spec.list]
      let isContact = column.spec.list == 0
      let states = column.states.base
      for contact in 0..<batch.count {
        let zone = clocks[Int(clockOfRow.base[contact])].zone
        let rows =
          isContact
          ? contact..<contact + 1
          : Int(list.starts[contact])..<Int(list.starts[contact + 1])
        for row in rows where states[row] == MomentState.day {
          let day = CivilDate(dayNumber: Int(column.low.base[row]))
          column.low.base[row] = zone.startOfDay(day).milliseconds
          column.high.base[row] = zone.startOfDay(day.adding(days: 1)).milliseconds - 1
        }
      }
    }
  }

  /// Whether a source may hold more than what is known to the millisecond: a column's state is then one of the first
  /// four.
  private func mayBeDays(_ source: MomentSource) -> Bool {
    if case .column(let column) = source { return batch.columns[column.column].holdsDays }
    return true
  }

  // MARK: comparisons

  /// Where a point in time is none.
  func findNone(
    _ source: MomentSource, _ rows: FrameRows, _ frame: Int, into masks: NodeMasks
  ) {
    if case .column(let column) = source, !mayBeDays(source),
      index(column.level, rows, frame).map == nil
    {
      let known = known(column.column, masks)
      return masks.fillWords { word in
        let (low, high) = known.states(word)
        return (low & ~high, high & ~low, low & high)
      }
    }
    with(source, rows, frame) { states, _, _, index in
      masks.fill { row in
        switch states[index(row)] {
        case MomentState.unknown: TruthByte.unknown
        case MomentState.none: TruthByte.yes
        case MomentState.ask: TruthByte.ask
        default: TruthByte.no
        }
      }
    }
  }

  func fill(
    _ source: MomentSource, _ table: SpanTable, _ rows: FrameRows, _ frame: Int,
    into masks: NodeMasks
  ) {
    let isRecent = if case .recent = table.comparison { true } else { false }
    let bounds = prepare(table)
    let places = table.dependsOnPlace ? pairs.base : clockOfRow.base
    let (contacts, part) = (index(-1, rows, frame), part)
    let entries = table.entries.base
    func entry(_ row: Int) -> SpanTable.Entry {
      entries[Int(places[contacts(row)]) &* Program.mostParts &+ part]
    }
    if let bounds, case .column(let column) = source, !mayBeDays(source),
      index(column.level, rows, frame).map == nil
    {
      return fill(
        batch.cells[column.column].low, known(column.column, masks), bounds, isRecent, into: masks,
        entry)
    }
    with(source, rows, frame) { states, low, high, index in
      masks.fill { row in
        let at = index(row)
        return entry(row).truth(states[at], low[at], high[at], isRecent)
      }
    }
  }

  /// Points in time that are known to the millisecond, against bounds beyond which all rows' entries agree.
  @inline(__always) private func fill(
    _ points: Times, _ known: KnownMoments, _ bounds: SpanTable.Bounds, _ isRecent: Bool,
    into masks: NodeMasks, _ entry: (Int) -> SpanTable.Entry
  ) {
    // Of no instant and of an unknown one, as of all others, it is the entries that tell.
    let ofNone: UInt64 = isRecent ? 0 : ~0
    let ofUnknown: UInt64 = bounds.areEmpty ? ofNone : 0
    let (surely, perhaps) = (bounds.surely, bounds.perhaps)
    // Where one answer is that of all instants of the column, none of them is looked at.
    let areWithin = surely.contains(known.first) && surely.contains(known.last)
    let areOutside = perhaps.isApart(from: known.first, known.last)
    let areAlike = areWithin || areOutside
    masks.fillWords { word in
      let (low, high) = known.states(word)
      let (all, some) = (masks.all(word), high & ~low)
      let within =
        areAlike ? areWithin ? some : 0 : some & masks.bits(word, of: points, in: perhaps)
      var yes =
        areAlike || bounds.areOne ? within : some & masks.bits(word, of: points, in: surely)
      var (no, ask) = (
        some & ~within | low & ~high & ofNone | all & ~low & ~high & ofUnknown, low & high
      )
      NodeMasks.forEach(within & ~yes, word) { row in
        let truth = UInt64(entry(row).truth(MomentState.some, points[row], points[row], isRecent))
        let (isYes, isNo, place) = (truth & 1, truth &>> 1, UInt64(row & 63))
        yes |= (isYes & ~isNo) &<< place
        no |= (isNo & ~isYes) &<< place
        ask |= (isYes & isNo) &<< place
      }
      return (yes, no, ask)
    }
  }

  func order(
    _ a: MomentSource, _ b: MomentSource, _ orEqual: Bool, _ rows: FrameRows, _ frame: Int,
    into masks: NodeMasks
  ) {
    let mayBeDays = mayBeDays(a) || mayBeDays(b)
    with(a, rows, frame) { stateA, lowA, highA, i in
      with(b, rows, frame) { stateB, lowB, highB, j in
        if !mayBeDays {
          let undecided = Program.undecidedStates
          return masks.fill { row in
            let (x, y) = (i(row), j(row))
            let states = stateA[x] &<< 2 | stateB[y]
            let isOrdered = orEqual ? lowA[x] <= lowB[y] : lowA[x] < lowB[y]
            return states == MomentState.some &<< 2 | MomentState.some
              ? isOrdered ? TruthByte.yes : TruthByte.no
              : UInt8(truncatingIfNeeded: undecided &>> UInt32(states &<< 1)) & 3
          }
        }
        masks.fill { row in
          let (x, y) = (i(row), j(row))
          if let settled = Program.undecided(stateA[x], stateB[y]) { return settled }
          return orEqual
            ? Program.isNotAfter(lowA[x], highA[x], lowB[y], highB[y])
            : Program.isBefore(lowA[x], highA[x], lowB[y], highB[y])
        }
      }
    }
  }

  /// What comparing two points in time is, two bits for each pair of their states; of two known ones it does not tell.
  private static let undecidedStates: UInt32 = (0..<16).reduce(0) { all, states in
    let truth = undecided(UInt8(states) >> 2, UInt8(states) & 3) ?? TruthByte.unknown
    return all | UInt32(truth) << UInt32(states * 2)
  }

  /// What comparing two points in time is where one is none or unknown; nil where both are known.
  @inline(__always) private static func undecided(_ a: UInt8, _ b: UInt8) -> UInt8? {
    if a == MomentState.none || b == MomentState.none {
      return a == MomentState.ask || b == MomentState.ask ? TruthByte.ask : TruthByte.no
    }
    if a == MomentState.ask || b == MomentState.ask { return TruthByte.ask }
    return a == MomentState.unknown || b == MomentState.unknown ? TruthByte.unknown : nil
  }

  @inline(__always) private static func isBefore(
    _ lowA: Int64, _ highA: Int64, _ lowB: Int64, _ highB: Int64
  ) -> UInt8 {
    highA < lowB ? TruthByte.yes : lowA >= highB ? TruthByte.no : TruthByte.unknown
  }

  @inline(__always) private static func isNotAfter(
    _ lowA: Int64, _ highA: Int64, _ lowB: Int64, _ highB: Int64
  ) -> UInt8 {
    highB < lowA ? TruthByte.no : lowB >= highA ? TruthByte.yes : TruthByte.unknown
  }

  /// `within` of two points of a row: of instants by their days, of all others by the judge's own comparison.
  func within(
    _ number: Int, _ a: MomentSource, _ b: MomentSource, _ rows: FrameRows, _ frame: Int,
    into masks: NodeMasks
  ) {
    let (term, days) = (builder.terms[number], daysOfTerms[number])
    let contacts = index(-1, rows, frame)
    with(a, rows, frame) { stateA, lowA, highA, i in
      with(b, rows, frame) { stateB, lowB, highB, j in
        masks.fill { row in
          let (x, y) = (i(row), j(row))
          if let settled = Program.undecided(stateA[x], stateB[y]) { return settled }
          let areDays = days.countsDays && lowA[x] == highA[x] && lowB[y] == highB[y]
          if areDays {
            if lowB[y] < lowA[x] { return TruthByte.no }
            if let holds = days.holdsEverywhere(from: lowA[x], to: lowB[y]) {
              return holds ? TruthByte.yes : TruthByte.no
            }
          }
          let clock = clocks[Int(clockOfRow.base[contacts(row)])]
          if areDays {
            if let last = days.day(of: clock.local(lowA[x]).date) {
              return clock.local(lowB[y]).date <= last ? TruthByte.yes : TruthByte.no
            }
          }
          var evaluator = Evaluator(
            facts: plainFacts[0], zone: clock.zone, instant: Instant(milliseconds: 0))
          let from = moment(stateA[x], lowA[x], highA[x], clock.zone)
          let to = moment(stateB[y], lowB[y], highB[y], clock.zone)
          return TruthByte.of(evaluator.isWithin(term, from: from, to: to, in: .attempt))
        }
      }
    }
  }

  func moment(
    _ state: UInt8, _ low: Int64, _ high: Int64, _ zone: ZoneHistory
  ) -> Moment {
    let first = Instant(milliseconds: low)
    return Moment(
      earliest: first, latest: Instant(milliseconds: high),
      day: state == MomentState.day ? zone.local(first).date : nil)
  }
}

extension NodeMasks {
  /// A bit for each row of a word whose point in time a span holds.
  @inline(__always) fileprivate func bits(
    _ word: Int, of points: UnsafePointer<Int64>, in span: SpanTable.ClosedSpan
  ) -> UInt64 {
    let first = word &<< 6
    if rows &- first >= 64 { return span.bits(points + first) }
    return bits(word) { span.contains(points[$0]) ? 1 : 0 }
  }
}
