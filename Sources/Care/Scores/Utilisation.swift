/// Flags by where the patient has been lately.
///
/// Source: Bamboo Health (PatientPing), "PatientPing flags".
package enum Utilisation {
  package enum Flag: String, CaseIterable, Sendable {
    case highUtiliser = "High utiliser"
    case readmissionRisk = "Readmission risk"
    case recentInpatient = "Recent inpatient stay"
    case recentSkilledNursing = "Recent SNF stay"
  }

  package static let visitDays = 60
  package static let stayDays = 30

  package static func instrument(_ flag: Flag) -> Score.Instrument {
    Score.Instrument(
      id: "utilisation-\(flag)", title: flag.rawValue, variant: "the last day of the span included",
      source: "Bamboo Health, PatientPing flags", version: "1", isFlag: true)
  }

  /// Three ED visits and more in 60 days, in whatever hospital.
  package static func highUtiliser(visits: Score.Input<Int>) -> Score {
    Score(instrument(.highUtiliser), terms: [Score.Term("ED visits, 60 days", visits) { Double($0) }]) {
      $0 >= 3 ? flagged : notFlagged
    }
  }

  /// The other three: both conditions hold.
  package static func score(
    _ flag: Flag, _ now: (name: String, holds: Score.Input<Bool>), and before: (name: String, holds: Score.Input<Bool>)
  ) -> Score {
    let terms = [now, before].map { condition in Score.Term(condition.name, condition.holds) { $0 ? 1 : 0 } }
    // One that doesn't hold settles it, whatever the other may be.
    if terms.contains(where: { $0.points == 0 }) {
      return Score(instrument(flag), terms: terms, outcome: .total(0, notFlagged))
    }
    return Score(instrument(flag), terms: terms) { $0 >= 2 ? flagged : notFlagged }
  }

  /// Whether something so many days ago lies within a span of days. The source doesn't say whether the last day counts.
  package static func isWithin(_ days: Int, daysAgo: Int, inclusive: Bool = true) -> Bool {
    daysAgo >= 0 && (inclusive ? daysAgo <= days : daysAgo < days)
  }

  static let flagged = Score.Band("flagged", .middle)
  static let notFlagged = Score.Band("not flagged", .low)
}
