import Outreach

/// Which rows of a column hold which value in the batch, found once for all predicates of it.
///
/// Only of columns with few distinct values, as those of words and truths are: for each value a bit a row.
final class KnownValues {
  /// Bit by bit, the numbers that rows hold.
  @exclusivity(unchecked) private(set) var present = 0
  @exclusivity(unchecked) private var bits = BatchBuffer<UInt64>(capacity: 64)
  @exclusivity(unchecked) private var words = 0
  @exclusivity(unchecked) private var turn: UInt64 = 0

  /// How many distinct values a column may have.
  static let most = 16

  /// The rows that hold a value, a bit a row, by its number.
  @inline(__always) func rows(with number: Int) -> UnsafeMutablePointer<UInt64> {
    bits.base + number &* words
  }

  /// Looks at the numbers of a batch, unless it has.
  ///
  /// - Parameters:
  ///   - numbers: by row, the number of its value.
  ///   - count: how many values are numbered, at most `most`.
  ///   - masks: the rows.
  ///   - turn: the batch's.
  func look(
    at numbers: UnsafePointer<UInt16>, count: Int, _ masks: NodeMasks, turn: UInt64
  ) {
    guard self.turn != turn else { return }
    (self.turn, words, present) = (turn, masks.words, 0)
    bits.reserve(KnownValues.most * words, keeping: 0)
    let isFew = count <= 4
    for word in 0..<words {
      let planes = KnownValues.planes(
        numbers + word &<< 6, min(64, masks.rows &- word &<< 6), areTwo: isFew)
      let all = masks.all(word)
      let low = KnownValues.pairs(planes.0, planes.1)
      let high = isFew ? .zero : KnownValues.pairs(planes.2, planes.3)
      for number in 0..<count {
        let found = all & low[number & 3] & (isFew ? ~0 : high[number &>> 2])
        bits.base[number &* words &+ word] = found
        if found != 0 { present |= 1 &<< number }
      }
    }
  }

  /// Where two bits are 0, 1, 2 and 3.
  @inline(__always) private static func pairs(_ low: UInt64, _ high: UInt64) -> SIMD4<UInt64> {
    SIMD4(~low & ~high, low & ~high, ~low & high, low & high)
  }

  /// The lowest four bits of up to 64 numbers, or the lowest two, a word for each.
  @inline(__always) private static func planes(
    _ numbers: UnsafePointer<UInt16>, _ count: Int, areTwo: Bool
  ) -> (UInt64, UInt64, UInt64, UInt64) {
    var planes: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    let bytes = UnsafeRawPointer(numbers)
    var at = 0
    while at < count {
      var eight: UInt64 = 0
      if at &+ 8 <= count {
        let first = (bytes + at &<< 1).loadUnaligned(as: UInt64.self).littleEndian
        let second = (bytes + at &<< 1 + 8).loadUnaligned(as: UInt64.self).littleEndian
        eight = first & lowBytes | (second & lowBytes) &<< 8
      } else {
        for offset in 0..<count &- at {
          let byte = (offset & 3) &<< 1 | offset &>> 2
          eight |= UInt64(numbers[at &+ offset] & 15) &<< UInt64(byte &<< 3)
        }
      }
      planes.0 |= lowestBits(eight) &<< UInt64(at)
      planes.1 |= lowestBits(eight &>> 1) &<< UInt64(at)
      if !areTwo {
        planes.2 |= lowestBits(eight &>> 2) &<< UInt64(at)
        planes.3 |= lowestBits(eight &>> 3) &<< UInt64(at)
      }
      at &+= 8
    }
    return planes
  }

  private static let lowBytes: UInt64 = 0x00FF_00FF_00FF_00FF

  /// The lowest bits of eight bytes that stand for rows 0, 4, 1, 5, 2, 6, 3 and 7: the product brings the one of row `i` to
  /// bit `56 + i`, and none meet.
  @inline(__always) private static func lowestBits(_ bytes: UInt64) -> UInt64 {
    ((bytes & 0x0101_0101_0101_0101) &* 0x0110_0220_0440_0880) &>> 56
  }
}

extension Program {
  /// Fills the masks by what a table says of the values of a column with few of them, all rows of which the frame has.
  func fill(_ column: Int, _ table: ValueTable, into masks: NodeMasks) {
    let (values, known) = (batch.columns[column].dictionary, knownValues[column])
    known.look(
      at: batch.cells[column].numbers, count: values.values.count, masks, turn: turn)
    let truths = table.truths.truths
    masks.fill(with: TruthByte.unknown)
    NodeMasks.forEach(UInt64(known.present), 0) { number in
      if truths[number] == TruthByte.open {
        truths[number] = find(table, values.values[number], pair: 0)
      }
      let rows = known.rows(with: number)
      switch truths[number] {
      case TruthByte.yes: masks.add(rows, to: masks.yes)
      case TruthByte.no: masks.add(rows, to: masks.no)
      case TruthByte.ask: masks.add(rows, to: masks.ask)
      default: return
      }
    }
  }
}

extension NodeMasks {
  @inline(__always) fileprivate func add(
    _ rows: UnsafePointer<UInt64>, to mask: UnsafeMutablePointer<UInt64>
  ) {
    for word in 0..<words { mask[word] |= rows[word] }
  }
}
