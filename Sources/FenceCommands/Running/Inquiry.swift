import FenceCore
import FenceDiagnostics
import FenceReports
import FenceWorkspace
import Outreach
import OutreachFacts

/// What `explain` and `when` begin with: the contacts asked about, found in the files, and a judge of the plan.
struct Inquiry {
  let judge: Judge
  let run: RunDescription
  let world: World

  /// The steps asked about, by their number in the plan.
  let steps: [Int]

  /// The records with the number or id asked about, in the order of the files.
  private(set) var found: [Found] = []

  /// A record that was found.
  struct Found {
    var contact: FactRecord
    var description: ExplainReport.Contact
  }

  init(_ workplace: Workplace) throws {
    world = workplace.world
    let asked = try workplace.operand("a number")
    let path = try workplace.required(.plan)
    _ = try workplace.required(.contacts)
    let policies = try workplace.soundPolicies()
    try workplace.checkSelection(policies)
    let plan = try workplace.plan(path)
    let contacts = try workplace.contacts(after: plan, policies)
    judge = Judge(
      library: policies.library, plan: plan.plan, programme: plan.programme, world: world,
      options: workplace.options(findsNextChange: true))
    run = workplace.description(policies, plan, contacts: contacts.names)
    steps = try Inquiry.steps(of: judge, named: workplace.arguments.value(.step))
    try find(asked, in: contacts, workplace.console)
  }

  private mutating func find(
    _ asked: String, in contacts: ContactFiles, _ console: Console
  ) throws {
    let canonical = world.numbers.analyse(asked, country: nil).e164
    var unreadable = 0
    do {
      while let (record, _) = try contacts.next() {
        guard case .contact(let contact) = record.content else {
          unreadable += 1
          continue
        }
        let phone = contact["phone"].value.text ?? ""
        let id = contact["id"].value.text ?? ""
        guard phone == asked || id == asked || (canonical != nil && phone == canonical) else {
          continue
        }
        found.append(
          Found(
            contact: contact,
            description: ExplainReport.Contact(id: id, phone: phone, origin: contact.origin)))
      }
    } catch let problem as ContactFileProblem {
      throw Failure.input(
        "\(problem.file):\(problem.problem.place.line): "
          + console.masking.text(problem.problem.sentence))
    }
    if unreadable > 0 {
      console.remark(
        "warning: \(counted(unreadable, "record")) could not be read; `check` says why")
    }
    guard !found.isEmpty else {
      throw Failure.input(
        "no contact has the number or id `\(console.masking.text(asked))` in "
          + contacts.names.joined(separator: ", "))
    }
  }

  private static func steps(of judge: Judge, named name: String?) throws -> [Int] {
    guard let name else { return Array(judge.steps.indices) }
    if let index = judge.steps.firstIndex(of: name) { return [index] }
    throw Failure.usage(
      "the plan has no step `\(name)`",
      hint: didYouMean(name, among: judge.steps).map { "did you mean `\($0)`?" })
  }
}
