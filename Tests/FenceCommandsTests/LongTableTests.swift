import TestSupport
import Testing

@testable import FenceCommands

/// A long table is read into columns, a short one by the exact reader alone, and nobody can tell by what is printed.
struct LongTableTests {
  private static let policy = """
    policy acme "Acme" covers everyone
    rule adults "Adults only" { severity block forbid minor }
    rule stop "Nobody who refused" { severity block forbid opted out }
    rule rows "No refusal of texts on file" { severity block require no x in opt_outs where x.channel is sms }
    rule few "At most one refusal" { severity block require (count of x in opt_outs where x.purpose is any) at most 1 }
    rule agreed "Agreed in writing" { severity block consent written for this channel }
    rule seen "Seen of late" { severity block require last_engaged_at within 9000 hours before attempt }
    rule pressure "Not too often" { severity block cap 2 in any 720 hours }
    rule region "Florida only" { severity block require region is US-FL }

    """

  private static let mapping = """
    policy own "Our exports" covers nobody
    mapping crm "Our CRM" for contact {
      recognised by "Id", "Phone"
      dates day month year in zone "America/New_York"
      words "y" means true, "n" means false
      column "Id" gives id
      column "Phone" gives phone
      column "Mobile" gives phone
      column "State" gives region
      column "Minor" gives minor
      column "Seen" gives last_engaged_at
      column "Stop" gives opt_outs(channel sms, purpose any)
      column "Agreed" gives consents split ";" fields "|" (channel, level, granted_at) { blank means none }
      column "Calls" gives history split ";" fields "|" (channel, at)
      incomplete opt_outs(channel voice, purpose any)
      always country US
    }

    """

  private static let header = "Id,Phone,Mobile,State,Minor,Seen,Stop,Agreed,Calls,Note"

  /// Rows of which most are plain and some have each kind of trouble.
  private static let rows: [String] = {
    var generator = SeededGenerator(seed: 7)
    func pick(_ cells: String...) -> String { cells.randomElement(using: &generator) ?? "" }
    return (1...420).map { number in
      switch number {
      case 250: return "250,+13055550142,,FL,perhaps,,,,,"
      case 251: return "251,+13055550142,,\"FL\",n"
      case 252: return ",,,,,,,,,"
      case 253: return "253,+13055550142,,FL,n,,,,,\"two\nlines\""
      case 254: return "254,4.4E+11,,FL,n,2026-02-30T00:00:00Z,,,,"
      default:
        return [
          "\(number)",
          pick("+13055550142", "+13055550143", "(305) 555-0144", "'+13055550145", "", "305"),
          number % 50 == 0 ? "+13055550149" : "", pick("FL", "Florida", "NY", "", "US-CA"),
          pick("y", "n", "", "TRUE"),
          pick("2026-03-01T10:00:00Z", "1/2/2026", "2026-01-31", "3 Mar 2025 10:00", ""),
          pick("y", "n", ""), pick("sms|written|2026-01-05", "any|express|;sms|written|", ""),
          pick("sms|2026-02-28T10:00:00Z;sms|2026-03-01", "voice|2026-01-01", ""),
          pick("", "\"a, \"\"b\"\"\"", "\"é\""),
        ].joined(separator: ",")
      }
    }
  }()

  private static func check(
    _ rows: ArraySlice<String>, _ words: [String], lineEnd: String = "\n", partSize: Int = 1 << 20
  ) -> Outcome {
    let files = [
      "own/acme.fence": policy, "own/crm.fence": mapping, "plan.json": Files.plan,
      "list.csv": ([header] + rows).joined(separator: lineEnd) + lineEnd,
    ]
    return ringfence(
      [
        "check", "plan.json", "--policies", "own", "--only", "acme", "--contacts", "list.csv",
      ] + words, on: MemoryFiles(files), partSize: partSize)
  }

  @Test(arguments: ["\n", "\r"])
  func aLongTableIsJudgedAsItsPartsAre(_ lineEnd: String) {
    let words = ["--format", "csv"]
    let whole = Self.check(Self.rows[...], words, lineEnd: lineEnd)
    var parts: [Substring] = []
    for start in stride(from: 0, to: Self.rows.count, by: 110) {
      let part = Self.rows[start..<min(start + 110, Self.rows.count)]
      let rows = Self.check(part, words, lineEnd: lineEnd).output.split(separator: "\r\n")
      parts += start == 0 ? rows[...] : rows.dropFirst()
    }
    #expect(parts.count > 400)
    #expect(whole.output.split(separator: "\r\n") == parts)
    #expect(whole.errors.contains("passed over: 1 blank row"))
  }

  @Test(arguments: ["text", "ndjson"])
  func anyPartsAndThreadsWriteTheSame(_ format: String) {
    let words = ["--format", format, "--allowed", "a", "--review", "r", "--blocked", "b"]
    let whole = Self.check(Self.rows[...], words + ["--jobs", "1"])
    #expect(whole.output.count > 1000)
    let other = Self.check(Self.rows[...], words + ["--jobs", "3"], partSize: 3000)
    #expect(other.output == whole.output)
    #expect(other.errors == whole.errors)
    for list in ["a", "r", "b"] { #expect(other.files.text(list) == whole.files.text(list)) }
  }

  /// What is wrong far down in a list is told with its line and column.
  @Test func whatIsWrongIsToldWithItsPlace() {
    let outcome = Self.check(Self.rows[...], ["--format", "ndjson"]).output
    let bad = outcome.split(separator: "\n").filter { $0.contains("\"error\":{") }
    #expect(bad.count == 3)
    expectGolden(bad.joined(separator: "\n") + "\n", "commands/long-table.txt")
  }
}
