/// One policy file that ships with the program.
public struct ShippedPolicy: Sendable {
  /// Its path under `Policies`: `US/FL.fence`.
  public let path: String

  private let text: StaticString

  /// Its bytes, as they stand in the repository.
  public var bytes: [UInt8] { text.withUTF8Buffer { Array($0) } }

  init(_ path: String, _ text: StaticString) {
    self.path = path
    self.text = text
  }
}
