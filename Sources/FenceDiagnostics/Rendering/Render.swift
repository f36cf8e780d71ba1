/// Diagnostics as people read them: message, place, source lines with marks, help and fix.
///
/// - Parameters:
///   - diagnostics: what to show, in this order.
///   - style: colours and the mask of source lines.
/// - Returns: the text, a line break at its end; empty if there is nothing to show. Columns count characters from 1.
/// - Complexity: linear in the number of diagnostics times the length of the lines shown.
public func render(_ diagnostics: [Diagnostic], style: DiagnosticStyle = DiagnosticStyle())
  -> String
{
  diagnostics.map { diagnostic in
    lines(of: diagnostic, style).map { $0.printed(color: style.color) + "\n" }.joined()
  }.joined(separator: "\n")
}

private func lines(of diagnostic: Diagnostic, _ style: DiagnosticStyle) -> [StyledText] {
  let severity = diagnostic.severity
  var heading = StyledText("\(severity.rawValue)[\(diagnostic.code)]", .mark(severity))
  heading.append(": \(diagnostic.message)", .heading)
  let primary = diagnostic.primary
  var sources = [primary.source]
  for label in diagnostic.secondary where !sources.contains(where: { $0 === label.source }) {
    sources.append(label.source)
  }
  let frames = sources.map { source in
    Frame(
      source, primary: source === primary.source ? primary : nil,
      secondary: diagnostic.secondary.filter { $0.source === source }, severity: severity,
      style: style)
  }
  let gutter = String(frames.map(\.lastLine).max() ?? 1).count
  let margin = String(repeating: " ", count: gutter)
  var result = heading.broken(at: style.width, hanging: 2)
  for (index, frame) in frames.enumerated() {
    let start =
      index == 0
      ? primary.range.lower
      : diagnostic.secondary.first { $0.source === frame.source }?.range.lower ?? 0
    var place = StyledText("\(margin)\(index == 0 ? "-->" : ":::") ", .frame)
    place.append(location(frame.source, start, style), .plain)
    result.append(place)
    result.append(StyledText("\(margin) |", .frame))
    result += frame.lines(gutter: gutter)
  }
  if let help = diagnostic.help { result += remark("help", help, margin, style) }
  if let fix = diagnostic.fix { result += remark("fix", fix.title, margin, style) }
  return result
}

private func remark(
  _ kind: String, _ text: String, _ margin: String, _ style: DiagnosticStyle
) -> [StyledText] {
  var line = StyledText("\(margin) = ", .frame)
  line.append("\(kind): ", .heading)
  line.append(text, .plain)
  return line.broken(at: style.width, hanging: margin.count + 3 + kind.count + 2)
}

private func location(_ source: SourceText, _ offset: Int, _ style: DiagnosticStyle) -> String {
  let line = source.position(at: offset).line
  let display = DisplayLine(source, line: line - 1, mask: nil)
  return "\(source.name):\(line):\(display.characters(before: offset) + 1)"
}
