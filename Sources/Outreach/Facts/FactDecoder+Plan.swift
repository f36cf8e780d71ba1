/// What no type says: the parts of a document that must fit each other.
extension FactDecoder {
  mutating func check(_ record: FactRecord, _ given: Given) {
    switch record.kind {
    case .plan: checkPlan(record, given)
    case .step: checkStep(record, given)
    case .window: checkWindow(record, given)
    case .programme: checkFormat(record, given)
    case .contact: checkZone(record, given)
    case .timeRange: checkTimes(record, given)
    default: break
    }
  }

  private mutating func checkPlan(_ plan: FactRecord, _ given: Given) {
    forbidAny("purpose", of: plan, given, "a plan has one purpose")
    guard let steps = given["steps"] else {
      if !options.isPartial {
        report(.noSteps, "the plan has no `steps`, so nothing is planned", at: given.anchor)
      }
      return
    }
    switch steps.value.content {
    case .array(let elements) where !elements.isEmpty || options.isPartial:
      checkOrder(of: elements)
    case .array, .null:
      report(.noSteps, "`steps` is empty, so nothing is planned", at: steps.value.place)
    default: checkOrder(of: [steps.value])
    }
  }

  /// Steps are known by their ids, and a condition speaks of a step listed before.
  private mutating func checkOrder(of steps: [FactTree]) {
    var earlier: [String: FactPlace] = [:]
    for step in steps {
      if let condition = step.value(of: "only_if")?.value(of: "step"),
        let name = condition.spelling, earlier[name] == nil
      {
        report(
          .condition, "no step `\(FactTree.shortened(name))` is listed before this one",
          at: condition.place, suggestion: options.nearest(name, earlier.keys.sorted()))
      }
      guard let id = step.value(of: "id"), let name = id.spelling else { continue }
      if let first = earlier[name] {
        report(
          .stepID, "two steps have the id `\(FactTree.shortened(name))`; give each its own",
          at: id.place, related: FactProblem.Related(first, "first used here"))
      } else {
        earlier[name] = id.place
      }
    }
  }

  private mutating func checkStep(_ step: FactRecord, _ given: Given) {
    forbidAny("channel", of: step, given, "a step has one channel")
    if case .word(let channel) = step["channel"].value, channel.spelling == "email",
      let place = given["channel"]?.value.place
    {
      report(
        .unplannable, "a step cannot be by `email`: only calls, texts and faxes are checked",
        at: place)
    }
    let at = given.supplied("at")
    let window = given.supplied("window")
    if let second = window, let first = at {
      report(
        .stepTime, "a step takes place `at` an instant or in a `window`, not both",
        at: second.keyPlace, related: FactProblem.Related(first.keyPlace, "the other is here"))
    }
    guard !options.isPartial else { return }
    if at == nil, window == nil {
      report(.stepTime, "the step does not say when: give `at` or `window`", at: given.anchor)
    }
    guard let id = given.supplied("id")?.value else {
      report(.stepID, "the step has no `id`", at: given.anchor)
      return
    }
    if id.spelling == "" { report(.stepID, "a step's id cannot be empty", at: id.place) }
  }

  /// How many days a window may last: judging walks through every change in it.
  private static let longestWindow = 366

  private mutating func checkWindow(_ window: FactRecord, _ given: Given) {
    let local = ["dates", "local_from", "local_to"]
    let absolute = ["from", "to"]
    let firstLocal = local.lazy.compactMap { given.supplied($0) }.first
    let firstAbsolute = absolute.lazy.compactMap { given.supplied($0) }.first
    if let firstLocal, let firstAbsolute {
      report(
        .window,
        "a window is either local (`dates`, `local_from`, `local_to`) or absolute (`from`, `to`)",
        at: firstAbsolute.keyPlace,
        related: FactProblem.Related(firstLocal.keyPlace, "local from here"))
      return
    }
    let wanted = firstLocal == nil ? absolute : local
    let missing = wanted.filter { given.supplied($0) == nil }
    if !missing.isEmpty, !options.isPartial {
      let names = missing.map { "`\($0)`" }.joined(separator: " and ")
      report(.window, "the window lacks \(names)", at: given.anchor)
    }
    checkDates(window, given)
    checkBounds(window, given)
  }

