import FenceReports

/// Something that `list` lists.
struct ListTopic: Sendable {
  /// Its name on the command line, in the plural.
  var name: String

  /// What it is, in a few words.
  var summary: String

  /// Whether `--on` and `--stale` choose among its rows.
  var filters: [Option] = []

  /// Makes the list.
  var make: @Sendable (Lister) throws -> Listing

  /// The topics, in the order of the help.
  static let all: [ListTopic] = [
    ListTopic(
      name: "policies", summary: "policies with what they cover and hold",
      filters: [.on, .stale], make: { try $0.policies() }),
    ListTopic(
      name: "rules", summary: "rules with period, severity, law and review dates",
      filters: [.on, .stale], make: { try $0.rules() }),
    ListTopic(
      name: "gaps", summary: "duties that are known and not encoded",
      filters: [.on, .stale], make: { try $0.gaps() }),
    ListTopic(
      name: "waivers", summary: "an organisation's dated overrides, with who decided and why",
      filters: [.on], make: { try $0.waivers() }),
    ListTopic(
      name: "notes", summary: "penalties, enforcement, history: shown, never judged",
      make: { try $0.notes() }),
    ListTopic(
      name: "sources", summary: "laws and standards with evidence, confidence and review dates",
      filters: [.stale], make: { try $0.sources() }),
    ListTopic(
      name: "registers", summary: "authorities' lists: do-not-call, licences, templates",
      filters: [.on], make: { try $0.registers() }),
    ListTopic(
      name: "constants", summary: "named values, and those that an organisation overrides",
      make: { try $0.constants() }),
    ListTopic(
      name: "fields", summary: "the organisation's own fields", make: { try $0.fields() }),
    ListTopic(
      name: "segments", summary: "groups of contacts that reports count",
      make: { try $0.segments() }),
    ListTopic(
      name: "calendars", summary: "calendars; `ringfence calendar NAME` shows the days of one",
      make: { try $0.calendars() }),
    ListTopic(
      name: "phrases", summary: "words by which a message is seen to say something",
      make: { try $0.phrases() }),
    ListTopic(
      name: "facts", summary: "every field of contact, plan and programme",
      make: { _ in Lister.facts }),
    ListTopic(
      name: "words", summary: "the closed lists of words that facts take",
      make: { _ in Lister.words }),
    ListTopic(
      name: "verbs", summary: "the verbs of Fence, with examples", make: { _ in Lister.verbs }),
    ListTopic(
      name: "functions", summary: "connectives, comparisons and functions of Fence, with examples",
      make: { _ in Lister.functions }),
    ListTopic(
      name: "zones", summary: "time zones with their places and today's offset",
      make: { $0.zones() }),
    ListTopic(
      name: "countries", summary: "countries and territories with their time zones",
      make: { $0.countries() }),
    ListTopic(
      name: "tables", summary: "the releases of the tables in this program",
      make: { $0.tables() }),
    ListTopic(
      name: "codes", summary: "the codes of diagnostics", make: { _ in Lister.codeList }),
  ]
}
