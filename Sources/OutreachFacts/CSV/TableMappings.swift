import FenceDiagnostics
public import Outreach

/// The mappings that a run may read tables with.
public struct TableMappings: Sendable {
  private let mappings: [ContactMapping]
  private let named: ContactMapping?
  private let isPlain: Bool

  /// The name of the mapping that reads tables whose columns are called as facts are.
  public static let plainName = "plain"

  /// Makes the choice.
  ///
  /// - Parameters:
  ///   - mappings: those among which the header of a table decides.
  ///   - named: the one to read every table with, by its id, its name or `plain`; nil to let headers decide.
  /// - Throws: `NoSuchMapping` if no mapping or several have that name.
  public init(_ mappings: [ContactMapping], named: String?) throws(NoSuchMapping) {
    self.mappings = mappings
    isPlain = named == TableMappings.plainName
    guard let named, !isPlain else {
      self.named = nil
      return
    }
    let found = mappings.filter { $0.id == named || $0.id.hasSuffix("." + named) }
    guard found.count == 1 else {
      throw NoSuchMapping(
        name: named, candidates: found.map(\.id),
        nearest: didYouMean(
          named, among: mappings.flatMap { [$0.id, $0.name] } + [TableMappings.plainName]))
    }
    self.named = found[0]
  }

  /// A name that no mapping has, or several.
  public struct NoSuchMapping: Error {
    /// The name.
    public var name: String

    /// The ids of the mappings that have it.
    public var candidates: [String]

    /// The nearest name that one has.
    public var nearest: String?
  }

  /// What separates the cells of every table, if the mapping to read them with says so.
  var separator: UInt8? { named?.separator }

  /// The mapping to read a table with.
  ///
  /// - Throws: `UnmappedTable` if none fits its header, or several do.
  func mapping(of header: TableHeader) throws(UnmappedTable) -> ContactMapping {
    if let named { return named }
    if isPlain { return ContactMapping.plain(header) }
    var fitting = mappings.filter { mapping in
      !mapping.recognisedBy.isEmpty && header.missing(for: mapping).isEmpty
        && (mapping.separator ?? header.separator) == header.separator
    }
    if ContactMapping.isPlain(header) { fitting.append(ContactMapping.plain(header)) }
    if fitting.count == 1 { return fitting[0] }
    throw fitting.isEmpty ? unmapped(header) : ambiguous(header, fitting.map(\.id))
  }

  private func ambiguous(_ header: TableHeader, _ fitting: [String]) -> UnmappedTable {
    let names = fitting.map { "`\($0)`" }.joined(separator: " and ")
    return UnmappedTable(
      problem: FactProblem(
        .unmapped, "the mappings \(names) fit this header; say which with `--mapping`",
        at: .startOfFile),
      advice: [])
  }

  private func unmapped(_ header: TableHeader) -> UnmappedTable {
    var message = "no mapping fits the header of this table"
    let nearest = mappings.filter { !$0.recognisedBy.isEmpty }
      .map { (mapping: $0, missing: header.missing(for: $0)) }
      .filter { $0.missing.count * 2 <= $0.mapping.recognisedBy.count }
      .min { $0.missing.count < $1.missing.count }
    if let nearest {
      let columns = nearest.missing.map { "`\($0)`" }.joined(separator: ", ")
      message += "; the nearest is `\(nearest.mapping.id)`, which also needs \(columns)"
    }
    return UnmappedTable(
      problem: FactProblem(.unmapped, message, at: .startOfFile),
      advice: [
        "name one with `--mapping`, or write your own; this one is a start for a file below `--policies`:",
        "",
      ] + MappingStarter(header, knowing: mappings).lines)
  }
}

/// A table that no mapping fits, or several do.
public struct UnmappedTable: Error, Sendable {
  /// What is wrong.
  public var problem: FactProblem

  /// What to do, line by line.
  public var advice: [String]
}

extension ContactMapping {
  /// The name without that of the policy.
  var name: String {
    id.split(separator: ".").last.map(String.init) ?? id
  }
}
