/// The example's contact list: mostly sound, with the troubles of a real export.
struct ExampleList {
  /// The list, one record a line.
  let text: String

  /// Makes the list; an equal seed makes an equal list.
  init(seed: UInt64) {
    var maker = ExampleContact(dice: ExampleDice(seed: seed))
    var people = ExampleList.people()
    maker.dice.shuffle(&people)
    var troubles = ExampleTrouble.allCases.flatMap {
      Array(repeating: Optional($0), count: $0.contacts)
    }
    troubles += Array(repeating: nil, count: people.count - troubles.count)
    maker.dice.shuffle(&troubles)
    var lines = zip(people, troubles).enumerated().map { index, pair in
      let sound = maker.sound(
        id: 1001 + index, phone: pair.0.phone, place: pair.0.place)
      return (pair.1?.applied(to: sound, &maker) ?? sound).line
    }
    ExampleList.repeatNumbers(in: &lines)
    ExampleList.spoil(&lines)
    text = lines.map { $0 + "\n" }.joined()
  }

  /// Everybody's place and number.
  private static func people() -> [(place: ExamplePlace, phone: String)] {
    var used: [String: Int] = [:]
    return (ExamplePlace.unitedStates + ExamplePlace.france + ExamplePlace.elsewhere)
      .flatMap { place in
        (0..<place.people).map { _ in
          let index = used[place.prefix, default: 0]
          used[place.prefix] = index + 1
          return (place, place.number(index))
        }
      }
  }

  /// Gives a few records the number of a neighbour, as an export does that was joined from two systems.
  private static func repeatNumbers(in lines: inout [String]) {
    for index in [120, 480, 870] {
      lines[index + 9] = lines[index].replacing(
        "\"c-\(1001 + index)\"", with: "\"c-\(1010 + index)\"")
    }
  }

  /// Makes three records unreadable: one cut short, one with a number where a list is due, one with a key twice.
  private static func spoil(_ lines: inout [String]) {
    lines[233] = String(lines[233].prefix(lines[233].count / 2))
    lines[517] = lines[517].replacing("\"opt_outs\":[]", with: "\"opt_outs\":0")
    lines[804] = lines[804].replacing(
      "\"recipient\":", with: "\"language\":\"en\",\"recipient\":")
  }
}
