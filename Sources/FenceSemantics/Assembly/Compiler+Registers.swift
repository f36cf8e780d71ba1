import FenceCore
import FenceDiagnostics
import FenceSyntax
import Outreach

extension Compiler {
  /// Reads the registers of a policy.
  func readRegisters(of unit: PolicyUnit) {
    for declaration in unit.declarations(.register) {
      guard let name = declaration.name, unit.registers[name.text] == nil else { continue }
      checkTitle(declaration, in: unit)
      unit.registers[name.text] = register(declaration, name, of: unit)
    }
  }

  /// One register.
  func register(
    _ declaration: DeclarationSyntax, _ name: NameSyntax, of unit: PolicyUnit
  ) -> Register {
    var register = Register(
      id: "\(unit.name).\(name.text)", title: declaration.title?.value ?? name.text,
      subject: .numbers)
    for clause in declaration.clauses { read(clause, into: &register, of: unit) }
    return register
  }

  private func read(
    _ clause: ClauseSyntax, into register: inout Register, of unit: PolicyUnit
  ) {
    switch clause.kind {
    case .of(let word):
      register.subject = Register.Subject(rawValue: word.value) ?? register.subject
    case .channels(let words): register.channels = concerned(words, of: .channel, in: unit)
    case .lines(let words): register.lines = concerned(words, of: .line, in: unit)
    case .recipients(let words): register.recipients = concerned(words, of: .recipient, in: unit)
    case .everyPeriod(let period): register.interval = .every(period.value)
    case .everyCampaign: register.interval = .campaign
    case .everyAttempt: register.interval = .attempt
    case .measured(let word):
      register.measure = Register.Measure(rawValue: word.value) ?? register.measure
    case .binds(let period): register.grace = period.value
    case .by(let text): register.authority = text.value
    case .link(let text): register.link = text.value
    case .from(let day): register.from = day.value
    case .until(let day): register.until = day.value
    default: break
    }
  }

  /// What a register concerns; nil for all.
  private func concerned(
    _ words: [Written<String>], of vocabulary: Vocabulary, in unit: PolicyUnit
  ) -> WordSet? {
    let lowering = Lowering(compiler: self, unit: unit)
    let concerned = words.compactMap { lowering.word($0, of: vocabulary) }
    return concerned.contains(where: \.isAny) ? nil : WordSet(vocabulary: vocabulary, concerned)
  }
}
