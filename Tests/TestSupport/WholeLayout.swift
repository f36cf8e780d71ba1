public import Outreach

extension BatchLayout {
  /// Columns of every encoding, of all that a contact may say but own fields and lists within rows: of the contact, of
  /// records within it, of a table and of lists.
  ///
  /// - Parameter asksPresence: whether of texts no more is asked than whether they are there.
  /// - Returns: the layout.
  public static func whole(asksPresence: Bool = false) -> BatchLayout {
    var layout = BatchLayout()
    func add(_ list: Int, _ kind: RecordKind, _ prefix: [RouteStep]) {
      for (index, field) in kind.fields.enumerated() {
        let route = prefix + [.field(index)]
        switch field.type {
        case .record(let inner): add(list, inner, route)
        case .table(let inner): add(list, inner, route + [.entry("US.national_dnc")])
        case .list(.record(let inner)) where list == 0:
          add(layout.list(route: route, kind: inner), inner, [])
        case .list(.record), .own: continue
        default:
          _ = layout.column(
            list: list, route: route, type: field.type, asksPresence: asksPresence)
        }
      }
    }
    add(0, .contact, [])
    return layout
  }
}
