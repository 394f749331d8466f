extension Chart {
  /// The scores that rank a patient's items among those of equal urgency, as they were when the record was last heard
  /// from: so the lists stay functions of the charts. None where nothing came from outside.
  package func riskScores(zone: Zone) -> [Score] {
    guard id != .unmatched, let heard, let patient, !patient.deceased.isDeceased else { return [] }
    let discharge = Discharge(self, now: heard, zone: zone)
    return [LACE.score(discharge, self), NEWS2.score(self, now: heard, zone: zone)]
      + Utilisation.scores(self, now: heard, zone: zone)
  }

  package func risk(zone: Zone) -> Risk { Risk(riskScores(zone: zone)) }
}

extension Risk {
  /// The gravest band among them. A flag that isn't raised says nothing by itself, and one score that lacks an input
  /// leaves open what it would have said.
  ///
  /// Source: Rounds default, version 1; the scores' own bands are their sources'.
  package init(_ scores: [Score]) {
    let weights = scores.compactMap(\.band?.weight)
    if weights.contains(.high) {
      self = .high
    } else if weights.contains(.middle) {
      self = .middle
    } else {
      let told = scores.filter { !$0.instrument.isFlag && !$0.isNotApplicable }
      self = !told.isEmpty && told.allSatisfy { $0.total != nil } ? .low : .incomplete
    }
  }
}

extension Score {
  fileprivate var isNotApplicable: Bool { if case .notApplicable = outcome { true } else { false } }
}
