import FenceCore
import FenceWorkspace
import Outreach

@testable import FenceCommands

/// Files that exist nowhere but here.
final class MemoryFiles: FileSystem, @unchecked Sendable {
  private(set) var contents: [String: [UInt8]]

  /// The path of a file that nobody may write.
  var lockedPath: String?

  init(_ texts: [String: String]) { contents = texts.mapValues { Array($0.utf8) } }

  func text(_ path: String) -> String? {
    contents[path].map { String(decoding: $0, as: UTF8.self) }
  }

  func reader(of path: String) throws(FileProblem) -> any ByteReader {
    guard let bytes = contents[path] else {
      throw FileProblem(path: path, reason: "there is no such file")
    }
    return MemoryReader(bytes)
  }

  func replacement(of path: String) throws(FileProblem) -> any FileReplacement {
    guard path != lockedPath else { throw FileProblem(path: path, reason: "access is denied") }
    return MemoryReplacement { self.contents[path] = $0 }
  }

  func identity(of path: String) -> String? {
    path.hasPrefix("./") ? String(path.dropFirst(2)) : path
  }

  func size(of path: String) -> Int? { contents[path]?.count }

  func kind(of path: String) -> FileKind? {
    if contents[path] != nil { return .file }
    return contents.keys.contains { $0.hasPrefix(path + "/") } ? .folder : nil
  }

  func names(in folder: String) throws(FileProblem) -> [String] {
    let inner = contents.keys.filter { $0.hasPrefix(folder + "/") }
    guard !inner.isEmpty else {
      throw FileProblem(path: folder, reason: "there is no such folder")
    }
    return Set(
      inner.map { String($0.dropFirst(folder.count + 1).prefix { $0 != "/" }) }
    ).sorted()
  }
}

/// Hands bytes out in small pieces, so that records are cut anywhere.
final class MemoryReader: ByteReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  func read(into bytes: inout [UInt8]) throws(FileProblem) -> Bool {
    bytes += rest.prefix(61)
    defer { rest = rest.dropFirst(61) }
    return !rest.isEmpty
  }
}

/// Hands bytes on to whoever asked for them; one that breaks behaves like a pipe without a reader.
final class MemoryWriter: ByteWriter {
  private let take: ([UInt8]) -> Void
  private let breaksAfter: Int
  private var written = 0

  init(breaksAfter: Int = .max, _ take: @escaping ([UInt8]) -> Void) {
    self.breaksAfter = breaksAfter
    self.take = take
  }

  func write(_ piece: [UInt8]) throws(FileProblem) {
    written += piece.count
    guard written <= breaksAfter else {
      throw FileProblem(path: "-", reason: "broken pipe", isClosedPipe: true)
    }
    take(piece)
  }

  func flush() throws(FileProblem) {}
}

/// Keeps bytes back until they are all there.
final class MemoryReplacement: FileReplacement {
  private let put: ([UInt8]) -> Void
  private var pending: [UInt8] = []

  init(_ put: @escaping ([UInt8]) -> Void) { self.put = put }

  func write(_ piece: [UInt8]) throws(FileProblem) { pending += piece }

  func flush() throws(FileProblem) {}

  func commit() throws(FileProblem) { put(pending) }
}

/// What a run left behind.
struct Outcome {
  var status: Int32
  var output: String
  var errors: String
  var files: MemoryFiles
}

/// Runs the program in process, on files in memory, at noon of 2 March 2026.
func ringfence(
  _ arguments: String..., files: [String: String] = [:], input: String = "",
  isTerminal: Bool = false, variables: [String: String] = [:], breaksAfter: Int = .max,
  interruptedAfter: Int = .max, locked: String? = nil, partSize: Int = 1 << 20
) -> Outcome {
  let memory = MemoryFiles(files)
  memory.lockedPath = locked
  return ringfence(
    arguments, on: memory, input: input, isTerminal: isTerminal, variables: variables,
    breaksAfter: breaksAfter, interruptedAfter: interruptedAfter, partSize: partSize)
}

/// Runs the program in process, on files that are already there; somebody may watch it on a terminal by a clock that
/// goes on by so many milliseconds whenever it is looked at.
func ringfence(
  _ arguments: [String], on memory: MemoryFiles, input: String = "", isTerminal: Bool = false,
  variables: [String: String] = [:], breaksAfter: Int = .max, interruptedAfter: Int = .max,
  partSize: Int = 1 << 20, clockTicks: Int64? = nil, classLimits: ClassLimits = ClassLimits()
) -> Outcome {
  var output: [UInt8] = []
  var errors: [UInt8] = []
  var looks = 0
  var now = Instant(rfc3339: "2026-03-02T12:00:00Z") ?? .distantPast
  var environment = Environment(
    files: memory, input: MemoryReader(Array(input.utf8)),
    output: MemoryWriter(breaksAfter: breaksAfter) { output += $0 },
    errors: MemoryWriter { errors += $0 }, outputIsTerminal: isTerminal,
    errorsAreTerminal: clockTicks != nil, terminalWidth: nil, variables: variables,
    now: {
      now = now.adding(milliseconds: clockTicks ?? 0)
      return now
    },
    isInterrupted: {
      looks += 1
      return looks > interruptedAfter
    })
  environment.partSize = partSize
  environment.classLimits = classLimits
  let status = run(arguments: arguments, environment: environment)
  return Outcome(
    status: status, output: String(decoding: output, as: UTF8.self),
    errors: String(decoding: errors, as: UTF8.self), files: memory)
}
