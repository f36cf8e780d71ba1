/// Truth with three values: strong Kleene logic.
///
/// S. C. Kleene, Introduction to Metamathematics (1952), § 64.
public enum Truth: String, CaseIterable, Hashable, Sendable, BitwiseCopyable {
  case yes = "true"
  case no = "false"
  case unknown

  /// Makes a truth from a Boolean, unknown from nil.
  public init(_ value: Bool?) {
    switch value {
    case true: self = .yes
    case false: self = .no
    default: self = .unknown
    }
  }

  /// The negation.
  public static prefix func ! (truth: Truth) -> Truth {
    switch truth {
    case .yes: .no
    case .no: .yes
    case .unknown: .unknown
    }
  }

  /// The conjunction: false if either is, else unknown if either is.
  public func and(_ other: Truth) -> Truth {
    if self == .no || other == .no { return .no }
    return self == .unknown || other == .unknown ? .unknown : .yes
  }

  /// The disjunction: true if either is, else unknown if either is.
  public func or(_ other: Truth) -> Truth {
    if self == .yes || other == .yes { return .yes }
    return self == .unknown || other == .unknown ? .unknown : .no
  }
}
