import Care
import Demo

/// New York as it was in 2026, so that days of 23 and 25 hours are among those tested.
let newYork = Zone(
  name: "America/New_York", initialOffset: -5 * 3600,
  transitions: [
    Zone.Transition(at: Instant(milliseconds: 1_772_953_200_000), offset: -4 * 3600),  // 8 March 2026, 07:00 UTC
    Zone.Transition(at: Instant(milliseconds: 1_793_512_800_000), offset: -5 * 3600),  // 1 November 2026, 06:00 UTC
  ])

func instant(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int, in zone: Zone) -> Instant {
  zone.instant(CivilTime(date: CivilDate(year: year, month: month, day: day), hour: hour, minute: minute))
}

/// The clocks under which every property must hold: the demo's, a minute after midnight, the day after the clocks
/// change, the last minutes of a year.
let clocks: [(now: Instant, zone: Zone)] = [
  (DemoNetwork.clock(in: newYork), newYork),
  (instant(2026, 7, 15, 0, 1, in: newYork), newYork),
  (instant(2026, 3, 9, 6, 30, in: newYork), newYork),
  (instant(2026, 12, 31, 23, 58, in: .utc), .utc),
]

/// A network with its charts and directory folded, as the journal would fold them.
struct Folded {
  let network: DemoNetwork
  let now: Instant
  let zone: Zone
  let directory: Directory
  let charts: [Chart]
  let proposals: [[Proposal]]

  init(patients: Int = 200, seed: UInt64 = 7, now: Instant = DemoNetwork.clock(in: newYork), zone: Zone = newYork) {
    network = DemoNetwork(patients: patients, seed: seed, now: now, zone: zone)
    self.now = now
    self.zone = zone
    var directory = Directory()
    for (version, proposal) in network.directory.enumerated() {
      directory.apply(Entry(sequence: Int64(version + 1), version: version + 1, of: proposal))
    }
    self.directory = directory
    let network = network
    proposals = (0..<patients).map { network.patient($0) }
    charts = proposals.map { proposals in
      guard case .patient(let id) = proposals[0].stream else { return Chart(id: .unmatched) }
      var chart = Chart(id: id)
      for (version, proposal) in proposals.enumerated() {
        chart.apply(Entry(sequence: Int64(version + 1), version: version + 1, of: proposal))
      }
      return chart
    }
  }
}

/// Every value of one type within another, however deep.
func values<Wanted>(of type: Wanted.Type, in value: Any) -> [Wanted] {
  if let wanted = value as? Wanted { return [wanted] }
  if value is String || value is Moment || value is Identifier { return [] }
  return Mirror(reflecting: value).children.flatMap { values(of: type, in: $0.value) }
}

extension [Proposal] {
  var received: [(source: Source, lines: [ImportedLine])] {
    compactMap { proposal in
      if case .recordReceived(let source, let lines) = proposal.event { (source, lines) } else { nil }
    }
  }
}
