import Outreach

extension FactRecord {
  /// Records with one thing less.
  var smaller: [FactRecord] {
    var result: [FactRecord] = []
    for index in fields.indices {
      for value in fields[index].value.smaller {
        var copy = self
        copy.fields[index].value = value
        result.append(copy)
      }
    }
    return result
  }

  /// The record with places of its own for each of its facts, as though it were read from a file.
  func placed(in file: GeneratedFile, from line: Int32 = 1) -> FactRecord {
    var column: Int32 = 0
    return placed(file.rawValue, line, &column)
  }

  fileprivate func placed(_ file: Int32, _ line: Int32, _ column: inout Int32) -> FactRecord {
    var result = self
    column += 1
    result.origin = Origin(file: file, line: line, column: column)
    for index in fields.indices where fields[index].value != .unknown {
      column += 1
      result.fields[index].origin = Origin(file: file, line: line, column: column)
      result.fields[index].value = fields[index].value.placed(file, line, &column)
    }
    return result
  }
}

extension FactValue {
  /// Values with one thing less.
  fileprivate var smaller: [FactValue] {
    switch self {
    case .unknown: []
    case .record(let record): [.unknown] + record.smaller.map { .record($0) }
    case .list(let items):
      [.unknown, .list([])]
        + items.indices.map { index in
          var rest = items
          rest.remove(at: index)
          return .list(rest)
        }
        + items.indices.flatMap { index in
          items[index].value.smaller.filter { $0 != .unknown }.map { value in
            var copy = items
            copy[index].value = value
            return FactValue.list(copy)
          }
        }
    case .table(let entries):
      [.unknown]
        + entries.keys.sorted().map { key in
          var copy = entries
          copy[key] = nil
          return .table(copy)
        }
        + entries.keys.sorted().flatMap { key in
          (entries[key]?.value.smaller ?? []).map { value in
            var copy = entries
            copy[key]?.value = value
            return FactValue.table(copy)
          }
        }
    case .words(let set) where set.bits != 0:
      [.unknown]
        + set.words.map { word in
          .words(WordSet(vocabulary: set.vocabulary, bits: set.bits & ~(1 << UInt64(word.index))))
        }
    default: [.unknown]
    }
  }

  fileprivate func placed(_ file: Int32, _ line: Int32, _ column: inout Int32) -> FactValue {
    switch self {
    case .record(let record): return .record(record.placed(file, line, &column))
    case .list(let items):
      return .list(
        items.map { item in
          column += 1
          let origin = Origin(file: file, line: line, column: column)
          return Fact(item.value.placed(file, line, &column), origin)
        })
    case .table(let entries):
      var result = entries
      for key in entries.keys.sorted() {
        column += 1
        let origin = Origin(file: file, line: line, column: column)
        result[key] = Fact(
          (entries[key]?.value ?? .unknown).placed(file, line, &column), origin)
      }
      return .table(result)
    default: return self
    }
  }
}
