public import FenceDiagnostics
import FenceSemantics
import FenceSyntax
public import Outreach
import OutreachFacts

/// A plan as it was read, with the programme that goes with it.
public struct PlanFile: Sendable {
  /// A record of kind `plan`.
  public var plan: FactRecord

  /// A record of kind `programme`; nil if nothing is known of it but what the plan carries.
  public var programme: FactRecord?

  /// The texts of the files read, by their number in `Origin`: the plan, then the programme if there is one.
  public var sources: [SourceText]

  /// What is worth saying of the files, but no error.
  public var warnings: [Diagnostic]

  /// Reads a plan, and a programme if there is one.
  ///
  /// - Parameters:
  ///   - plan: a JSON document, or a Fence file with one `campaign` block.
  ///   - programme: a JSON document.
  ///   - world: against what phones, places and zones are looked up.
  ///   - ownFields: the organisation's own fields.
  /// - Throws: `DocumentProblem` with everything wrong with either.
  public init(
    plan: SourceText, programme: SourceText?, world: World, ownFields: OwnFields = OwnFields()
  ) throws(DocumentProblem) {
    let (record, diagnostics) =
      plan.name.hasSuffix(".fence")
      ? PlanFile.readCampaign(plan, world, ownFields)
      : readPlan(plan, file: 0, world: world, ownFields: ownFields)
    sources = [plan]
    var found = diagnostics
    var standing: FactRecord?
    if let programme {
      let (record, diagnostics) = readProgramme(
        programme, file: 1, world: world, ownFields: ownFields)
      sources.append(programme)
      standing = record
      found += diagnostics
    }
    guard let record, programme == nil || standing != nil,
      !found.contains(where: { $0.severity == .error })
    else { throw DocumentProblem(diagnostics: found) }
    self.plan = record
    self.programme = standing
    warnings = found
  }

  private static func readCampaign(
    _ source: SourceText, _ world: World, _ ownFields: OwnFields
  ) -> (FactRecord?, [Diagnostic]) {
    let parsed = parse(source)
    guard !parsed.diagnostics.contains(where: { $0.severity == .error }) else {
      return (nil, parsed.diagnostics)
    }
    let places = world.places
    let found = compile(
      [parsed], context: CheckContext(placeExists: { places.exists($0) })
    ).campaigns
    guard let campaign = found.first, found.count == 1 else {
      let message =
        found.isEmpty
        ? "a plan in Fence is a `campaign { … }` block, of which there is none here"
        : "a plan is one `campaign { … }` block; put each into a file of its own"
      let range = found.dropFirst().first?.range ?? SourceRange(0, 0)
      return (
        nil,
        [
          Diagnostic(
            code: FactProblem.Kind.noSteps.rawValue, message: message,
            primary: Diagnostic.Label(source, range))
        ]
      )
    }
    var options = FactDecoder.Options.strict(world: world, ownFields: ownFields)
    options.isFence = true
    var decoder = FactDecoder(file: 0, options: options)
    let record = decoder.decode(campaign.facts.expandingShortPlan(), as: .plan)
    let problems = decoder.problems.map { Diagnostic($0, in: source) }
    return (problems.isEmpty ? record : nil, parsed.diagnostics + problems)
  }
}

/// A document that cannot be read as what it claims to be.
public struct DocumentProblem: Error, Sendable {
  /// Everything wrong with it.
  public var diagnostics: [Diagnostic]
}
