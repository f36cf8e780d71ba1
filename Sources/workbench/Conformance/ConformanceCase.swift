import FenceCore
import Outreach

/// One case of the conformance suite: policies, facts, and what follows from them.
struct ConformanceCase: Sendable {
  /// Its name, unique in the suite, and the section of the exact rules by which its verdicts follow.
  var id: String
  var section: String
  /// Why they follow.
  var why: String

  /// The names of the files of policies it is judged by, and the text of a policy of its own.
  var policies: [String] = []
  var policy: String?

  /// The documents as they are written; nil where the case is about policies alone.
  var plan: FactTree?
  var programme: FactTree?
  var contacts: [FactTree] = []

  var expectations: [Expectation] = []

  /// The codes of what is wrong with the policies, to which others may be a consequence, and of everything wrong with the
  /// documents; empty where they load and are read.
  var errors: Set<String> = []
  var problems: Set<String> = []

  /// Something that must come out.
  struct Expectation: Sendable {
    /// The number of the contact it is about, from 0; the id of the step, nil for the plan's only one.
    var contact = 0
    var step: String?
    var what: What

    enum What: Sendable {
      /// What a rule says, and the facts for want of which it is unproven, where they are written.
      case verdict(rule: String, Verdict, missing: [String]?)
      /// The rule is not judged, because its policy does not cover the recipient.
      case notCovered(rule: String)
      case decision(Decision)
      /// The parts of a step's window in which it is permitted.
      case permitted([TimeSpan])
      /// What a rule of the whole list says.
      case list(rule: String, Verdict)
    }
  }
}

/// Why a line is no case.
struct ConformanceMistake: Error {
  var message: String
}

extension ConformanceCase {
  /// Reads a case.
  ///
  /// - Throws: `ConformanceMistake`; a key that nothing reads is one, so that nothing is left unchecked.
  init(_ tree: FactTree) throws {
    guard case .object(let members) = tree.content else {
      throw ConformanceMistake(message: "a case is an object")
    }
    id = try tree.text("id")
    section = try tree.text("section")
    why = try tree.text("why")
    for member in members {
      let value = member.value
      switch member.key {
      case "id", "section", "why": continue
      case "policies": policies = try value.texts()
      case "policy": policy = try tree.text("policy")
      case "plan": plan = value
      case "programme": programme = value
      case "contacts": contacts = try value.elements()
      case "errors": errors = Set(try value.texts())
      case "problems": problems = Set(try value.texts())
      case "expect": expectations += try value.elements().map { try Expectation($0) }
      default: throw ConformanceMistake(message: "\(id): a case has no key `\(member.key)`")
      }
    }
    guard !expectations.isEmpty || !errors.isEmpty || !problems.isEmpty else {
      throw ConformanceMistake(message: "\(id) expects nothing")
    }
  }
}

extension ConformanceCase.Expectation {
  fileprivate init(_ tree: FactTree) throws {
    if case .number(let number)? = tree.value(of: "contact")?.content { contact = Int(number) ?? 0 }
    if tree.value(of: "step") != nil { step = try tree.text("step") }
    if tree.value(of: "decision") != nil {
      let word = try tree.text("decision")
      guard let decision = Decision(rawValue: word) else {
        throw ConformanceMistake(message: "`\(word)` is no decision")
      }
      what = .decision(decision)
    } else if let spans = tree.value(of: "permitted") {
      what = .permitted(try spans.elements().map { try $0.span() })
    } else {
      let word = try tree.text("verdict")
      let isOfList = tree.value(of: "list") != nil
      let rule = try tree.text(isOfList ? "list" : "rule")
      if word == "not covered" {
        what = .notCovered(rule: rule)
      } else if let verdict = Verdict(rawValue: word) {
        what =
          isOfList
          ? .list(rule: rule, verdict)
          : .verdict(rule: rule, verdict, missing: try tree.value(of: "missing")?.texts())
      } else {
        throw ConformanceMistake(message: "`\(word)` is no verdict")
      }
    }
  }
}

extension FactTree {
  fileprivate func text(_ key: String) throws -> String {
    guard case .string(let text)? = value(of: key)?.content else {
      throw ConformanceMistake(message: "`\(key)` is missing, or no text")
    }
    return text
  }

  fileprivate func elements() throws -> [FactTree] {
    guard case .array(let elements) = content else {
      throw ConformanceMistake(message: "line \(place.line): a list is expected")
    }
    return elements
  }

  fileprivate func texts() throws -> [String] {
    try elements().map { element in
      guard case .string(let text) = element.content else {
        throw ConformanceMistake(message: "line \(place.line): a list of texts is expected")
      }
      return text
    }
  }

  /// `[from, to]`, two points in time.
  fileprivate func span() throws -> TimeSpan {
    let ends = try texts().compactMap { Instant(rfc3339: $0) }
    guard ends.count == 2 else {
      throw ConformanceMistake(message: "line \(place.line): `[from, to]` is expected")
    }
    return TimeSpan(from: ends[0], to: ends[1])
  }
}
