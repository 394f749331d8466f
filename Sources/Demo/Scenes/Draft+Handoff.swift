import Care

extension Draft {
  /// The ward gives the patient to the coordinator, with all that I-PASS asks of the giver.
  mutating func handOver() {
    let (nurse, coordinator) = (the(.unitNurse), the(.coordinator))
    let task: LineID = ids.id()
    let due = calendar.later(Moment(calendar.now), minutes: 48)
    let content = HandoffContent(
      severity: .watcher,
      summary: "Heart failure, home from 4B after six days. Water tablet doubled, potassium low at discharge.",
      actions: .list([
        HandoffAction("Ask for the weight by phone", due: calendar.at(1, 10)),
        HandoffAction("Blood draw for potassium", due: calendar.at(calendar.workday(1), 12)),
      ]),
      contingencies: [
        Contingency(if: "the weight is up by 2 kg", then: "call cardiology on call the same day"),
        Contingency(if: "potassium is under 3.5", then: "ask \(the(.cardiologist).spoken) before the next tablet"),
      ])
    ask(by: nurse, minutesAgo: 16) { chart, now in
      let writing = Writing(chart, about: nil, by: nurse.practitioner, now: now)
      let handoff = writing.handoff(
        to: coordinator.practitioner, of: chart.encounters.items.last?.id, way: "ward 4B → care coordination", due: due)
      return .write(chart.written(handoff, task))
    }
    ask(by: nurse, minutesAgo: 16) { _, _ in
      .handOff(
        handoff: task, .offer(content, to: coordinator.practitioner, by: HandoffParty(nurse.practitioner)))
    }
  }
}
