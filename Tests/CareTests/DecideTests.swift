import TestSupport
import Testing

@testable import Care

@Suite struct DecideTests {
  private let context = CommandContext(now: instant("2026-11-21"), author: someone, site: SiteRules(zone: .utc))

  private func chart(_ status: TaskStatus?) -> Chart { Chart([(1, .task(made(Task()) { $0.status = status }))]) }

  /// The moves that FHIR R4's Task state machine draws, and cancelling and correcting from every live state.
  private static let drawn: [TaskStatus: Set<TaskStatus>] = [
    .draft: [.requested, .ready, .cancelled, .enteredInError],
    .requested: [
      .received, .accepted, .rejected, .ready, .inProgress, .onHold, .completed, .cancelled, .enteredInError,
    ],
    .received: [.accepted, .rejected, .ready, .inProgress, .onHold, .completed, .cancelled, .enteredInError],
    .accepted: [.inProgress, .onHold, .completed, .failed, .cancelled, .enteredInError],
    .ready: [.inProgress, .onHold, .completed, .failed, .cancelled, .enteredInError],
    .inProgress: [.onHold, .completed, .failed, .cancelled, .enteredInError],
    .onHold: [.ready, .inProgress, .failed, .cancelled, .enteredInError],
    .completed: [.enteredInError], .rejected: [.enteredInError], .failed: [.enteredInError],
    .cancelled: [.enteredInError], .enteredInError: [],
  ]

  @Test(arguments: TaskStatus.allCases, TaskStatus.allCases)
  func `every state of a task goes where the table says and nowhere else`(from: TaskStatus, to: TaskStatus) {
    let isAllowed = Self.drawn[from]?.contains(to) ?? false
    let events = try? decide(chart(from), .setStatus(task: line(1), to: to), context)
    #expect(events == (isAllowed ? [.taskStatusChanged(task: line(1), from: from, to: to)] : nil))
  }

  @Test func `a refused move names both states in words`() {
    let refusal = #expect(throws: Refusal.self) {
      try decide(chart(.onHold), .setStatus(task: line(1), to: .completed), context)
    }
    #expect(refusal?.words == "A task that is on hold can't become completed.")
  }

  @Test func `undo puts back exactly what was there`() throws {
    for status in [TaskStatus.requested, .ready, .inProgress] {
      var chart = chart(status)
      let before = chart.tasks[line(1)]?.value.status
      let event = try #require(decide(chart, .setStatus(task: line(1), to: .completed), context).first)
      chart.tell(event)
      let entry = entry(event)
      for undo in try decide(chart, .undo(entry), context) { chart.tell(undo) }
      #expect(chart.tasks[line(1)]?.value.status == before)
    }
  }

  @Test func `undo is refused once somebody else has changed the task`() {
    var chart = chart(.ready)
    let mine = Event.taskStatusChanged(task: line(1), from: .ready, to: .inProgress)
    chart.tell(mine)
    chart.tell(.taskStatusChanged(task: line(1), from: .inProgress, to: .completed))
    #expect(throws: Refusal("\(someone.name) has moved this task on since.")) {
      try decide(chart, .undo(entry(mine)), context)
    }
  }

  @Test func `assigning a task to its owner changes nothing`() throws {
    let me = Reference(target: origin(9), display: "me")
    var chart = chart(.ready)
    let events = try decide(chart, .assign(item: line(1), to: me), context)
    #expect(events == [.ownerChanged(item: line(1), from: Reference(), to: me)])
    events.forEach { chart.tell($0) }
    #expect(try decide(chart, .assign(item: line(1), to: me), context) == [])
  }

  @Test func `a thread is read once, and again when a newer message has come`() throws {
    func message(_ sent: String) -> Resource {
      .communication(made(Communication()) { $0.sent = moment(sent) })
    }
    var chart = Chart([(1, message("2026-11-01"))])
    let events = try decide(chart, .markRead(thread: line(1), as: []), context)
    #expect(events.count == 1)
    events.forEach { chart.tell($0) }
    #expect(try decide(chart, .markRead(thread: line(1), as: []), context) == [])
    #expect(throws: Refusal.self) {
      try decide(
        chart, .markRead(thread: line(1), as: []),
        CommandContext(now: context.now, author: Author(name: "nobody"), site: context.site))
    }
  }

  private func entry(_ event: Event) -> Entry {
    Entry(
      sequence: 1, version: 1,
      of: Proposal(
        id: EntryID(high: 0, low: 1), stream: .patient(somePatient), expected: 0, time: context.now, author: someone,
        event: event))
  }
}
