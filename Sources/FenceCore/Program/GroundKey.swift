import Outreach

/// What a ground depends on.
struct GroundKey: Hashable {
  var numberClass: Int
  var country: UInt16
  var region: UInt16
  var postalCode: UInt16
  var zone: UInt16

  /// What is read of a row of contacts; a postal code only where there is no region.
  @inline(__always) init(numberClass: Int, row: Int, _ cells: UnsafeMutablePointer<ColumnCells>) {
    self.numberClass = numberClass
    country = cells[BatchLayout.country].numbers[row]
    region = cells[BatchLayout.region].numbers[row]
    postalCode = region > FactDictionary.none ? 0 : cells[BatchLayout.postalCode].numbers[row]
    zone = cells[BatchLayout.timeZone].numbers[row]
  }

  /// All of it in sixteen bytes.
  @inline(__always) var packed: (UInt64, UInt64) {
    let first = UInt64(UInt32(truncatingIfNeeded: numberClass)) | UInt64(country) &<< 32
    return (first | UInt64(region) &<< 48, UInt64(postalCode) | UInt64(zone) &<< 16)
  }
}
