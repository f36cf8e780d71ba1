import FenceCore
import Outreach

/// Texts that are the same for all contacts of a class or of a set of segments, so that a report makes them once: plain
/// memory.
///
/// One thread uses it.
public final class ClassTexts {
  /// Of classes what stands before what a contact has of its own, and behind it.
  @exclusivity(unchecked) var ofClasses: TextTable
  @exclusivity(unchecked) var endsOfClasses: TextTable
  /// Of findings what stands before their next change, and behind it.
  @exclusivity(unchecked) var ofFindings: TextTable
  @exclusivity(unchecked) var endsOfFindings: TextTable
  /// Of grounds the policies that cover, and the evidence.
  @exclusivity(unchecked) var ofGrounds: TextTable
  @exclusivity(unchecked) var evidence: TextTable
  /// Of sets of segments.
  @exclusivity(unchecked) var ofSegments: TextTable
  @exclusivity(unchecked) private var generation = -1

  /// Makes an empty collection, which keeps so many bytes of each kind at most.
  public init(mostBytes: Int) {
    ofClasses = TextTable(mostBytes: mostBytes)
    endsOfClasses = TextTable(mostBytes: mostBytes)
    ofFindings = TextTable(mostBytes: mostBytes)
    endsOfFindings = TextTable(mostBytes: mostBytes)
    ofGrounds = TextTable(mostBytes: mostBytes)
    evidence = TextTable(mostBytes: mostBytes)
    ofSegments = TextTable(mostBytes: mostBytes)
  }

  /// Forgets the texts if their classes were forgotten.
  func begin(_ classes: AttemptClasses) {
    guard generation != classes.generation else { return }
    ofClasses.removeAll()
    endsOfClasses.removeAll()
    ofFindings.removeAll()
    endsOfFindings.removeAll()
    ofGrounds.removeAll()
    evidence.removeAll()
    ofSegments.removeAll()
    generation = classes.generation
  }
}

/// Texts by number, one behind the other.
struct TextTable: ~Copyable {
  private var text = BatchBuffer<UInt8>(capacity: 1 << 12)
  private var size = 0
  private var places = BatchBuffer<TextPlace>(capacity: 1 << 10)
  private var count = 0
  /// How many bytes are kept at most: what comes later is written anew each time.
  private let mostBytes: Int

  init(mostBytes: Int) { self.mostBytes = mostBytes }

  mutating func removeAll() { (size, count) = (0, 0) }

  /// Adds the text of a number, which a body writes if it is not known.
  @inline(__always) mutating func append(
    _ number: Int, to bytes: ByteSink, _ body: (ByteSink) -> Void
  ) {
    if number < count, places.base[number].start >= 0 {
      let place = places.base[number]
      return bytes.append(readable: text.base + Int(place.start), count: Int(place.count))
    }
    let start = bytes.count
    body(bytes)
    keep(number, bytes.bytes[start...])
  }

  private mutating func keep(_ number: Int, _ own: Slice<UnsafeBufferPointer<UInt8>>) {
    guard size + own.count <= mostBytes else { return }
    if count <= number {
      places.reserve(number + 1, keeping: count)
      (places.base + count).initialize(
        repeating: TextPlace(start: -1, count: 0), count: number + 1 - count)
      count = number + 1
    }
    text.reserve(size + own.count + ByteSink.readable, keeping: size)
    _ = UnsafeMutableBufferPointer(start: text.base + size, count: own.count).update(from: own)
    places.base[number] = TextPlace(
      start: Int32(truncatingIfNeeded: size), count: Int32(truncatingIfNeeded: own.count))
    size += own.count
  }
}

/// Where a text stands; nowhere if it begins before 0.
struct TextPlace: BitwiseCopyable {
  var start: Int32
  var count: Int32
}
