import FenceCore
import Outreach

/// Contacts that were read before they came into the batch.
final class ListedContacts: BatchRecords {
  private let contacts: [FactRecord]

  init(_ contacts: [FactRecord]) { self.contacts = contacts }

  func record(at place: Int) -> FactRecord { contacts[place] }
}
