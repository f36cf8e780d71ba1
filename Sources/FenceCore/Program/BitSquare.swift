/// Squares of 64 by 64 bits: a word a row.
enum BitSquare {
  /// Turns rows into columns: bit `j` of word `i` becomes bit `i` of word `j`.
  ///
  /// Blocks are exchanged from 32 by 32 bits down to single ones (Henry S. Warren, Hacker's Delight, 7-3).
  static func transpose(_ words: UnsafeMutablePointer<UInt64>) {
    var (width, mask) = (32, UInt64(0x0000_0000_FFFF_FFFF))
    while width > 0 {
      let shift = UInt64(width)
      var first = 0
      while first < 64 {
        for row in first..<first &+ width {
          let swapped = ((words[row] &>> shift) ^ words[row &+ width]) & mask
          words[row] ^= swapped &<< shift
          words[row &+ width] ^= swapped
        }
        first &+= 2 &* width
      }
      width &>>= 1
      mask ^= mask &<< UInt64(width)
    }
  }
}
