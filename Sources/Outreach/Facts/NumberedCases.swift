/// An enumeration of at most 256 cases without values, which tells the place of a case without looking for it.
public protocol NumberedCases: CaseIterable {}

extension NumberedCases {
  /// The place of the case among all cases, from 0.
  public var number: Int { withUnsafeBytes(of: self) { Int($0[0]) } }
}
