import Care
import Dashboard
import Journal

/// The journal as the place by which windows see each other.
final class JournalOnlookers: Onlookers {
  private let journal: Journal
  private let window: WindowID

  init(_ journal: Journal) {
    self.journal = journal
    window = .random()
  }

  func look(at patient: PatientID?, of member: MemberID) throws -> Bool {
    do {
      if let patient {
        // Windows are open or closed by the hour of the wall, whatever hour the screen shows.
        try journal.look(at: patient, from: window, of: member, at: .system)
      } else {
        try journal.lookAway(from: window)
      }
      return true
    } catch let error as JournalError where error.kind == .busy {
      return false
    }
  }

  func others(at patient: PatientID) throws -> [MemberID] {
    try journal.onlookers(at: patient, besides: window, at: .system)
  }
}
