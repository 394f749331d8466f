extension Chart {
  /// Every score that can be said of this patient, with those that can't and why. None for a patient who has died, and
  /// none for what no patient is named in.
  package func scores(_ directory: Directory, now: Instant, zone: Zone) -> [Score] {
    guard id != .unmatched, let patient, !patient.deceased.isDeceased else { return [] }
    let discharge = Discharge(self, now: now, zone: zone)
    return [
      NEWS2.score(self, now: now, zone: zone), LACE.score(discharge, self), HospitalScore.score(discharge),
    ] + Utilisation.scores(self, now: now, zone: zone)
      + Recorded.all.map { $0.score(self, now: now, zone: zone) }
      + Continuity.Unit.allCases.map { Continuity.score(self, $0, directory: directory, now: now, zone: zone) }
  }
}
