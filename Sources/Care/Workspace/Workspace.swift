/// The domain model in memory: the lists, the directory, and the charts that have been looked at lately.
package struct Workspace: Sendable {
  package var lists = CareLists()
  package var directory = Directory()
  /// The newest journal entry this state contains.
  package var sequence: Int64 = 0
  package var site: SiteRules
  private var charts: [PatientID: Chart] = [:]
  /// Least recently looked at first.
  private var recency: [PatientID] = []
  /// The patient in view, whose chart stays however many others are read.
  package var inView: PatientID?

  /// Enough to page through a worklist and back without reading anything twice.
  package static let chartsKept = 64

  package init(site: SiteRules) { self.site = site }

  /// For a site whose rules are the published ones.
  package init(zone: Zone) { self.init(site: SiteRules(zone: zone)) }

  package var zone: Zone { site.zone }

  package func chart(_ id: PatientID) -> Chart? { charts[id] }

  package mutating func keep(_ chart: Chart) {
    if let index = recency.firstIndex(of: chart.id) { recency.remove(at: index) }
    recency.append(chart.id)
    charts[chart.id] = chart
    if recency.count > Self.chartsKept, let oldest = recency.firstIndex(where: { $0 != inView }) {
      charts[recency.remove(at: oldest)] = nil
    }
  }

  /// Has a chart read anew before it is used again.
  package mutating func forget(_ id: PatientID) {
    charts[id] = nil
    recency.removeAll { $0 == id }
  }

  /// Catches up with what an append changed, here or elsewhere.
  package mutating func apply(_ change: Change) {
    lists.adopt(change.pages)
    for member in change.members { directory.upsert(member) }
    for chart in change.charts where charts[chart.id] != nil { charts[chart.id] = chart }
    sequence = max(sequence, change.sequence)
  }

  /// Charts in memory; what a follower must read anew when their entries change.
  package var openCharts: [PatientID] { recency }
}
