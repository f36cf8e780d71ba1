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
  let found: [Found]

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
    let supply = try PolicySupply(workplace)
    let plan = try workplace.plan(path, supply.ownFields)
    let contacts = try workplace.contacts(after: plan, for: supply)
    run = workplace.description(supply.description, plan, contacts: contacts.names)
    steps = try Inquiry.steps(of: plan.plan, named: workplace.arguments.value(.step))
    found = try Inquiry.find(asked, in: contacts, world, workplace.console)
    let places = found.flatMap { candidatePlaces(of: $0.contact, world: workplace.world) }
    let needed = supply.needed(recipients: places, plans: [plan.plan])
    judge = Judge(
      library: supply.library(of: needed), plan: plan.plan, programme: plan.programme,
      world: world,
      options: workplace.options(findsNextChange: true))
  }

  private static func find(
    _ asked: String, in contacts: ContactFiles, _ world: World, _ console: Console
  ) throws -> [Found] {
    var found: [Found] = []
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
      throw Failure(problem, console.masking)
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
    return found
  }

  private static func steps(of plan: FactRecord, named name: String?) throws -> [Int] {
    let names = Judge.steps(of: plan)
    guard let name else { return Array(names.indices) }
    if let index = names.firstIndex(of: name) { return [index] }
    throw Failure.usage(
      "the plan has no step `\(name)`",
      hint: didYouMean(name, among: names).map { "did you mean `\($0)`?" })
  }
}
