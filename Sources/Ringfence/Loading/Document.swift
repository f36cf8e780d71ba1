import FenceDiagnostics
import FenceWorkspace
import OutreachFacts

/// Something to read: a policy, a plan, a programme or a list of contacts.
///
/// ```swift
/// let fromDisk = Document(path: "spring.json")
/// let fromMemory = Document(name: "acme.fence", text: "policy acme \"Acme\" covers everyone")
/// ```
public struct Document: Sendable {
  /// The name under which problems and findings speak of it; its ending says how it is written.
  public let name: String

  private let content: [UInt8]?

  /// A file on disk, read when it is needed.
  public init(path: String) {
    name = path
    content = nil
  }

  /// Bytes in memory.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    content = bytes
  }

  /// Text in memory.
  public init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The whole of it.
  func source() throws(LoadingError) -> SourceText {
    if let content { return SourceText(name: name, bytes: content) }
    do {
      return SourceText(name: name, bytes: try Disk().contents(of: name))
    } catch {
      throw LoadingError(error)
    }
  }

  /// Its bytes, piece by piece.
  func pieces() throws(LoadingError) -> ByteSource {
    if let content { return ByteSource(content) }
    do {
      let reader = try Disk().reader(of: name)
      return ByteSource { bytes in try reader.read(into: &bytes) }
    } catch {
      throw LoadingError(error)
    }
  }

  /// How contacts are written in it, by its ending; lines where that does not say.
  var contactFormat: ContactFormat { ContactFormat(ending: name) ?? .lines }
}
