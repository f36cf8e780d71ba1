public import Outreach
import Synchronization

/// The compiled zones, each decoded once for as long as the program runs; may be shared by threads.
public final class SharedZones: ZoneSource {
  private let zones = CompiledZones()
  private let decoded = Mutex<[String: ZoneHistory]>([:])

  /// Opens the table.
  public init() {}

  /// The release of the IANA database, such as `2025b`.
  public var version: String { zones.version }

  /// Every name, sorted by its bytes.
  public var names: [String] { zones.names }

  /// The history of a zone or of one of its aliases; nil if there is none such.
  public func history(of name: String) -> ZoneHistory? {
    decoded.withLock { known in
      if let history = known[name] { return history }
      let history = zones.history(of: name)
      known[name] = history
      return history
    }
  }
}
