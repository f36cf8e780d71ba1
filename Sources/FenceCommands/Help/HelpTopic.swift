import FenceReports

/// A page of the help that is not about one command.
struct HelpTopic: Sendable {
  /// Its name behind `ringfence help`.
  var name: String

  /// What it is about, in a few words.
  var summary: String

  /// Writes it.
  var write: @Sendable (inout HelpPage) -> Void

  /// The topics, in the order of the help.
  static let all: [HelpTopic] = [
    plan, contacts, programme, policies, facts, verbs, functions, lists, formats, masking,
    exitStatuses, clock,
  ]

  /// The page as text or colours.
  func page(_ style: PageStyle) -> [UInt8] {
    var page = HelpPage(style)
    page.paragraph(summary.prefix(1).uppercased() + summary.dropFirst())
    write(&page)
    return page.bytes
  }
}

extension ExitStatus {
  /// What a run with this status did, for the help.
  var meaning: String {
    switch self {
    case .passed: "everything asked for passed"
    case .findings: "there are findings at or above `--fail-on`"
    case .usage: "the command line is wrong"
    case .policies: "a policy does not load"
    case .input: "a plan or contact file cannot be read"
    case .defect: "a defect of the program"
    case .interrupted: "interrupted; what was written is whole"
    }
  }

  /// Statuses with their meanings.
  static var rows: [(name: String, meaning: String)] {
    allCases.map { ("\($0.rawValue)", $0.meaning) }
  }
}
