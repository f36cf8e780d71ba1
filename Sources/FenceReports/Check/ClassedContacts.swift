public import FenceCore

/// Contacts whose attempts are judged like those of others, as far as a table shows them; in the order of the list.
public struct ClassedContacts {
  /// The contacts.
  public var all: UnsafeBufferPointer<ClassedContact>
  /// How many steps the plan has.
  public var stepCount: Int
  /// The classes of their attempts.
  public var classes: AttemptClasses
  /// What was found of the attempts of classes.
  public var findings: SharedFindings
  /// The sets of segments to which any of them belongs.
  public var segments: [SegmentSet]
  /// What reports keep of classes and segments.
  public var texts: ClassTexts

  /// Makes contacts.
  public init(
    _ all: UnsafeBufferPointer<ClassedContact>, stepCount: Int, classes: AttemptClasses,
    findings: SharedFindings, segments: [SegmentSet], texts: ClassTexts
  ) {
    self.all = all
    self.stepCount = stepCount
    self.classes = classes
    self.findings = findings
    self.segments = segments
    self.texts = texts
  }
}

/// A contact whose attempts are judged like those of others: plain memory.
public struct ClassedContact: BitwiseCopyable {
  /// Its id; UTF-8.
  public var id: UnsafeBufferPointer<UInt8>
  /// Its number, in canonical form or as it was written; UTF-8.
  public var phone: UnsafeBufferPointer<UInt8>
  /// Whether the number is in canonical form.
  public var isCanonical: Bool
  /// By step, the number of the class of its attempt.
  public var classes: UnsafePointer<Int32>
  /// The number of its segments; -1 where contacts belong to none.
  public var segments: Int32

  /// Makes a contact.
  public init(
    id: UnsafeBufferPointer<UInt8>, phone: UnsafeBufferPointer<UInt8>, isCanonical: Bool,
    classes: UnsafePointer<Int32>, segments: Int32
  ) {
    self.id = id
    self.phone = phone
    self.isCanonical = isCanonical
    self.classes = classes
    self.segments = segments
  }
}
