public import Outreach

extension UnknownKey {
  /// Whether the key is most likely a misspelt list that somebody reads.
  public func hides(listIn reads: FactSet) -> Bool {
    guard !isOwn, let nearest, let index = record.index(of: nearest),
      reads.contains(index, of: record)
    else { return false }
    switch record.fields[index].type {
    case .list, .table: return true
    default: return false
    }
  }
}
