import FenceCore
import Outreach

/// Contacts in JSON, just as `JSONWriter.record` writes one: what classes, findings and grounds say of all their contacts
/// is written once and copied.
extension ClassedContacts {
  /// Writes the contacts.
  ///
  /// - Parameters:
  ///   - bytes: what is written to.
  ///   - masking: how numbers are hidden.
  ///   - separator: what stands between two records.
  ///   - end: what stands behind each.
  func writeJSON(to bytes: ByteSink, _ masking: Masking, separator: [UInt8], end: [UInt8]) {
    texts.begin(program.classes)
    for (index, contact) in all.enumerated() {
      if follow || index > 0 { bytes.append(separator) }
      write(contact, to: bytes, masking)
      bytes.append(end)
    }
  }

  private func write(_ contact: ClassedContact, to bytes: ByteSink, _ masking: Masking) {
    let ground = program.groundNumber(of: Int(contact.place))
    bytes.append("{\"id\":" as StaticString)
    ClassedContacts.write(contact.id, to: bytes, masking.append(text:to:), masking.text)
    bytes.append(",\"phone\":" as StaticString)
    if contact.isCanonical {
      bytes.append(UInt8(ascii: "\""))
      masking.append(canonical: contact.phone, to: bytes)
      bytes.append(UInt8(ascii: "\""))
    } else {
      ClassedContacts.write(contact.phone, to: bytes, masking.append(number:to:), masking.number)
    }
    bytes.append(",\"decision\":\"" as StaticString)
    bytes.append(contact.decision.rawValue)
    bytes.append("\"," as StaticString)
    texts.ofGrounds.append(ground, to: bytes) {
      ClassedContacts.member(to: $0) {
        $0.member("jurisdictions", program.jurisdictions(ofGround: ground))
      }
    }
    bytes.append(UInt8(ascii: ","))
    texts.ofSegments.append(Int(contact.segments + 1), to: bytes) {
      ClassedContacts.member(to: $0) {
        $0.member(
          "segments",
          contact.segments < 0 ? [] : program.segmentSets[Int(contact.segments)].certain)
      }
    }
    texts.evidence.append(ground, to: bytes) {
      guard let whereabouts = program.whereabouts(ofGround: ground) else { return }
      $0.append(UInt8(ascii: ","))
      ClassedContacts.member(to: $0) { $0.evidence(of: whereabouts) }
    }
    bytes.append(",\"attempts\":[" as StaticString)
    for step in 0..<program.stepCount {
      if step > 0 { bytes.append(UInt8(ascii: ",")) }
      writeAttempt(contact, step, to: bytes)
    }
    bytes.append("]}" as StaticString)
  }

  private func writeAttempt(_ contact: ClassedContact, _ step: Int, to bytes: ByteSink) {
    let (number, findings) = (contact.classes[step], program.findings)
    var made: (start: [UInt8], end: [UInt8])?
    texts.ofClasses.append(Int(number), to: bytes) {
      let frame = frame(ofClass: number)
      $0.append(frame.start)
      made = frame
    }
    let changes = program.nextChanges(of: Int(contact.place), step: step, in: records)
    var isFirst = true
    for member in program.classes.findings(of: number, in: .findings)
    where findings.cells.base[Int(member)].verdict.ok != true {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      texts.ofFindings.append(Int(member), to: bytes) { $0.append(frame(ofFinding: member).start) }
      if let change = changes.of(member) {
        bytes.append(UInt8(ascii: "\""))
        bytes.append(change.rfc3339())
        bytes.append(UInt8(ascii: "\""))
      } else {
        bytes.append("null" as StaticString)
      }
      texts.endsOfFindings.append(Int(member), to: bytes) {
        $0.append(frame(ofFinding: member).end)
      }
    }
    texts.endsOfClasses.append(Int(number), to: bytes) {
      $0.append((made ?? frame(ofClass: number)).end)
    }
  }

  /// What stands before and behind the findings of an attempt of a class.
  private func frame(ofClass number: Int32) -> (start: [UInt8], end: [UInt8]) {
    var (writer, split) = (JSONWriter(), 0)
    let excused = program.attempt(ofClass: number) { $0.verdict.ok == true }
    writer.attempt(excused) { split = $0.bytes.count }
    return (Array(writer.bytes[..<split]), Array(writer.bytes[split...]))
  }

  /// What stands before and behind the next change of a finding.
  private func frame(ofFinding number: Int32) -> (start: [UInt8], end: [UInt8]) {
    var (writer, start, end) = (JSONWriter(), 0, 0)
    writer.contactFinding(program.findings.all[Int(number)].finding) {
      start = $0.bytes.count
      $0.null()
      end = $0.bytes.count
    }
    return (Array(writer.bytes[..<start]), Array(writer.bytes[end...]))
  }

  /// Writes a member without the braces of its object.
  private static func member(to bytes: ByteSink, _ body: (inout JSONWriter) -> Void) {
    var writer = JSONWriter()
    writer.object(body)
    bytes.append(Array(writer.bytes.dropFirst().dropLast()))
  }

  /// Writes a text as a value, `null` if it is empty.
  ///
  /// - Parameters:
  ///   - text: what is written.
  ///   - bytes: where it is written to.
  ///   - append: adds the text masked if it is ASCII, or nothing.
  ///   - mask: masks any text.
  private static func write(
    _ text: UnsafeBufferPointer<UInt8>, to bytes: ByteSink,
    _ append: (UnsafeBufferPointer<UInt8>, ByteSink) -> Bool, _ mask: (String) -> String
  ) {
    var needsEscapes = text.isEmpty
    for byte in text {
      needsEscapes = needsEscapes || byte < 0x20 || byte >= 0x7F || byte == 0x22 || byte == 0x5C
    }
    if !needsEscapes {
      bytes.append(UInt8(ascii: "\""))
      _ = append(text, bytes)
      bytes.append(UInt8(ascii: "\""))
      return
    }
    var writer = JSONWriter()
    let text = String(decoding: text, as: UTF8.self)
    writer.string(text.isEmpty ? nil : mask(text))
    bytes.append(writer.bytes)
  }
}
