import Care

/// The papers in which a patient's lines arrive. Each becomes one entry of the journal.
enum Document: Int, CaseIterable, Sendable {
  case primaryCare, hospital, coordination

  var title: String {
    switch self {
    case .primaryCare: "primary care record"
    case .hospital: "hospital record"
    case .coordination: "care coordination record"
    }
  }

  /// When it arrived. Nothing in it may be younger: primary care sends what is three days old or more, the others
  /// all up to yesterday's last hour.
  func received(_ now: Instant) -> Instant {
    switch self {
    case .primaryCare: now.adding(hours: -26)
    case .hospital: now.adding(minutes: -40)
    case .coordination: now.adding(minutes: -20)
    }
  }
}
