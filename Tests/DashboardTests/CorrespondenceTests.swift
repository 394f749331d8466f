import Care
import Terminal
import TestSupport
import Testing

@testable import Dashboard

@Suite struct CorrespondenceTests: Staffed {
  @Test func `one key asks, one takes who is there, one sends`() throws {
    let rig = try rig()
    try rig.press("Q")
    guard case .form(let form) = rig.state.overlays.last else { return #expect(Bool(false), "no form") }
    let choices = rig.state.choices(form)
    let medication = try #require(choices.first { $0.words == "medication use" })
    #expect(medication.detail.hasPrefix("Levi, Dan, pharmacist, here now"))
    let diet = rig.state.topics("diet", form)
    #expect(diet.first?.detail.contains("nobody until Mon 07:00") == true)
    try rig.press("medication<Enter>How<Space>much?<C-s>")
    let message = try #require(try chart(rig, 1).communications.items.last?.value)
    #expect(message.payload == ["How much?"] && message.topic.text == "medication use")
    #expect(rig.state.workspace.directory.person(behind: try #require(message.recipients.first)) == levi)
    #expect(rig.state.toast?.words.hasPrefix("Sent to Levi, Dan") == true)
  }

  @Test func `an empty message and one to nobody stay, and say what is missing`() throws {
    let rig = try rig()
    try rig.press("mlevi<Enter><C-s>")
    #expect(rig.state.composer?.fault == "Nothing is written yet.")
    try rig.press("a<A-r><C-s>")
    #expect(rig.state.composer?.fault?.hasPrefix("It goes to nobody yet") == true)
    #expect(try chart(rig, 1).communications.count == 1)
  }

  @Test func `a paste of a megabyte is refused with the number, and nothing is lost`() throws {
    let rig = try rig()
    try rig.press("mlevi<Enter>abc")
    rig.store.send(.paste(String(repeating: "x", count: 1_000_000)))
    #expect(rig.state.composer?.area.text == "abc")
    #expect(rig.state.composer?.fault?.contains("900003 characters too long") == true)
  }

  @Test func `a draft is there again, and is gone once it is sent`() throws {
    let rig = try rig()
    try rig.press("mlevi<Enter>half<Esc>")
    #expect(rig.state.overlays.isEmpty && rig.state.drafts.map(\.text) == ["half"])
    try rig.press("mlevi<Enter>")
    #expect(rig.state.composer?.area.text == "half")
    try rig.press("<Space>done<C-s>")
    #expect(rig.state.drafts.isEmpty)
    #expect(try chart(rig, 1).communications.items.last?.value.payload == ["half done"])
  }

  @Test func `a message that the disk refuses is a draft still`() throws {
    let rig = try rig()
    try rig.press("mlevi<Enter>hello")
    var state = rig.state
    let effects = reduce(&state, .key(try Key(notation: "<C-s>")))
    let request = try #require(
      effects.lazy.compactMap { if case .append(let request) = $0 { request } else { nil } }.first)
    #expect(!effects.contains { if case .dropDraft = $0 { true } else { false } })
    _ = reduce(&state, .refused(request, "the disk is full"))
    #expect(state.drafts.map(\.text) == ["hello"] && state.overlays.isEmpty)
  }

