import Care
import Terminal
import TestSupport
import Testing

@testable import Dashboard

/// Filters that are more than words, and the views kept under numbers.
@Suite struct ViewTests {
  private func titles(_ rig: Rig) -> [String] {
    (0..<rig.state.count(.worklist)).compactMap { rig.state.work(at: $0)?.title }
  }

  @Test(arguments: [
    ("due:overdue", ["Call after discharge"]), ("due:today", ["Book echo"]), ("due:none", ["Renew consent"]),
    ("kind:booking", ["Cardiology visit"]),
    ("owner:none -kind:booking due:<4d", ["Call after discharge", "Book echo", "Check weight"]),
    ("is:overdue,unowned check", ["Check weight"]), ("rossi", ["Call after discharge"]),
  ])
  func `a query shows what it asks for, in the list's order`(query: String, wanted: [String]) throws {
    let rig = try Rig()
    try rig.press("/")
    rig.store.send(.paste(query))
    while rig.store.hasSpareWork { rig.store.doSpareWork() }
    try rig.press("<Enter>")
    #expect(titles(rig) == wanted)
  }

  @Test func `a typo is told at its place, hides nothing, and stays to be mended`() throws {
    let rig = try Rig()
    try rig.press("/ower:me<Enter>")
    #expect(rig.state.editing?.text == "ower:me")
    #expect(rig.state.filter(.worklist)?.query?.faults.map(\.words) == ["`ower:` is no field; write `owner:`"])
    #expect(titles(rig).count == 5)
    #expect(rig.state.toast?.words == "`ower:` is no field; write `owner:`")
  }

  @Test func `Tab goes on with what is offered first`() throws {
    let rig = try Rig()
    try rig.press("/ow<Tab>n<Tab>")
    #expect(rig.state.editing?.text == "owner:none")
    #expect(titles(rig).count == 5)
  }

  @Test func `what a query shows follows the record and the clock`() throws {
    let rig = try Rig()
    try rig.press("/due:overdue<Enter>")
    #expect(titles(rig) == ["Call after discharge"])
    rig.store.send(.clock(Rig.now.adding(hours: 5)))
    while rig.store.hasSpareWork { rig.store.doSpareWork() }
    #expect(titles(rig) == ["Call after discharge", "Book echo"])
    try rig.press("x")
    #expect(titles(rig) == ["Book echo"])
  }

  @Test func `numbers show what is mine, nobody's, overdue and today's`() throws {
    let rig = try Rig()
    try rig.press("A1")
    #expect(titles(rig) == ["Call after discharge"])
    try rig.press("3")
    #expect(titles(rig).count == 4 && !titles(rig).contains("Call after discharge"))
    try rig.press("4")
    #expect(titles(rig) == ["Call after discharge"])
    try rig.press("5")
    #expect(titles(rig) == ["Book echo"])
    try rig.press("<Esc>")
    #expect(titles(rig).count == 5)
  }

  @Test func `my team's is what those of my house have, and what waits for my role`() throws {
    let rig = try Rig(ViewTests.ward)
    let directory = ViewTests.directory
    rig.store.send(.followed(try rig.record.append([directory], since: 0, charts: [])))
    try rig.press("2")
    #expect(titles(rig) == ["For Lee", "For the role"])
    try rig.press("1")
    #expect(titles(rig) == ["For me"])
  }

