import Care
import Terminal
import TestSupport
import Testing

@testable import Dashboard

@Suite struct FirstUseTests: Staffed {
  @Test func `a message home is on file and says that it isn't sent`() throws {
    let rig = try rig()
    try rig.press("mrossi<Enter>Take<Space>it<Space>at<Space>night<C-s>")
    #expect(
      rig.state.toast?.words.hasPrefix("On file for Rossi, Bo, not sent from here: tell them another way") == true)
  }

  @Test func `a patient is handed on to professionals, and nobody joins a team twice`() throws {
    let rig = try rig()
    try rig.press("Ho")
    guard case .form(let offer) = rig.state.overlays.last else { return #expect(Bool(false), "no form") }
    #expect(rig.state.choices(offer).map(\.words) == ["Levi, Dan", "Kim, Lee"])
    try rig.press("<Esc>gta")
    guard case .form(let join) = rig.state.overlays.last else { return #expect(Bool(false), "no form") }
    #expect(!rig.state.choices(join).map(\.words).contains { ["Rossi, Bo", "Levi, Dan", "Kim, Lee"].contains($0) })
  }

  @Test func `a draft is found again by one of those it goes to by then`() throws {
    let rig = try rig()
    try rig.press("mlevi<Enter>half<A-w><Esc>mlevi<Enter>")
    #expect(rig.state.composer?.area.text == "half" && rig.state.composer?.draft.recipients.count == 2)
    try rig.press("<Esc>mkhan<Enter>")
    #expect(rig.state.composer?.area.text == "", "it went to nobody of that name")
  }

  @Test func `a name after an @ that nobody answers to keeps the message back`() throws {
    let rig = try rig()
    try rig.press("mlevi<Enter>ask<Space>@kim,<Space>please<C-s>")
    #expect(rig.state.composer?.fault?.hasPrefix("@kim gets nothing yet") == true)
    try rig.press("<C-u>a@b.org<Space>@levi<C-s>")
    #expect(rig.state.composer == nil, "an address is no call, and Levi gets it")
  }

  @Test func `the headings begin on a line of their own`() throws {
    let rig = try rig()
    try rig.press("mlevi<Enter>first<A-s>")
    #expect(rig.state.composer?.area.text.hasPrefix("first\nSituation:") == true)
  }

  @Test func `a filter is gone on with after a space, and finding a patient begins anew`() throws {
    let rig = try rig()
    try rig.press("/owner:me<Enter>/bo")
    #expect(rig.state.editing?.text == "owner:me bo")
    try rig.press("<Esc>prossi<Enter>pokafor")
    #expect(rig.state.editing?.text == "okafor")
  }

  @Test func `the next unread isn't looked for under a filter that was left`() throws {
    let rig = try rig()
    try rig.press("gWgwN")
    guard case .thread = rig.state.overlays.last else { return #expect(Bool(false), "no thread") }
    #expect(rig.state.inbox.filter == nil)
  }

  @Test func `what a thread can't do while it is read is said`() throws {
    let rig = try rig()
    try rig.press("Ngt")
    #expect(rig.state.toast?.words == "Team: close this first, with Esc.")
  }

  @Test func `a form can be gone back a step, and what was typed is there`() throws {
    let rig = try rig()
    try rig.press("Ho<Enter>watcher<Enter><C-u>short<Enter><S-Tab>")
    guard case .form(let form) = rig.state.overlays.last else { return #expect(Bool(false), "no form") }
    #expect(form.question == .summary && form.field.text == "short")
    try rig.press("er<Enter><S-Tab><S-Tab><S-Tab><S-Tab><S-Tab>")
    guard case .form(let first) = rig.state.overlays.last else { return #expect(Bool(false), "no form") }
    #expect(first.question == .recipient && !first.canGoBack)
  }

  @Test func `an arrow is a then`() {
    #expect(
      Contingency.read("weight up → call; if fever -> ED") == [
        Contingency(if: "weight up", then: "call"), Contingency(if: "fever", then: "ED"),
      ])
  }
}