  @Test func `the next unread is read, also where its patient was not in view`() throws {
    let rig = try rig()
    try rig.press("jN")
    guard case .thread = rig.state.overlays.last else { return #expect(Bool(false), "no thread") }
    #expect(try chart(rig, 1).reading.map(\.member) == [Rig.me])
    try rig.press("<Esc>")
    #expect(rig.state.threadRow(at: 0)?.isUnread(by: Rig.me) == false)
  }

  @Test func `nothing unread in a list that shows nothing is said`() throws {
    let rig = try rig()
    try rig.press("gWN")
    #expect(rig.state.count(.inbox) == 0)
    #expect(rig.state.toast?.words == "You have read every thread from here on that this filter shows; Esc shows all.")
  }

  @Test func `the hands rest, and what is typed is asked to be kept`() throws {
    let rig = try rig()
    try rig.press("mlevi<Enter>half")
    #expect(rig.state.awaitsRest)
    var state = rig.state
    let effects = reduce(&state, .rest)
    #expect(effects.contains { if case .keepDraft(let draft) = $0 { draft.text == "half" } else { false } })
    #expect(!state.awaitsRest)
    _ = reduce(&state, .draftHeld(try #require(state.composer).draft.id))
    #expect(state.awaitsRest, "the disk was busy")
  }

  @Test func `a name after an @ makes its bearer a recipient`() throws {
    let rig = try rig()
    try rig.press("mlevi<Enter>ask<Space>@kim")
    #expect(rig.state.mentioned(try #require(rig.state.composer)).first?.words == "Kim, Lee")
    try rig.press("<Tab>too<C-s>")
    let message = try #require(try chart(rig, 1).communications.items.last?.value)
    #expect(message.recipients.count == 2 && message.payload == ["ask @Kim, Lee too"])
  }

  @Test func `the patient who wants no contact is written to by nobody`() throws {
    let flag = ContactPreference.noContact.flag(by: me, from: Rig.now)
    let rig = try rig(more: [(1, .flag(flag))])
    try rig.press("mrossi<Enter>hello<C-s>")
    #expect(rig.state.composer?.fault?.contains("wants nobody to get in touch") == true)
    #expect(try chart(rig, 1).communications.count == 1)
  }

  @Test func `a carer is told only on a ground, and what was told is accounted for`() throws {
    let lia = Resource.relatedPerson(
      made(RelatedPerson()) { $0.names = [HumanName(family: "Rossi", given: ["Lia"])] })
    let rig = try rig(more: [(1, lia)])
    try rig.press("mlia<Enter>He<Space>eats<Space>well.")
    try rig.press("<C-s><Enter>")
    #expect(rig.state.composer?.fault?.hasPrefix("Nothing was sent") == true)
    #expect(try chart(rig, 1).communications.count == 1)
    try rig.press("<C-s><Down><Down><Enter>")
    let after = try chart(rig, 1)
    #expect(after.communications.count == 2)
    #expect(after.disclosures.map(\.basis) == [.noObjection] && after.disclosures.map(\.text) == ["He eats well."])
    #expect(after.consents.isEmpty, "that nobody objected is for this message alone")
    try rig.press("u")
    #expect(try chart(rig, 1).disclosures.first?.takenBack != nil)
    #expect(try chart(rig, 1).communications.items.last?.value.status == .enteredInError)
    try rig.press("mlia<Enter>Again.<C-s><Down><Enter>")
    let consent = try #require(try chart(rig, 1).consents.items.last?.value)
    #expect(consent.topic == "Call after discharge" && consent.period.end != nil)
    try rig.press("mlia<Enter>And<Space>again.<C-s>")
    #expect(
      try chart(rig, 1).disclosures.map(\.text).last == "And again.", "an agreement on file is not asked for twice")
  }

  @Test func `what was written elsewhere has come onto this screen, is read with N, acknowledged and answered`() throws
  {
    let rig = try rig()
    try write(rig, "K 3.2", to: [me])
    func receipts() throws -> [ReceiptKind] { try chart(rig, 1).receipts.map(\.kind) }
    #expect(try receipts() == [.delivered])
    try rig.press("N")
    #expect(try receipts() == [.delivered, .read])
    guard case .thread = rig.state.overlays.last else { return #expect(Bool(false), "no thread") }
    try rig.press("y")
    #expect(try receipts() == [.delivered, .read, .acknowledged])
    try rig.press("rok<C-s>")
    let answer = try #require(try chart(rig, 1).communications.items.last?.value)
    #expect(answer.payload == ["ok"] && answer.recipients.map(\.target) == [OriginID(levi)])
    try rig.press("<Esc>u")
    #expect(try chart(rig, 1).communications.items.last?.value.status == .enteredInError)
    try rig.press("u")
    #expect(try receipts() == [.delivered, .read], "an acknowledgement can be taken back, having read something can't")
  }

  @Test func `what is waited for is a list of its own`() throws {
    let rig = try rig()
    try rig.press("mlevi<Enter>why?<C-s>gW")
    #expect(rig.state.focus == .inbox && rig.state.count(.inbox) == 1)
    #expect(rig.state.threadRow(at: 0)?.patientName == "Rossi, Bo")
    try rig.press("<Esc>/from:levi<Enter>")
    #expect(rig.state.count(.inbox) == 0)
    try rig.press("/<C-u>why<Enter>")
    #expect(rig.state.count(.inbox) == 1, "words of messages are looked through")
    try rig.press("/<C-u>on:yesterday<Enter>")
    #expect(rig.state.count(.inbox) == 0)
  }

  @Test func `what arrives moves nobody's selection`() throws {
    let rig = try rig()
    try rig.press("gi")
    let before = rig.state.threadRow(at: rig.state.inbox.cursor.index)?.thread
    try write(rig, "K 3.2", to: [me])
    #expect(rig.state.count(.inbox) == 2)
    #expect(rig.state.threadRow(at: rig.state.inbox.cursor.index)?.thread == before)
  }

  @Test func `who hasn't said who they are reads, and answers nothing`() throws {
    let rig = try rig(isSignedIn: false)
    for keys in ["Q", "N", "gir", "giy"] {
      try rig.press(keys)
      #expect(rig.state.toast?.words.contains("--as NAME") == true, "\(keys)")
    }
  }
}
