package import Care

/// What the panes show of the patient in view, worked out once when the chart is read or changes.
package struct PatientView: Sendable {
  package let chart: Chart
  package let journey: Journey
  package let threads: [MessageThread]
  package let team: [TeamMember]
  package let allergies: AllergyState
  package let openItems: [OpenItem]
  package let referrals: [Referral]
  /// The lines that the open items have in the worklist.
  package let rows: [WorkRow]
  package private(set) var scores: [Score]
  /// Of the team's members, in its order.
  package private(set) var presences: [Presence]
  /// What the team is short of.
  package let coverage: [CoverageFinding]

  package init(_ chart: Chart, directory: Directory, now: Instant, site: SiteRules) {
    self.chart = chart
    threads = chart.threads
    team = chart.team(directory, now: now, zone: site.zone)
    allergies = chart.allergyState
    referrals = chart.referrals(site)
    openItems = chart.owed(site, referrals)
    journey = Journey(chart, owed: openItems, now: now, site: site)
    rows = ChartRows.work(of: chart, openItems, site: site)
    scores = chart.scores(directory, now: now, zone: site.zone)
    presences = team.map { directory.presence(of: $0.reference, now: now, zone: site.zone) }
    coverage = chart.coverage(team: team, openItems: openItems, directory: directory, now: now, zone: site.zone)
  }

  /// Scores grow old by the clock alone: vital signs of the night don't describe the patient at noon.
  /// So does who is there.
  mutating func lookAtClock(_ directory: Directory, now: Instant, zone: Zone) {
    presences = team.map { directory.presence(of: $0.reference, now: now, zone: zone) }
    scores = chart.scores(directory, now: now, zone: zone)
  }
}
