/// One policy file that ships with the program, with what the index says of it.
public struct ShippedPolicy: Sendable {
  /// Its path under `Policies`: `US/FL.fence`.
  public let path: String

  /// The name in its header: `US-FL`.
  public let name: String

  /// The policy it stands within; nil for none.
  public let parent: String?

  /// Whom it covers.
  public let coverage: Coverage

  /// How many rules it has, gaps included.
  public let ruleCount: Int

  /// Whether it says something beyond the recipients that it covers: rules of the whole list, or segments.
  public let concernsEveryList: Bool

  /// Whether it holds nothing but mappings, which only runs with tables need.
  public let holdsMappings: Bool

  /// The other policies whose names stand in it, sorted.
  public let mentions: [String]

  /// The SHA-256 of its bytes, in hexadecimal digits.
  public let digest: String

  /// What it was compiled to, without its phrases, as the encoder of `FenceCore` writes it.
  public let compiled: StaticString

  /// Its phrases, by which every policy reads a message, as the encoder of `FenceCore` writes them; empty if it has none.
  public let phrases: StaticString

  private let text: StaticString
  private let packed: StaticString

  /// Its bytes, as they stand in the repository.
  ///
  /// - Complexity: linear in its length; its tests, most of it, are unpacked.
  public var bytes: [UInt8] {
    guard packed.utf8CodeUnitCount > 0 else { return bytesWithoutTests }
    return packed.withUTF8Buffer { PackedText.unpack($0) }
  }

  /// Its bytes with nothing on the lines of its tests.
  public var bytesWithoutTests: [UInt8] { text.withUTF8Buffer { Array($0) } }

  /// Whom a shipped policy covers.
  public enum Coverage: Sendable {
    /// Nobody: its names are there for other policies.
    case nobody
    /// Every attempt.
    case everyone
    /// Recipients, senders or both in places, by their ISO 3166 codes.
    case places([String], recipients: Bool, senders: Bool)
  }

  init(
    _ path: String, name: String, parent: String?, coverage: Coverage, ruleCount: Int,
    concernsEveryList: Bool, holdsMappings: Bool, mentions: [String], digest: String,
    compiled: StaticString = "", phrases: StaticString = "", _ text: StaticString,
    packed: StaticString = ""
  ) {
    self.path = path
    self.name = name
    self.parent = parent
    self.coverage = coverage
    self.ruleCount = ruleCount
    self.concernsEveryList = concernsEveryList
    self.holdsMappings = holdsMappings
    self.mentions = mentions
    self.digest = digest
    self.compiled = compiled
    self.phrases = phrases
    self.text = text
    self.packed = packed
  }
}
