import Outreach

/// Points in time that are worked out row by row.
extension Program {
  /// The points in time of a computation for the batch, found once for each part of time.
  func moments(_ number: Int) -> MomentMasks {
    let masks = computed[number]
    let stamp = turn << 8 | UInt64(part)
    guard masks.stamp != stamp else { return masks }
    masks.stamp = stamp
    let moment = builder.moments[number]
    let rows = self.rows(of: moment.frame)
    masks.reserve(rows: rows.count)
    switch moment.kind {
    case .moved(let source, let term, let direction, let reading):
      with(source, rows, moment.frame) { states, low, high, index in
        let contacts = self.index(-1, rows, moment.frame)
        for row in 0..<rows.count {
          let at = index(row)
          guard states[at] == MomentState.some || states[at] == MomentState.day else {
            masks.set(row, states[at])
            continue
          }
          let clock = clocks[Int(clockOfRow.base[contacts(row)])]
          if let days = masks.days, days.countsDays, low[at] == high[at] {
            let (date, time) = clock.local(low[at])
            if let day = days.day(of: date) {
              let moved = clock.zone.instant(day, time, reading == .later ? .later : .earlier)
              masks.set(row, MomentState.some, moved.milliseconds, moved.milliseconds)
              continue
            }
          }
          var evaluator = Evaluator(
            facts: plainFacts[0], zone: clock.zone, instant: Instant(milliseconds: 0))
          let base = self.moment(states[at], low[at], high[at], clock.zone)
          keep(
            evaluator.moved(base, by: term, direction: direction, reading: reading), in: masks, row)
        }
      }
    case .latestOf(let source, let condition): latest(source, condition, rows, masks)
    case .extreme(let sources, let fixed, let isLatest):
      for row in 0..<rows.count { masks.set(row, MomentState.none) }
      extreme(sources, fixed, isLatest, rows, moment.frame, step: moment.step, masks)
    }
    return masks
  }

  private func keep(_ reading: MomentReading, in masks: MomentMasks, _ row: Int) {
    switch reading {
    case .unknown: masks.set(row, MomentState.unknown)
    case .none: masks.set(row, MomentState.none)
    case .some(let moment):
      masks.set(
        row, moment.day == nil ? MomentState.some : MomentState.day,
        moment.earliest.milliseconds, moment.latest.milliseconds)
    }
  }

  /// As the judge finds it: the latest certain row, and how late an uncertain one may be.
  private func latest(
    _ source: MomentSource, _ condition: Int, _ rows: FrameRows, _ masks: MomentMasks
  ) {
    let holds = truths(condition)
    let frame = nodes[condition].frame
    let inner = self.rows(of: frame)
    let list = batch.lists[frames[frame].last ?? 0]
    let innermost = self.index(frames[frame].count - 1, inner, frame)
    with(source, inner, frame) { states, low, high, index in
      for row in 0..<rows.count {
        guard list.isKnown[row] else {
          masks.set(row, MomentState.unknown)
          continue
        }
        var certain: Int?
        var ceiling: Int64?
        var (isDoubtful, asks) = (false, false)
        for child in Int(inner.starts[row])..<Int(inner.starts[row + 1]) {
          var truth = holds.truth(child)
          if truth == TruthByte.no { continue }
          let at = index(child)
          // Of what stands for any number of rows or none, no row is certain.
          if truth == TruthByte.yes, list.isOpen[innermost(child)] { truth = TruthByte.unknown }
          if truth == TruthByte.ask || states[at] == MomentState.ask { asks = true }
          if states[at] == MomentState.none { continue }
          guard states[at] != MomentState.unknown else {
            isDoubtful = true
            ceiling = Instant.distantFuture.milliseconds
            continue
          }
          ceiling = max(ceiling ?? high[at], high[at])
          if truth == TruthByte.yes {
            if let held = certain, low[held] >= low[at] { continue }
            certain = at
          } else {
            isDoubtful = true
          }
        }
        if asks {
          masks.set(row, MomentState.ask)
        } else if let certain {
          let isOpen = (ceiling ?? .min) > high[certain]
          masks.set(
            row, isOpen ? MomentState.some : states[certain], low[certain],
            isOpen ? ceiling ?? high[certain] : high[certain])
        } else {
          masks.set(row, isDoubtful ? MomentState.unknown : MomentState.none)
        }
      }
    }
  }

  /// The judge's own rule, row by row; a part of time in which the plan's points move is the judge's.
  private func extreme(
    _ sources: [MomentSource], _ fixed: [Expression], _ isLatest: Bool, _ rows: FrameRows,
    _ frame: Int, step: Int, _ masks: MomentMasks
  ) {
    let contacts = index(-1, rows, frame)
    for row in 0..<rows.count {
      let clock = Int(clockOfRow.base[contacts(row)])
      let zone = clocks[clock].zone
      let span = span(step, clock: clock)
      // Where the step's time is a span, the order of the points may change in it.
      guard fixed.isEmpty || span.from.next >= span.to else {
        masks.set(row, MomentState.ask)
        continue
      }
      var known: Moment?
      var (hasUnknown, asks) = (false, false)
      func add(_ next: Moment) {
        guard let held = known else {
          known = next
          return
        }
        known = Moment(
          earliest: isLatest
            ? max(held.earliest, next.earliest) : min(held.earliest, next.earliest),
          latest: isLatest ? max(held.latest, next.latest) : min(held.latest, next.latest),
          day: held.day == next.day ? held.day : nil)
      }
      for source in sources {
        with(source, rows, frame) { states, low, high, index in
          let at = index(row)
          switch states[at] {
          case MomentState.unknown: hasUnknown = true
          case MomentState.none: break
          case MomentState.ask: asks = true
          default: add(moment(states[at], low[at], high[at], zone))
          }
        }
      }
      for expression in fixed {
        var evaluator = Evaluator(facts: plainFacts[step], zone: zone, instant: span.from)
        switch evaluator.moment(expression) {
        case .unknown: hasUnknown = true
        case .none: break
        case .some(let moment): add(moment)
        }
      }
      guard var result = known, !asks else {
        masks.set(
          row, asks ? MomentState.ask : hasUnknown ? MomentState.unknown : MomentState.none)
        continue
      }
      if hasUnknown {
        result.day = nil
        if isLatest { result.latest = .distantFuture } else { result.earliest = .distantPast }
      }
      keep(.some(result), in: masks, row)
    }
  }
}
