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

  /// The text in lines of a width at most, broken at blanks; lines after the first are indented.
  ///
  /// A word longer than a line, such as an address, stays whole.
  func broken(at width: Int?, hanging: Int) -> [StyledText] {
    guard let width else { return [self] }
    var lines = [StyledText()]
    var used = 0
    var isFresh = true
    for part in parts {
      let words = part.text.split(separator: " ", omittingEmptySubsequences: false)
      for (index, word) in words.enumerated() {
        let columns = word.unicodeScalars.reduce(0) { $0 + FenceDiagnostics.columns(of: $1) }
        // A part goes on where the one before it ended; its further words stand behind a blank.
        let isBehindBlank = index > 0
        if isBehindBlank, !isFresh, used + 1 + columns > width {
          lines.append(StyledText(String(repeating: " ", count: hanging), .plain))
          used = hanging
        } else if isBehindBlank {
          lines[lines.count - 1].append(" ", part.role)
          used += 1
        }
        lines[lines.count - 1].append(String(word), part.role)
        used += columns
        if !word.isEmpty { isFresh = false }
      }
    }
    return lines
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
