public import FenceCore
public import Outreach

/// Contacts whose attempts are judged like those of others, as far as a table shows them; in the order of the list.
public struct ClassedContacts {
  /// The contacts.
  public var all: UnsafeBufferPointer<ClassedContact>
  /// The program that judged them.
  public var program: Program
  /// The contacts as records.
  public var records: any BatchRecords
  /// What reports keep of classes and segments.
  public var texts: ClassTexts
  /// Whether another record was written before them.
  public var follow: Bool

  /// Makes contacts.
  public init(
    _ all: UnsafeBufferPointer<ClassedContact>, program: Program, records: any BatchRecords,
    texts: ClassTexts, follow: Bool
  ) {
    self.all = all
    self.program = program
    self.records = records
    self.texts = texts
    self.follow = follow
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
  /// Its place in the program's batch.
  public var place: Int32
  /// What is to be done with it.
  public var decision: Decision

  /// Makes a contact.
  public init(
    id: UnsafeBufferPointer<UInt8>, phone: UnsafeBufferPointer<UInt8>, isCanonical: Bool,
    classes: UnsafePointer<Int32>, segments: Int32, place: Int, decision: Decision
  ) {
    self.id = id
    self.phone = phone
    self.isCanonical = isCanonical
    self.classes = classes
    self.segments = segments
    self.place = Int32(truncatingIfNeeded: place)
    self.decision = decision
  }
}
