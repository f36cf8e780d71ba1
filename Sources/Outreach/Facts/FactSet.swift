/// The fields that somebody reads, by record: what the loaded rules need of a document.
public struct FactSet: Hashable, Sendable {
  /// One bit a field of the kind's schema, in the order of `RecordKind.allCases`.
  private var masks: [RecordKind: UInt64] = [:]

  /// Makes an empty set.
  public init() {}

  /// Adds a field by its name; a name that the kind lacks is left out.
  public mutating func insert(_ name: String, of kind: RecordKind) {
    guard let index = kind.index(of: name) else { return }
    insert(index, of: kind)
  }

  /// Adds a field by its place in the schema (below 64).
  public mutating func insert(_ index: Int, of kind: RecordKind) {
    masks[kind, default: 0] |= 1 << UInt64(index)
  }

  /// Whether a field is in the set, by its place in the schema.
  public func contains(_ index: Int, of kind: RecordKind) -> Bool {
    (masks[kind] ?? 0) & (1 << UInt64(index)) != 0
  }

  /// Adds every field of another set.
  public mutating func formUnion(_ other: FactSet) {
    masks.merge(other.masks) { $0 | $1 }
  }
}
