import FenceDiagnostics
import FenceWorkspace
import Outreach
import OutreachFacts

/// Why policies, plans or contacts cannot be used.
///
/// ```swift
/// do {
///   let policies = try Policies(adding: [Document(path: "acme.fence")])
/// } catch {
///   for problem in error.problems { print(problem) }
/// }
/// ```
public struct LoadingError: Error, Sendable, CustomStringConvertible {
  /// Everything that is wrong, in the order of the documents; never empty.
  public let problems: [Problem]

  /// The problems, a line each.
  public var description: String { problems.map(\.description).joined(separator: "\n") }

  init(_ problems: [Problem]) { self.problems = problems }

  init(_ problem: FileProblem) {
    self.init([Problem(code: nil, message: problem.reason, document: problem.path)])
  }

  init(_ diagnostics: [Diagnostic]) { self.init(diagnostics.map(Problem.init)) }
}

/// One thing that is wrong with a document, and where.
///
/// ```swift
/// // acme.fence:12:9: there is no constant `practice.texts_a_mont` (did you mean `practice.texts_a_month`?)
/// print(problem)
/// ```
public struct Problem: Hashable, Sendable, CustomStringConvertible {
  /// The stable code, such as `F0310` or `D0106`, each of which has a page; nil where a file cannot be read.
  public let code: String?

  /// What is wrong: one line, in the writer's terms.
  public let message: String

  /// What to do, where one thing is obvious.
  public let help: String?

  /// The document.
  public let document: String

  /// The line, from 1; nil for values that were never written down.
  public let line: Int?

  /// The column, from 1, in bytes; nil for values that were never written down.
  public let column: Int?

  /// `document:line:column: message (help)`.
  public var description: String {
    let place = [line, column].compactMap { $0.map { ":\($0)" } }.joined()
    return "\(document)\(place): \(message)" + (help.map { " (\($0))" } ?? "")
  }

  init(
    code: String?, message: String, help: String? = nil, document: String, line: Int? = nil,
    column: Int? = nil
  ) {
    self.code = code
    self.message = message
    self.help = help
    self.document = document
    self.line = line
    self.column = column
  }

  init(_ diagnostic: Diagnostic) {
    let label = diagnostic.primary
    let (line, column) = label.source.position(at: label.range.lower)
    self.init(
      code: diagnostic.code, message: diagnostic.message, help: diagnostic.help,
      document: label.source.name, line: line, column: column)
  }

  // The place means something only where the value was read from text.
  init(_ problem: FactProblem, in document: String, isWritten: Bool) {
    self.init(
      code: problem.kind.rawValue, message: problem.message,
      help: problem.suggestion.map { "did you mean `\($0)`?" }, document: document,
      line: isWritten ? problem.place.line : nil, column: isWritten ? problem.place.column : nil)
  }
}