  private mutating func checkDates(_ window: FactRecord, _ given: Given) {
    guard let dates = given["dates"], case .list(let days) = window["dates"].value else { return }
    if days.isEmpty {
      report(.window, "a window needs at least one day in `dates`", at: dates.value.place)
    }
    if days.count > FactDecoder.longestWindow {
      report(
        .window, "a window of over \(FactDecoder.longestWindow) days is no plan of one attempt",
        at: dates.value.place)
    }
    for (index, day) in days.enumerated() {
      guard case .instant = day.value else { continue }
      report(
        .window, "`dates` are days such as `2026-03-04`, without a time",
        at: dates.value.element(index)?.place ?? dates.value.place)
    }
  }

  private mutating func checkBounds(_ window: FactRecord, _ given: Given) {
    for name in ["from", "to"] {
      guard case .date = window[name].value, let place = given[name]?.value.place else { continue }
      report(
        .window,
        "`\(name)` needs a time and its offset; for whole days write `dates`, `local_from` and `local_to`",
        at: place)
    }
    if case .instant(let from) = window["from"].value, case .instant(let to) = window["to"].value,
      from >= to
    {
      report(
        .window, "the window closes before it opens: `from` must come before `to`",
        at: given["to"]?.value.place ?? given.anchor)
    }
    if case .instant(let from) = window["from"].value, case .instant(let to) = window["to"].value,
      from.adding(milliseconds: Int64(FactDecoder.longestWindow) * 86_400_000) < to
    {
      report(
        .window, "a window of over \(FactDecoder.longestWindow) days is no plan of one attempt",
        at: given["to"]?.value.place ?? given.anchor)
    }
    if case .time(let from) = window["local_from"].value,
      case .time(let to) = window["local_to"].value, from >= to
    {
      report(
        .window,
        "`local_from` must come before `local_to`; a window over midnight is two steps",
        at: given["local_to"]?.value.place ?? given.anchor)
    }
  }

  private mutating func checkFormat(_ programme: FactRecord, _ given: Given) {
    guard case .text(let format) = programme["format"].value, format != "ringfence.programme/1",
      let place = given["format"]?.value.place
    else { return }
    report(
      .format, "this program reads `ringfence.programme/1`, not `\(FactTree.shortened(format))`",
      at: place, suggestion: "ringfence.programme/1")
  }

  private mutating func checkZone(_ contact: FactRecord, _ given: Given) {
    guard case .text(let name) = contact["time_zone"].value, let zones = options.world?.zones,
      let place = given["time_zone"]?.value.place, zones.history(of: name) == nil
    else { return }
    report(
      .place,
      "`time_zone` must be a name of the IANA database such as `America/New_York`, not `\(FactTree.shortened(name))`",
      at: place, suggestion: options.nearest(name, zones.names))
  }

  private mutating func checkTimes(_ range: FactRecord, _ given: Given) {
    if case .time(let from) = range["from"].value, case .time(let to) = range["to"].value,
      from >= to
    {
      report(
        .window, "`from` must come before `to`; times over midnight are two spans",
        at: given["to"]?.value.place ?? given.anchor)
    }
    guard case .list(let days) = range["days"].value, let place = given["days"]?.value.place else {
      return
    }
    let weekdays = Weekday.allCases.map { "\($0)" }
    for (index, day) in days.enumerated() {
      guard case .text(let name) = day.value, !weekdays.contains(name) else { continue }
      report(
        .unknownWord, "`days` are weekdays such as `monday`, not `\(FactTree.shortened(name))`",
        at: given["days"]?.value.element(index)?.place ?? place,
        suggestion: options.nearest(name, weekdays))
    }
  }

  private mutating func forbidAny(
    _ name: String, of record: FactRecord, _ given: Given, _ rule: String
  ) {
    guard case .word(let word) = record[name].value, word.isAny,
      let place = given[name]?.value.place
    else { return }
    report(.unplannable, "\(rule), and `any` is none", at: place)
  }
}

extension FactTree {
  /// The value of a key of an object; nil for other values and missing keys.
  public func value(of key: String) -> FactTree? {
    guard case .object(let members) = content else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// An element of a list; nil for other values and outside the list.
  func element(_ index: Int) -> FactTree? {
    guard case .array(let elements) = content, elements.indices.contains(index) else { return nil }
    return elements[index]
  }
}
