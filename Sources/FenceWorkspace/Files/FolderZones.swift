public import Outreach
import OutreachFacts

/// The zones of a folder of TZif files, such as `/usr/share/zoneinfo`; what it lacks comes from the compiled tables.
public struct FolderZones: ZoneSource {
  /// The release of the database in the folder, with the folder; `unknown release` where no file tells.
  public let version: String

  /// Every name, sorted by its bytes.
  public let names: [String]

  /// The compiled names that the folder lacks, sorted: their histories are those of the compiled release.
  public let missing: [String]

  private let histories: [String: ZoneHistory]

  /// Reads every file of the folder.
  ///
  /// - Parameters:
  ///   - folder: the folder; `posix` and `right` in it, which repeat the zones, are passed over.
  ///   - files: where it is.
  ///   - compiled: the zones of this program.
  /// - Throws: a problem if the folder holds no zones, or one of them is damaged.
  public init(
    _ folder: String, files: any FileSystem, compiled: any ZoneSource
  ) throws(FileProblem) {
    var histories: [String: ZoneHistory] = [:]
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    for path in try files.files(endingIn: "", under: folder) {
      let name = String(path.dropFirst(prefix.count))
      guard !name.hasPrefix("posix/"), !name.hasPrefix("right/") else { continue }
      let bytes = try files.contents(of: path)
      guard ZoneFile.looksLikeOne(bytes) else { continue }
      do {
        histories[name] = try ZoneFile.history(bytes, name: name)
      } catch {
        throw FileProblem(path: path, reason: "the time zone file \(error.reason)")
      }
    }
    guard !histories.isEmpty else {
      throw FileProblem(path: folder, reason: "it holds no time zone files")
    }
    missing = compiled.names.filter { histories[$0] == nil }
    for name in missing { histories[name] = compiled.history(of: name) }
    names = histories.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    self.histories = histories
    let release = FolderZones.release(prefix, files) ?? "unknown release"
    version = "\(release) (\(folder))"
  }

  /// The history of a zone or of one of its aliases; nil if there is none such.
  public func history(of name: String) -> ZoneHistory? { histories[name] }

  /// The first line of `tzdata.zi` is `# version 2026f`; elsewhere `+VERSION` holds the release alone.
  private static func release(_ prefix: String, _ files: any FileSystem) -> String? {
    for name in ["tzdata.zi", "+VERSION"] {
      guard let bytes = try? files.contents(of: prefix + name) else { continue }
      let line = String(decoding: bytes.prefix { $0 != 0x0A }.prefix(60), as: UTF8.self)
      if let word = line.split(separator: " ").last { return String(word) }
    }
    return nil
  }
}
