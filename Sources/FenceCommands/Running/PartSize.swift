import OutreachFacts

/// About how many bytes of a list are judged in one go.
///
/// They are few enough to stay in a cache near the processor from where they are read until they are judged, but hold
/// whole batches of contacts, as far as can be told from the part before: part of the work is done once a batch.
struct PartSize {
  /// The number of bytes.
  private(set) var bytes: Int
  private let least: Int
  private let batchLength: Int

  init(least: Int, batchLength: Int) {
    (bytes, self.least, self.batchLength) = (least, least, batchLength)
  }

  /// Looks at how long the contacts of a part are.
  mutating func adapt(to piece: ContactPiece) {
    guard case .lines(let block) = piece, block.lines > 0 else { return }
    let batch = max(1, block.count / block.lines * batchLength)
    let enough = (least + batch - 1) / batch * batch
    // What is read at once divides this: of one contact more there would be a batch of its own.
    let step = max(1, least / 2)
    bytes = min(enough / step * step, least * PartSize.most)
  }

  /// How much larger a part may be than it has to be.
  private static let most = 4
}
