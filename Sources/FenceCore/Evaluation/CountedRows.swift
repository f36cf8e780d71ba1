import Outreach

/// The rows that a count looks at: what is known of each, and until when.
///
/// How often something happened changes with every row that leaves a span, but its order to a limit only with some of
/// them. So a comparison notes the first instant at which as many rows may have changed as it takes.
struct CountedRows {
  private var rows: [(truth: Truth, until: Instant)] = []
  /// How many surely count, and how many may.
  private var certain = 0
  private var possible = 0
  /// Whether rows stand for any number of rows, and whether some of these may count.
  private var hasOpen = false
  private var isBounded = true

  /// Makes room for so many rows.
  init(capacity: Int = 0) { rows.reserveCapacity(capacity) }

  /// The rows of a list that is unknown, beside those that are added.
  static var unknown: CountedRows {
    var counted = CountedRows()
    counted.addUnknown()
    return counted
  }

  /// Adds what a row says, and until when; of one that stands for any number of rows it is never sure that it counts.
  mutating func add(_ truth: Truth, until: Instant, isOpen: Bool = false) {
    rows.append((truth, until))
    if truth == .yes { certain += 1 }
    if truth != .no { possible += 1 }
    guard isOpen else { return }
    hasOpen = true
    if truth != .no { isBounded = false }
  }

  /// Adds any number of rows that may count.
  mutating func addUnknown() { isBounded = false }

  /// How many count: at least so many, at most so many.
  var interval: (low: Quantity, high: Quantity) {
    (Quantity(certain), isBounded ? Quantity(possible) : Quantity(millionths: .max))
  }

  /// The first instant at which something about some row may change.
  var firstChange: Instant { rows.map(\.until).min() ?? .distantFuture }

  /// The first instant at which enough rows may have changed for the order to a limit to be another.
  ///
  /// - Parameters:
  ///   - atFew: what the order is as long as few enough rows count; of many it is the opposite.
  ///   - order: the order of a number to the limit, of which two bounds are known.
  /// - Returns: the instant; the distant future if there is none.
  func change(atFew: Truth, order: (_ low: Quantity, _ high: Quantity) -> Truth) -> Instant {
    guard isBounded, !hasOpen else { return firstChange }
    let now = order(Quantity(certain), Quantity(possible))
    // Of those that have not changed.
    var (certain, possible) = (certain, possible)
    let changing = rows.filter { $0.until < .distantFuture }.sorted { $0.until < $1.until }
    for (place, row) in changing.enumerated() {
      let changed = place + 1
      if row.truth == .yes { certain -= 1 }
      if row.truth != .no { possible -= 1 }
      let (least, most) = (Quantity(possible), Quantity(certain + changed))
      let holds =
        now == .unknown
        ? order(least, least) != atFew && order(most, most) != !atFew
        : order(Quantity(certain), Quantity(possible + changed)) == now
      if !holds { return row.until }
    }
    return .distantFuture
  }
}

extension Evaluator {
  /// The rows that an expression counts; nil if it counts none.
  ///
  /// When they change is not noted.
  mutating func countedRows(_ expression: Expression) -> CountedRows? {
    switch expression {
    case .traced(_, let body): countedRows(body)
    case .count(let list, let condition): countedRows(list, condition)
    case .prior(let prior): priorRows(prior)
    default: nil
    }
  }

  /// An unknown list has any number of rows, as has one with an open row that may satisfy the condition.
  private mutating func countedRows(_ list: Expression, _ condition: Expression) -> CountedRows {
    guard let rows = self.list(list) else { return .unknown }
    var counted = CountedRows(capacity: rows.count)
    for row in rows {
      let (truth, until) = apart { $0.holds(condition, of: row) }
      counted.add(truth, until: until, isOpen: row.record.isOpen)
    }
    return counted
  }
}
