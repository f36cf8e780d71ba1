public import FenceDiagnostics
public import Outreach

/// Reads a plan from a JSON document.
///
/// - Parameters:
///   - source: the document.
///   - file: its number in the run's list of files, for origins.
///   - world: against what phones, places and zones are looked up; nil leaves them as they are written.
///   - ownFields: the organisation's own fields.
/// - Returns: the plan, or nil if there is any error, with all diagnostics in the order of their places.
public func readPlan(
  _ source: SourceText, file: Int32, world: World?, ownFields: OwnFields = OwnFields()
) -> (plan: FactRecord?, diagnostics: [Diagnostic]) {
  read(source, as: .plan, file: file, .strict(world: world, ownFields: ownFields))
}

/// Reads an organisation's programme from a JSON document.
///
/// - Parameters:
///   - source: the document.
///   - file: its number in the run's list of files, for origins.
///   - world: against what phones, places and zones are looked up; nil leaves them as they are written.
///   - ownFields: the organisation's own fields.
/// - Returns: the programme, or nil if there is any error, with all diagnostics in the order of their places.
public func readProgramme(
  _ source: SourceText, file: Int32, world: World?, ownFields: OwnFields = OwnFields()
) -> (programme: FactRecord?, diagnostics: [Diagnostic]) {
  read(source, as: .programme, file: file, .strict(world: world, ownFields: ownFields))
}

private func read(
  _ source: SourceText, as kind: RecordKind, file: Int32, _ options: FactDecoder.Options
) -> (FactRecord?, [Diagnostic]) {
  let tree: FactTree
  do {
    tree = try JSONParser.parse(source.bytes[...])
  } catch {
    return (nil, [Diagnostic(error, in: source)])
  }
  var decoder = FactDecoder(file: file, options: options)
  let record = decoder.decode(tree, as: kind)
  return (
    decoder.problems.isEmpty ? record : nil, decoder.problems.map { Diagnostic($0, in: source) }
  )
}

extension FactDecoder.Options {
  /// Everything is read, and unknown keys are problems: plans and programmes.
  public static func strict(
    world: World?, ownFields: OwnFields = OwnFields()
  ) -> FactDecoder.Options {
    var options = FactDecoder.Options(world: world) { didYouMean($0, among: $1) }
    options.ownFields = ownFields
    return options
  }

  /// What is needed is read, and unknown keys are collected: contacts.
  ///
  /// - Parameters:
  ///   - world: against what phones, places and zones are looked up; nil leaves them as they are written.
  ///   - reads: the fields that somebody reads, nil for all; `id` and `phone` are read in any case.
  ///   - ownFields: the organisation's own fields.
  /// - Returns: the options.
  public static func contacts(
    world: World?, reads: FactSet?, ownFields: OwnFields = OwnFields()
  ) -> FactDecoder.Options {
    var options = strict(world: world, ownFields: ownFields)
    options.collectsUnknownKeys = true
    options.reads = reads
    options.reads?.insert("id", of: .contact)
    options.reads?.insert("phone", of: .contact)
    return options
  }
}

extension Diagnostic {
  /// The problem as a diagnostic of its document.
  public init(_ problem: FactProblem, in source: SourceText) {
    let range = SourceRange(problem.place.lower, problem.place.upper)
    self.init(
      code: problem.kind.rawValue, message: problem.message, primary: Label(source, range),
      secondary: problem.related.map {
        [Label(source, SourceRange($0.place.lower, $0.place.upper), $0.message)]
      } ?? [],
      help: problem.suggestion.map { "did you mean `\($0)`?" },
      fix: problem.suggestion.map { suggestion in
        let isQuoted = source.text(in: range).hasPrefix("\"")
        return Fix(
          title: "write `\(suggestion)`",
          edits: [Edit(range, isQuoted ? "\"\(suggestion)\"" : suggestion)])
      })
  }
}

/// The codes of all diagnostics about documents of facts, in order.
public let factDiagnosticCodes = FactProblem.Kind.allCases.map {
  DiagnosticCode($0.rawValue, $0.title)
}
