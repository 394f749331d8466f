/// One dated thing of a patient's course.
package struct JourneyEvent: Hashable, Sendable {
  package enum Kind: Int, CaseIterable, Sendable {
    case encounter, appointment, task, referral, message, result, procedure, document, immunization, plan, flag

    package var label: String {
      switch self {
      case .encounter: "encounter"
      case .appointment: "booking"
      case .task: "task"
      case .referral: "referral"
      case .message: "message"
      case .result: "result"
      case .procedure: "procedure"
      case .document: "document"
      case .immunization: "immunization"
      case .plan: "plan"
      case .flag: "flag"
      }
    }
  }

  /// What a reader must notice about it.
  package enum Mark: Sendable {
    case plain
    /// Settled well.
    case done
    /// Owed and not settled.
    case open
    /// Missed or urgent.
    case finding
  }

  /// Which event it is, whatever arrives around it. An open request is there twice: when it was asked, and when it is
  /// due.
  package struct Key: Hashable, Sendable {
    package var line: LineID
    package var isDue: Bool

    package init(line: LineID, isDue: Bool = false) {
      self.line = line
      self.isDue = isDue
    }
  }

  package var id: LineID
  package var kind: Kind
  package var at: Moment
  package var end: Moment?
  package var title: String
  /// What the source says of it beyond its title.
  package var detail: String
  /// FHIR's code for where it stands; empty where that goes without saying. Never shown as it is.
  package var status: String
  package var who: Reference
  package var mark: Mark
  /// True where `at` is when the thing is due, not when it happened.
  package var isDue = false
  /// True for an encounter that has begun and not ended.
  package var isUnderWay = false
  /// False for what was planned or cancelled.
  package var tookPlace = true
  /// True for a task that passes responsibility on.
  package var isHandoff = false
  /// True for a handoff that was offered here: it is about the encounter that it names, and about no other nearby.
  var isOfNamedEncounter = false
  /// Set for encounters: the lane they are drawn in.
  package var setting: Setting?
  /// The encounter in which it happened; for an encounter, itself.
  package var encounter: LineID?
  /// Position in `Chart.sources`.
  package var source: Int
  /// Where it lies in time; known once the reader's zone is.
  package var span = Span(start: .distantPast, end: .distantPast, isVague: false)

  package var key: Key { Key(line: id, isDue: isDue) }
}
