import Care
import Terminal
import Testing

@testable import Dashboard

/// What commands ask, what may be answered, and what comes of it.
@Suite struct FormTests {
  private func form(_ rig: Rig) throws -> Form {
    guard case .form(let form)? = rig.state.overlays.last else { throw Missing() }
    return form
  }

  private struct Missing: Error {}

  private func row(_ rig: Rig, _ title: String) -> WorkRow? {
    let list = rig.state.workspace.lists.worklist
    return (0..<list.count).compactMap { list[$0] }.first { $0.title == title }
  }

  private func chart(_ rig: Rig, _ patient: UInt64) throws -> Chart {
    try #require(rig.state.workspace.chart(PatientID(high: 0, low: patient)))
  }

  // MARK: Assign

  @Test func `assigning offers myself first, and one more key does it`() throws {
    let rig = try Rig()
    try rig.press("a")
    #expect(rig.state.choices(try form(rig)).first?.words == "Khan, Ana")
    try rig.press("<Enter>")
    #expect(rig.state.toast?.words == "Assigned to you  Rossi, Bo: Call after discharge")
    #expect(row(rig, "Call after discharge")?.owner.display == "Khan, Ana")
  }

  @Test func `what nobody is called can be given to as a role`() throws {
    let rig = try Rig()
    try rig.press("asocial<Space>worker<Enter>")
    #expect(
      try form(rig).fault?.words
        == "Nobody is called “social worker”. If it is a role, go to it with ↓ and press Enter again.")
    #expect(row(rig, "Call after discharge")?.owner.isEmpty == true, "a name typed wrongly becomes nobody")
    try rig.press("<Down><Enter>")
    #expect(row(rig, "Call after discharge")?.owner.display == "social worker")
  }

  @Test func `five lines go to one person, shown first, and come back with one key`() throws {
    let rig = try Rig()
    try rig.press("*aan<Enter>")
    let overlay = try #require(rig.state.overlays.last)
    let lines = try #require(rig.state.reading(overlay)).lines.map(\.words)
    #expect(lines.first == "Enter: Assigned to you")
    #expect(lines.count == 6)
    try rig.press("<Enter>")
    #expect(rig.state.toast?.words == "Assigned to you  5 lines")
    try rig.press("u")
    #expect((0..<5).allSatisfy { rig.state.work(at: $0)?.owner.isEmpty == true })
  }

  // MARK: Wait

  @Test func `waiting takes date words, tells what they mean, and points at one that is none`() throws {
    let rig = try Rig()
    try rig.press("wtue")
    #expect(rig.state.meaning(try form(rig)) == "Tue 24 Nov")
    try rig.press("<C-u>tua<Enter>")
    let fault = try #require(try form(rig).fault)
    #expect(fault.range == 0..<3)
    #expect(try form(rig).field.text == "tua", "nothing typed is lost")
    try rig.press("<C-u>2026-11-20<Enter>")
    #expect(try form(rig).fault?.words == "2026-11-20 has passed; write a day to come")
    try rig.press("<C-u>2bd<Enter>")
    #expect(try form(rig).question == .reason, "beyond its due time the record must say why")
    try rig.press("holiday<Enter>")
    #expect(
      row(rig, "Call after discharge")?.sleepsUntil
        == rig.state.workspace.zone.startOfDay(CivilDate(year: 2026, month: 11, day: 24)))
  }

  @Test func `a wait that ends before it is due needs no reason`() throws {
    let rig = try Rig()
    try rig.press("jjwtomorrow<Enter>")
    #expect(rig.state.overlays.isEmpty)
    #expect(rig.state.toast?.words == "Waits until Sun 22 Nov  Tanaka, Yui: Check weight")
  }

  @Test func `the reason given last is offered, and taken only by whoever goes to it`() throws {
    let rig = try Rig()
    try rig.press("eno<Space>answer<Enter>")
    #expect(rig.state.toast?.words == "Passed up to the supervisor  Rossi, Bo: Call after discharge")
    try rig.press("jj")
    try rig.press("e<Enter>")
    #expect(rig.state.deeds.count == 1, "what was said of another patient is not said of this one by itself")
    #expect(try !form(rig).isAnyChosen(among: rig.state.choices(form(rig))))
    try rig.press("<Down><Enter>")
    #expect(rig.state.deeds.count == 2)
    #expect(rig.state.deeds.last?.entries.first?.reason == "no answer")
  }

  @Test func `the last step of the ladder says that there is none above`() throws {
    let rig = try Rig()
    for _ in 0..<2 {
      try rig.press("gg")
      while rig.state.selectedWork?.title != "Call after discharge" { try rig.press("j") }
      try rig.press("ewhy<Enter>")
    }
    try rig.press("gg")
    while rig.state.selectedWork?.title != "Call after discharge" { try rig.press("j") }
    try rig.press("e")
    #expect(rig.state.toast?.words == "Escalate: the ladder has no step above medical director.")
  }

  @Test func `what waits can be had back at once`() throws {
    let rig = try Rig()
    try rig.press("wtue<Enter>why<Enter>")
    #expect(rig.state.count(.worklist) == 4)
    try rig.press("/is:waiting<Enter>")
    #expect(rig.state.count(.worklist) == 1)
    try rig.press("W")
    #expect(rig.state.count(.worklist) == 0)
    try rig.press("<Esc>")
    #expect(rig.state.count(.worklist) == 5)
  }

  // MARK: Close

  @Test func `a booking is asked how it ended`() throws {
    let rig = try Rig([(1, Rig.person("Rossi", "Bo")), (1, Rig.booking(days: -1))])
    try rig.press("x")
    #expect(rig.state.choices(try form(rig)).map(\.words) == ["kept", "did not come", "cancelled", "entered in error"])
    try rig.press("did<Enter>")
    #expect(try chart(rig, 1).appointments.items.first?.value.status == .noshow)
    try rig.press("u")
    #expect(try chart(rig, 1).appointments.items.first?.value.status == .booked)
  }

  @Test func `an outcome with a reason asks for one, and nothing is written without`() throws {
    let rig = try Rig()
    try rig.press("Xnot<Enter><Enter>")
    #expect(try form(rig).fault?.words == "Write a few words; Esc leaves all as it is.")
    try rig.press("<Esc>")
    #expect(rig.state.deeds.isEmpty && rig.state.count(.worklist) == 5)
    try rig.press("Xnot<Enter>moved<Space>away<Enter>")
    #expect(rig.state.toast?.words == "Closed: not needed  Rossi, Bo: Call after discharge")
    let task = try chart(rig, 1).tasks.items.first?.value
    #expect(task?.status == .cancelled && task?.statusReason.label == "moved away")
  }

  @Test func `a status is offered only where the state may go there`() throws {
    let rig = try Rig([(1, Rig.person("Rossi", "Bo")), (1, Rig.task("Call", due: 0, status: .onHold))])
    try rig.press("x")
    #expect(
      rig.state.toast?.words == "Close: the task is on hold; s starts it; , shows where it may go.",
      "a refused move says the state and the keys that work")
    try rig.press(",")
    #expect(
      rig.state.choices(try form(rig)).map(\.words) == [
        "under way", "ready", "failed", "cancelled", "entered in error",
      ])
    try rig.press("ready<Enter>")
    #expect(rig.state.selectedWork?.status == "ready")
  }

  @Test func `what is typed and fits nothing is told, and kept`() throws {
    let rig = try Rig()
    try rig.press("Xzzz<Enter>")
    #expect(try form(rig).fault?.words == "None of these is called “zzz”.")
    #expect(try form(rig).field.text == "zzz")
  }

  // MARK: Writing

  @Test func `a call that was answered closes the task to call, in one deed`() throws {
    let rig = try Rig()
    try rig.press("c")
    #expect(rig.state.choices(try form(rig)).map(\.words) == ["Rossi, Bo"])
    try rig.press("<Enter><Enter><Enter>")
    #expect(rig.state.choices(try form(rig)).map(\.words) == ["yes", "no"], "its name is to call")
    try rig.press("<Enter>")
    #expect(
      rig.state.toast?.words
        == "Call to Rossi, Bo on file: reached; it is settled by that  Rossi, Bo: Call after discharge")
    #expect(rig.state.count(.worklist) == 4)
    #expect(rig.state.deeds.map(\.entries.count) == [2])
    try rig.press("u")
    #expect(rig.state.count(.worklist) == 5)
    #expect(try chart(rig, 1).communications.items.last?.value.status == .enteredInError)
  }

  @Test func `a task that asks for more than a call stays open unless somebody says that it is done`() throws {
    let rig = try Rig()
    try rig.press("jc<Enter><Enter><Enter>")
    #expect(rig.state.choices(try form(rig)).map(\.words) == ["no", "yes"])
    try rig.press("<Enter>")
    #expect(rig.state.toast?.words == "Call to Okafor, Chi on file: reached  Okafor, Chi: Book echo")
    #expect(rig.state.count(.worklist) == 5)
  }

  @Test func `one's own words are read, and a call doesn't read as a message`() throws {
    let rig = try Rig()
    try rig.press("jc<Enter><Enter>well<Enter><Enter>")
    let okafor = try chart(rig, 2)
    let thread = try #require(okafor.threads.first)
    #expect(thread.messages.first?.value.payload == ["Call, reached: well"])
    #expect(!okafor.reading.leaveUnread(thread.id, upTo: thread.last, by: rig.state.author.member))
  }

  @Test func `what is left to do after a call is a task, since the rule's line is settled by the call`() throws {
    let rig = try Rig(ClockLineTests.home)
    for _ in 0..<5 where rig.state.selectedWork?.title != "Call after discharge" { try rig.press("j") }
    try rig.press("c<Enter>reached,<Enter>send<Space>the<Space>diary<Enter>")
    let words = try #require(rig.state.toast?.words)
    #expect(words.contains("it is settled by that; what is left to do is a task of yours"), "\(words)")
    #expect(row(rig, "send the diary")?.owner.display == "Khan, Ana")
    try rig.press("u")
    #expect(row(rig, "send the diary") == nil && row(rig, "Call after discharge") != nil)
  }

  @Test func `a call to somebody else is no contact with the patient`() throws {
    let rig = try Rig(ClockLineTests.home)
    let count = rig.state.count(.worklist)
    try rig.press("cward<Down><Enter><Enter><Enter>")
    #expect(
      rig.state.toast?.words.hasPrefix("Call to ward on file: reached  ") == true, "\(rig.state.toast?.words ?? "")")
    #expect(rig.state.count(.worklist) == count)
  }

  @Test func `a call that reached nobody leaves the task, with what was tried`() throws {
    let rig = try Rig(ClockLineTests.home)
    try rig.press("c<Enter>no<Space>answer<Enter>voicemail<Enter>")
    #expect(rig.state.count(.worklist) == 2)
    let answers = rig.state.answers(try #require(rig.state.selectedWork))
    #expect(answers.first { $0.question == "so far" }?.words == "1 attempt, the last Sat 21 Nov 08:00: no answer")
  }

  @Test func `a task is typed with its day and its owner`() throws {
    let rig = try Rig()
    try rig.press("nOrder<Space>oxygen<Enter>2bd<Enter><Enter>")
    let task = try #require(row(rig, "Order oxygen"))
    #expect(task.patientName == "Rossi, Bo" && task.owner.display == "Khan, Ana")
    #expect(task.due == Moment(date: CivilDate(year: 2026, month: 11, day: 24)))
  }

  @Test func `a task made out of a message names the message`() throws {
    let rig = try Rig()
    try rig.press("gmn")
    #expect(try form(rig).field.text == "Furosemide dose")
    try rig.press("<Enter><Enter><Enter>")
    let rossi = try chart(rig, 1)
    let task = try #require(rossi.tasks.items.last?.value)
    #expect(task.focus.target.flatMap { rossi.origins[$0] } == rossi.threads.first?.id)
    #expect(task.restriction.end == nil, "no day is no day")
  }

  @Test func `a message, a referral and a booking are written about the line`() throws {
    let rig = try Rig()
    try rig.press("mnurse<Down><Enter>please<Space>call<C-s>")
    #expect(rig.state.toast?.words == "Sent to nurse  Rossi, Bo: Call after discharge")
    try rig.press("b<Enter>24<Space>nov<Space>9:00<Enter><Enter>")
    #expect(rig.state.toast?.words.hasPrefix("Booked Tue 24 Nov 09:00") == true)
    try rig.press("rhome<Space>oxygen<Enter>khan<Enter><Enter><Enter><Enter>")
    #expect(row(rig, "home oxygen")?.kind == .referral)
  }

  @Test func `who hasn't said who they are writes nothing`() throws {
    let rig = try Rig(isSignedIn: false)
    for key in ["c", "m", "r", "b", "n"] {
      try rig.press(key)
      #expect(rig.state.overlays.isEmpty)
      #expect(rig.state.toast?.words.hasSuffix("say who you are: start with --as NAME.") == true)
    }
  }

  @Test func `many lines of a paste stay lines of the message, and control characters are no keys`() throws {
    let rig = try Rig()
    try rig.press("mnurse<Down><Enter>")
    rig.store.send(.paste("line one\nline two\u{1B}[31m"))
    try rig.press("<C-s>")
    #expect(try chart(rig, 1).communications.items.last?.value.payload == ["line one\nline two[31m"])
  }

  // MARK: Why here

  @Test func `the list of keys begins with why the line stands here`() throws {
    let rig = try Rig()
    try rig.press("?")
    let lines = rig.state.helpLines("").prefix(7).map { line in
      switch line {
      case .heading(let words), .words(let words): words
      default: ""
      }
    }
    #expect(
      lines == [
        "Why this line stands here: the first that differs decides", "  band: Overdue",
        "  owner: nobody, so it comes first in its band",
        "  time: overdue for 20 h (Fri 20 Nov 12:00)", "  priority: not stated, counted as routine",
        "  risk: not known",
        "  touched: not known",
      ], "\(lines)")
  }
}
