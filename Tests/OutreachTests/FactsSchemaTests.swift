import Outreach
import Testing

struct FactsSchemaTests {
  @Test(arguments: RecordKind.allCases)
  func namesAndAliasesAreUnique(_ kind: RecordKind) {
    let keys = kind.fields.flatMap { [$0.name] + $0.aliases }
    #expect(Set(keys).count == keys.count)
    #expect(!keys.isEmpty)
    for (index, field) in kind.fields.enumerated() {
      #expect(kind.index(of: field.name) == index)
    }
  }

  /// A set of fields keeps one bit a field.
  @Test(arguments: RecordKind.allCases)
  func fitsAFactSet(_ kind: RecordKind) {
    #expect(kind.fields.count <= 64)
    for index in kind.fields.indices {
      var set = FactSet()
      set.insert(index, of: kind)
      #expect(kind.fields.indices.filter { set.contains($0, of: kind) } == [index])
    }
  }

  @Test(arguments: Vocabulary.allCases)
  func wordsFitAWordSet(_ vocabulary: Vocabulary) {
    #expect(vocabulary.words.count < 64)
    #expect(Set(vocabulary.words).count == vocabulary.words.count)
    #expect(WordSet.all(of: vocabulary).words.map(\.spelling) == vocabulary.words)
  }

  /// Every record but the documents and what is derived is part of another, and nothing holds itself.
  @Test func recordsFormATree() {
    func parts(of type: FactType) -> [RecordKind] {
      switch type {
      case .list(let element): parts(of: element)
      case .record(let kind), .table(let kind): [kind]
      default: []
      }
    }
    var reached: Set<RecordKind> = []
    func walk(_ kind: RecordKind, above: [RecordKind]) {
      #expect(!above.contains(kind), "\(kind) holds itself")
      guard !above.contains(kind) else { return }
      reached.insert(kind)
      for part in kind.fields.flatMap({ parts(of: $0.type) }) { walk(part, above: above + [kind]) }
    }
    for root in [RecordKind.contact, .plan, .derived] { walk(root, above: []) }
    #expect(reached == Set(RecordKind.allCases))
  }

  @Test func setsOfFieldsUnite() {
    var left = FactSet()
    left.insert("phone", of: .contact)
    left.insert("nonsense", of: .contact)
    var right = FactSet()
    right.insert("channel", of: .consent)
    left.formUnion(right)
    let phone = RecordKind.contact.index(of: "phone") ?? -1
    let channel = RecordKind.consent.index(of: "channel") ?? -1
    #expect(left.contains(phone, of: .contact))
    #expect(left.contains(channel, of: .consent))
    #expect(!left.contains(channel, of: .contact))
  }
}
