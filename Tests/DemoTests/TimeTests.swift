import Care
import Demo
import Testing

@Suite("Time runs forwards in every journey")
struct TimeTests {
  @Test("What has happened lies before the day its record arrived", arguments: 0..<clocks.count)
  func pastIsPast(_ position: Int) {
    let folded = Folded(patients: 120, seed: 21, now: clocks[position].now, zone: clocks[position].zone)
    for (source, lines) in folded.proposals.flatMap(\.received) {
      #expect(source.received <= folded.now)
      for line in lines {
        for fact in facts(line.resource) {
          #expect(fact.start(in: folded.zone) <= source.received, "\(line.resource.kind)")
        }
      }
    }
  }

  @Test("Nothing ends before it starts", arguments: 0..<clocks.count)
  func periods(_ position: Int) {
    let folded = Folded(patients: 120, seed: 22, now: clocks[position].now, zone: clocks[position].zone)
    for chart in folded.charts {
      for line in chart.importedLines {
        for period in values(of: Period.self, in: line.resource) {
          guard let start = period.start, let end = period.end else { continue }
          #expect(start.start(in: folded.zone) <= end.end(in: folded.zone), "\(line.resource.kind)")
        }
      }
      for line in chart.encounters.items {
        let encounter = line.value
        #expect(encounter.period.start != nil)
        #expect((encounter.period.end == nil) == (encounter.status == .inProgress))
        if let start = encounter.period.start, let end = encounter.period.end {
          #expect(start.milliseconds < end.milliseconds)
        }
      }
    }
  }

  @Test("A patient is in one place at a time", arguments: 0..<clocks.count)
  func onePlace(_ position: Int) {
    let folded = Folded(patients: 160, seed: 23, now: clocks[position].now, zone: clocks[position].zone)
    for chart in folded.charts {
      let spans = chart.encounters.items.map(\.value.period).sorted {
        ($0.start?.milliseconds ?? 0) < ($1.start?.milliseconds ?? 0)
      }
      for (earlier, later) in zip(spans, spans.dropFirst()) {
        #expect(earlier.end != nil)
        #expect(earlier.end?.milliseconds ?? .max <= later.start?.milliseconds ?? .min)
      }
    }
  }

  @Test("Work is asked for before it is due, and replies come after what they answer")
  func order() {
    let folded = Folded(patients: 300, seed: 24)
    for chart in folded.charts {
      for line in chart.tasks.items {
        guard let asked = line.value.authored, let due = line.value.restriction.end else { continue }
        #expect(asked.start(in: folded.zone) <= due.end(in: folded.zone))
      }
      for thread in chart.threads {
        let sent = thread.messages.compactMap { $0.value.sent?.milliseconds }
        #expect(sent.count == thread.messages.count)
        #expect(sent == sent.sorted())
        #expect(thread.id == thread.messages.first?.id)
      }
    }
  }

  @Test("An outcome comes after it was asked for")
  func outcomes() {
    var seen = 0
    for chart in Folded(patients: 300, seed: 26).charts {
      func check(_ requests: [Reference], _ at: Moment?) {
        for request in requests.compactMap({ $0.target.flatMap { chart.origins[$0] } }) {
          guard let asked = chart.serviceRequests[request]?.value.authored, let at else { continue }
          seen += 1
          #expect(asked.milliseconds < at.milliseconds)
        }
      }
      for line in chart.diagnosticReports.items { check(line.value.basedOn, line.value.effective.start) }
      for line in chart.procedures.items { check(line.value.basedOn, line.value.performed.start) }
    }
    #expect(seen > 100)
  }

  @Test("Bookings to come are to come, and those kept or missed are past")
  func bookings() {
    let folded = Folded(patients: 300, seed: 25)
    for line in folded.charts.flatMap(\.appointments.items) {
      guard let start = line.value.period.start else { continue }
      #expect((start.start(in: folded.zone) > folded.now) == (line.value.status == .booked))
    }
  }

  /// The moments of a resource at which something has already happened.
  private func facts(_ resource: Resource) -> [Moment] {
    let moments: [Moment?] =
      switch resource {
      case .patient(let it): [it.birthDate]
      case .relatedPerson(let it): [it.period.start]
      case .encounter(let it): [it.period.start, it.period.end]
      case .episodeOfCare(let it): [it.period.start, it.period.end]
      case .careTeam(let it): [it.period.start] + it.participants.flatMap { [$0.period.start, $0.period.end] }
      case .carePlan(let it): [it.period.start, it.created]
      case .goal(let it): [it.start]
      case .condition(let it): [it.onset, it.abatement, it.recorded]
      case .allergyIntolerance(let it): [it.recorded]
      case .medicationRequest(let it): [it.authored]
      case .medicationStatement(let it): [it.asserted]
      case .procedure(let it): [it.performed.start, it.performed.end]
      case .immunization(let it): [it.occurrence]
      case .observation(let it): [it.effective.start, it.issued]
      case .diagnosticReport(let it): [it.effective.start, it.issued]
      case .documentReference(let it): [it.date]
      case .serviceRequest(let it): [it.authored]
      case .task(let it): [it.authored, it.lastModified, it.execution.start, it.execution.end]
      case .communication(let it): [it.sent, it.received]
      case .appointment(let it): [it.created]
      case .consent(let it): [it.recorded, it.period.start]
      case .flag(let it): [it.period.start]
      case .coverage(let it): [it.period.start]
      case .communicationRequest, .appointmentResponse: []
      }
    return moments.compactMap { $0 }
  }
}
