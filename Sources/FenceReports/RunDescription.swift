public import FenceCore
public import Outreach

/// What was judged with what: the part of a report that every form of it repeats.
public struct RunDescription: Sendable {
  /// The program and its version: `ringfence 0.1.0`.
  public var tool: String

  /// The policies loaded.
  public var policies: LoadedPolicies

  /// The release of the time zone database by which local time was told: `2026f`.
  public var tzdb: String

  /// The plan.
  public var plan: PlanDescription

  /// The names of the files read, by their number in `Origin`.
  public var files: [String]

  /// Makes a description.
  public init(
    tool: String, policies: LoadedPolicies, tzdb: String, plan: PlanDescription, files: [String]
  ) {
    self.tool = tool
    self.policies = policies
    self.tzdb = tzdb
    self.plan = plan
    self.files = files
  }

  /// The place as `plan.json:9:14`; nil for a fact that was read nowhere.
  func location(_ origin: Origin) -> String? {
    file(of: origin).map { "\($0):\(origin.line):\(origin.column)" }
  }

  /// The name of the file in which a fact was read; nil for a fact that was read nowhere.
  func file(of origin: Origin) -> String? {
    let index = Int(origin.file)
    return files.indices.contains(index) ? files[index] : nil
  }
}

/// The policies loaded, counted and fingerprinted.
public struct LoadedPolicies: Hashable, Sendable {
  /// `sha256:` and the digest of every policy file in the order of their names.
  public var fingerprint: String

  /// How many policies.
  public var count: Int

  /// How many rules are in them, gaps included.
  public var rules: Int

  /// The policies that the user's folders added to the shipped ones, sorted.
  public var added: [String]

  /// The shipped policies that the user's folders replaced, sorted.
  public var replaced: [String]

  /// Every waiver, also of those that have ended.
  public var waivers: [Waiver]

  /// The constants for which an organisation chose another value.
  public var overridden: [NamedConstant]

  /// Makes the counts.
  public init(
    fingerprint: String, count: Int, rules: Int, added: [String] = [], replaced: [String] = [],
    waivers: [Waiver] = [], overridden: [NamedConstant] = []
  ) {
    self.fingerprint = fingerprint
    self.count = count
    self.rules = rules
    self.added = added
    self.replaced = replaced
    self.waivers = waivers
    self.overridden = overridden
  }
}

/// A plan as reports name it.
public struct PlanDescription: Sendable {
  /// Its file.
  public var file: String

  /// The campaign's id where it has one.
  public var campaign: String?

  /// Its steps, in order.
  public var steps: [Step]

  /// Makes a description.
  public init(file: String, campaign: String?, steps: [Step]) {
    self.file = file
    self.campaign = campaign
    self.steps = steps
  }

  /// A step as reports name it.
  public struct Step: Sendable {
    /// Its id; a number from 1 where it has none.
    public var id: String

    /// Its channel; nil if the plan does not say.
    public var channel: String?

    /// Where it begins in the plan.
    public var origin: Origin

    /// Makes a description.
    public init(id: String, channel: String?, origin: Origin) {
      self.id = id
      self.channel = channel
      self.origin = origin
    }
  }
}
