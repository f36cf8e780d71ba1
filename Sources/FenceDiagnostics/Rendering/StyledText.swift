/// Text of which each part has a role; which colour a role has is settled at the very end.
struct StyledText {
  /// What a part of a diagnostic is.
  enum Role: Equatable {
    case plain, heading, frame
    case mark(Diagnostic.Severity)
    case secondary
  }

  private(set) var parts: [(text: String, role: Role)] = []

  init(_ text: String = "", _ role: Role = .plain) {
    append(text, role)
  }

  mutating func append(_ text: String, _ role: Role) {
    guard !text.isEmpty else { return }
    if let last = parts.last, last.role == role {
      parts[parts.count - 1].text += text
    } else {
      parts.append((text, role))
    }
  }

  mutating func append(_ other: StyledText) {
    for part in other.parts { append(part.text, part.role) }
  }

  /// The line as it is printed; blanks at its end are cut off.
  func printed(color: Bool) -> String {
    var parts = parts
    while let last = parts.last {
      let kept = last.text.reversed().drop { $0 == " " }.reversed()
      guard kept.isEmpty else {
        parts[parts.count - 1].text = String(kept)
        break
      }
      parts.removeLast()
    }
    return parts.map { part in
      let code = color ? part.role.selectGraphicRendition : ""
      return code.isEmpty ? part.text : "\u{1B}[\(code)m\(part.text)\u{1B}[0m"
    }.joined()
  }
}

extension StyledText.Role {
  /// The parameters of the ECMA-48 sequence SGR that paints the role; empty for none.
  fileprivate var selectGraphicRendition: String {
    switch self {
    case .plain: ""
    case .heading: "1"
    case .frame, .secondary: "1;34"
    case .mark(.error): "1;31"
    case .mark(.warning): "1;33"
    case .mark(.note): "1;36"
    }
  }
}
