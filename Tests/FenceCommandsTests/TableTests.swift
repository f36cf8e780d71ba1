import TestSupport
import Testing

@testable import FenceCommands

/// Tables of contacts, from the command line to the split lists.
struct TableTests {
  static let mapping = """
    policy own "Our exports" covers nobody
    mapping crm "Our CRM" for contact {
      recognised by "Id", "Phone"
      column "Id" gives id
      column "Phone" gives phone
      column "Mobile" gives phone
      column "Minor" gives minor { words "n" means false, "y" means true }
      always region US-FL
    }

    """

  static let table =
    "\u{FEFF}Id,Phone,Mobile,Minor,Note\r\n"
    + "1,+13055550142,,n,\"a \"\"note\"\"\r\nof two lines\"\r\n"
    + "2,+13055550143,+13055550144,y,\r\n"
    + "3,'+13055550145,,,\r\n"
    + "4,+13055550146,,perhaps,\r\n"
    + "5,+13055550147,n\r\n"

  static func files(_ table: String = table, name: String = "list.csv") -> [String: String] {
    [
      "own/acme.fence": Files.policy, "own/crm.fence": mapping, "plan.json": Files.plan,
      name: table,
    ]
  }

  private func check(_ words: String..., files: [String: String]) -> Outcome {
    ringfence(
      ["check", "plan.json", "--policies", "own", "--only", "acme.adults"] + words,
      on: MemoryFiles(files))
  }

  @Test func judgesRows() {
    let outcome = check("--contacts", "list.csv", "--format", "csv", files: Self.files())
    // Number, step, decision and failed rules are what is asked here.
    let rows = outcome.output.split(separator: "\r\n").dropFirst().map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).prefix(6).joined(separator: ",")
    }
    #expect(
      rows == [
        "1,+1305•••••42,text-1,allowed,,", "2,+1305•••••43,text-1,blocked,acme.adults,",
        "2,+1305•••••44,text-1,blocked,acme.adults,",
        "3,+1305•••••45,text-1,review,,acme.adults", "4,,,review,,ringfence.record",
        ",,,review,,ringfence.record",
      ])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("read by the mapping `own.crm`, cells separated by commas"))
    #expect(outcome.errors.contains("not read: `Note`"))
    #expect(outcome.errors.contains("1 number read without the `'`"))
  }

  @Test func splitsRowsAsTheyWere() {
    let outcome = check(
      "--contacts", "list.csv", "--allowed", "a", "--review", "r", "--blocked", "b",
      files: Self.files())
    let lines = Self.table.split(separator: "\r\n", omittingEmptySubsequences: false)
    let header = lines[0] + "\r\n"
    #expect(outcome.files.text("a") == header + lines[1] + "\r\n" + lines[2] + "\r\n")
    #expect(outcome.files.text("b") == header + lines[3] + "\r\n")
    #expect(
      outcome.files.text("r") == header + lines[4...6].map { $0 + "\r\n" }.joined())
    // Together they hold every row once.
    let parts = ["a", "b", "r"].compactMap { outcome.files.text($0)?.dropFirst(header.count) }
    #expect(parts.reduce(0) { $0 + $1.utf8.count } + header.utf8.count == Self.table.utf8.count)
  }

  /// A row of two numbers, of which one may be contacted, is not put on the list of those who may.
  @Test func theWorstNumberOfARowDecides() {
    let policy = """
      policy acme "Acme" covers everyone
      rule adults "One number only" { severity block forbid phone is "+13055550144" }

      """
    var files = Self.files(
      "Id,Phone,Mobile\n1,+13055550143,+13055550144\n2,+13055550144,+13055550143\n")
    files["own/acme.fence"] = policy
    let outcome = check("--contacts", "list.csv", "--allowed", "a", "--blocked", "b", files: files)
    #expect(outcome.files.text("a") == "Id,Phone,Mobile\n")
    #expect(outcome.files.text("b") == files["list.csv"])
  }

  @Test func readsTabsAndStandardInput() {
    let tabs = "Id\tPhone\tMinor\n1\t+13055550142\tn\n"
    let file = check("--contacts", "list.tsv", files: Self.files(tabs, name: "list.tsv"))
    #expect(file.status == 0, "\(file.errors)")
    let input = ringfence(
      [
        "check", "plan.json", "--policies", "own", "--only", "acme.adults", "--contacts", "-",
        "--contacts-format", "tsv",
      ], on: MemoryFiles(Self.files()), input: tabs)
    #expect(input.status == 0, "\(input.errors)")
  }

  @Test func explainsWithTheCellsPlace() {
    let outcome = ringfence(
      [
        "explain", "2", "--plan", "plan.json", "--contacts", "list.csv", "--policies", "own",
        "--only", "acme.adults",
      ], on: MemoryFiles(Self.files()))
    #expect(outcome.output.contains("contact.minor = yes list.csv:4:29"), "\(outcome.output)")
  }

  @Test func endsWithFourWhereNoMappingFits() {
    let outcome = check(
      "--contacts", "list.csv", files: Self.files("Nr,Tel,\"Say \"\"hi\"\"\"\n1,+13055550142,x\n"))
    #expect(outcome.status == 4)
    #expect(outcome.output.isEmpty)
    expectGolden(outcome.errors, "commands/unmapped.txt")
    // What is shown can be pasted, and then reads the file.
    let lines = outcome.errors.split(separator: "\n", omittingEmptySubsequences: false)
    let start = lines.firstIndex { $0.hasPrefix("  policy own") } ?? lines.endIndex
    var files = Self.files("Nr,Tel,\"Say \"\"hi\"\"\"\n1,+13055550142,x\n")
    files["own/crm.fence"] = lines[start...].map { $0.dropFirst(2) + "\n" }.joined()
    let again = check("--contacts", "list.csv", files: files)
    #expect(again.status == 1, "\(again.errors)")
    #expect(again.errors.contains("read by the mapping `own.list`"))
  }

  /// A list without a header has a number for one.
  @Test func numbersInTheHeaderAreMasked() {
    let unmapped = check("--contacts", "list.csv", files: Self.files("+13055550142,Ada\n"))
    #expect(unmapped.status == 4)
    let unread = check(
      "--contacts", "list.csv", files: Self.files("Id,Phone,+13055550142\n1,+13055550143,x\n"))
    #expect(unread.errors.contains("not read"))
    #expect(!(unmapped.errors + unread.errors).contains("555014"))
  }

  @Test func namesChooseMappings() {
    let files = Self.files("Id,Phone,Minor\n1,+13055550142,n\n")
    #expect(check("--contacts", "list.csv", "--mapping", "own.crm", files: files).status == 0)
    let unknown = check("--contacts", "list.csv", "--mapping", "crn", files: files)
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("did you mean `crm`?"))
    let wrong = check("--contacts", "list.csv", "--mapping", "shopify", files: files)
    #expect(wrong.status == 1, "\(wrong.errors)")
    #expect(wrong.errors.contains("not there, so what they give is unknown"))
  }

  @Test func oneListHoldsOneKindOfRows() {
    var files = Self.files("Id,Phone,Minor\n1,+13055550142,n\n")
    files["more.csv"] = "Phone,Id,Minor\n+13055550143,2,n\n"
    let both = check(
      "--contacts", "list.csv", "--contacts", "more.csv", "--allowed", "a", files: files)
    #expect(both.status == 4)
    #expect(both.errors.contains("is not put together like list.csv"))
    #expect(check("--contacts", "list.csv", "--contacts", "more.csv", files: files).status == 0)
  }
}