  @Test func `a view is kept with its name and its order, and remembered`() throws {
    let rig = try Rig()
    try rig.press("/kind:task<Enter>opVby<Space>name<Enter>9<Enter>")
    #expect(
      rig.store.takeOutside() == [
        .rememberViews([
          SavedView(number: 9, name: "by name", filter: "kind:task", order: Order(column: .patient))
        ])
      ])
    try rig.press("<Esc>1")
    try rig.press("9")
    while rig.store.hasSpareWork { rig.store.doSpareWork() }
    #expect(rig.state.worklist.order(.worklist) == Order(column: .patient))
    #expect(titles(rig).count == 4)
    #expect(rig.state.toast?.words == "9  by name  kind:task")
  }

  @Test func `a view whose filter can't be read says what is wrong with it`() throws {
    var state = try Rig().state
    state.views = [SavedView(number: 8, name: "Soon", filter: "is:soon")]
    _ = reduce(&state, .key(Key("8")))
    #expect(state.toast?.words.hasPrefix("8  Soon: ") == true)
    #expect(state.toast?.weight == .refused)
  }

  @Test func `an empty list can be kept as a view too`() throws {
    let rig = try Rig([])
    try rig.press("Vmine<Enter>8<Enter>")
    #expect(rig.state.view(8)?.name == "mine")
  }

  @Test func `of lines of one owner the most overdue comes first, whatever has waited in between`() throws {
    let rig = try Rig()
    try rig.press("*aan<Enter><Enter>")
    // Back from waiting, it lies apart in the record and stands with the rest all the same.
    try rig.press("ggwtomorrow<Enter>why<Enter>")
    rig.store.send(.clock(Rig.now.adding(days: 2)))
    rig.store.settle()
    try rig.press("oo")
    while rig.store.hasSpareWork { rig.store.doSpareWork() }
    #expect(rig.state.work(at: 0)?.title == "Call after discharge")
  }

  @Test func `a number under which nothing is kept says how to keep one`() throws {
    let rig = try Rig()
    try rig.press("8")
    #expect(rig.state.toast?.words == "View 8: nothing is kept under 8; V keeps a view.")
  }

  @Test func `ordered by owner, patient, clock or organisation, like stands with like under its name`() throws {
    let rig = try Rig()
    try rig.press("Ajaward<Space>clerk<Down><Enter>oo")
    while rig.store.hasSpareWork { rig.store.doSpareWork() }
    let groups = rig.state.worklistLines(from: 0, height: 40).compactMap { line in
      if case .group(let words) = line { words } else { nil as String? }
    }
    #expect(groups == ["Khan, Ana", "ward clerk", "Nobody yet"])
    try rig.press("oc")
    while rig.store.hasSpareWork { rig.store.doSpareWork() }
    let clocks = rig.state.worklistLines(from: 0, height: 40).filter { if case .group = $0 { true } else { false } }
    #expect(clocks == [.group("No clock")])
  }

  private static let lee = MemberID(high: 7, low: 2)

  private static func role(_ member: MemberID, _ number: UInt64, _ words: String) -> DirectoryLine {
    DirectoryLine(
      id: MemberID(high: 7, low: number), origins: [OriginID(high: 7, low: number)], origin: "",
      resource: .practitionerRole(
        made(PractitionerRole()) {
          $0.practitioner = Reference(target: OriginID(member))
          $0.organization = Reference(target: OriginID(high: 7, low: 50))
          $0.codes = [Concept(text: words)]
        }))
  }

  private static let directory = Proposal(
    id: EntryID(high: 9, low: 900), stream: .directory, expected: 1, time: Rig.now, author: Author(name: "test"),
    event: .directoryReceived(
      Rig.source,
      [
        DirectoryLine(
          id: lee, origins: [OriginID(lee)], origin: "",
          resource: .practitioner(made(Practitioner()) { $0.names = [HumanName(family: "Kim", given: ["Lee"])] })),
        DirectoryLine(
          id: MemberID(high: 7, low: 50), origins: [OriginID(high: 7, low: 50)], origin: "",
          resource: .organization(made(Organization()) { $0.name = "North panel" })),
        role(Rig.me, 60, "Care coordinator"), role(lee, 61, "Nurse"),
      ]))

  private static func owned(_ words: String, _ owner: Reference) -> Resource {
    .task(
      made(Task()) {
        $0.status = .ready
        $0.description = words
        $0.owner = owner
      })
  }

  private static let ward: [(patient: UInt64, Resource)] = [
    (1, Rig.person("Rossi", "Bo")), (1, owned("For me", Reference(target: OriginID(high: 7, low: 60)))),
    (1, owned("For Lee", Reference(target: OriginID(lee)))),
    (1, owned("For the role", Reference(display: "care coordinator"))),
    (1, owned("For somebody else", Reference(display: "surgeon"))),
  ]
}
