import FenceCore
public import FenceWorkspace
public import Outreach

/// All that a run may touch of the world around it.
public struct Environment {
  /// The files.
  public var files: any FileSystem

  /// Standard input.
  public var input: any ByteReader

  /// Standard output.
  public var output: any ByteWriter

  /// Standard error.
  public var errors: any ByteWriter

  /// Whether standard output is a terminal.
  public var outputIsTerminal: Bool

  /// Whether standard error is a terminal.
  public var errorsAreTerminal: Bool

  /// The columns of the terminal; nil if that is not known.
  public var terminalWidth: Int?

  /// Environment variables.
  public var variables: [String: String]

  /// The clock.
  public var now: () -> Instant

  /// Whether somebody asked for the run to stop.
  public var isInterrupted: () -> Bool

  /// About how many bytes of a list are judged in one go at least; `PartSize`.
  public var partSize = 1 << 19

  /// How much is kept of attempts that are judged alike.
  var classLimits = ClassLimits()

  /// Makes an environment.
  public init(
    files: any FileSystem, input: any ByteReader, output: any ByteWriter, errors: any ByteWriter,
    outputIsTerminal: Bool = false, errorsAreTerminal: Bool = false, terminalWidth: Int? = nil,
    variables: [String: String] = [:], now: @escaping () -> Instant,
    isInterrupted: @escaping () -> Bool = { false }
  ) {
    self.files = files
    self.input = input
    self.output = output
    self.errors = errors
    self.outputIsTerminal = outputIsTerminal
    self.errorsAreTerminal = errorsAreTerminal
    self.terminalWidth = terminalWidth
    self.variables = variables
    self.now = now
    self.isInterrupted = isInterrupted
  }
}
