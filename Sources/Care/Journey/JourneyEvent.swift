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

  package var id: LineID
  package var kind: Kind
  package var at: Moment
  package var end: Moment?
  package var title: String
  package var detail: String
  package var who: Reference
  package var mark: Mark
  /// True where `at` is when the thing is due, not when it happened.
  package var isDue = false
  /// True for an encounter that has begun and not ended.
  package var isUnderWay = false
  /// False for what was planned or cancelled.
  package var tookPlace = true
  /// Set for encounters: the lane they are drawn in.
  package var setting: Setting?
  /// Position in `Chart.sources`.
  package var source: Int
}
