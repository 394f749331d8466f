import Care
import TestSupport
import Testing

@testable import Dashboard

/// What other windows would tell.
private final class Others: Onlookers {
  var told: [PatientID?] = []
  var there: [MemberID] = []
  var isBusy = false

  func look(at patient: PatientID?, of member: MemberID) -> Bool {
    if !isBusy { told.append(patient) }
    return !isBusy
  }

  func others(at patient: PatientID) -> [MemberID] { there }
}

private let dan = MemberID(high: 7, low: 2)
private let lee = MemberID(high: 7, low: 3)

private func person(_ id: MemberID, _ family: String) -> DirectoryLine {
  DirectoryLine(
    id: id, origins: [OriginID(id)], origin: family,
    resource: .practitioner(made(Practitioner()) { $0.names = [HumanName(family: family, given: ["A"])] }))
}

@Suite struct OnlookersTests {
  private let others = Others()

  private func rig() throws -> Rig {
    try Rig(directory: [person(dan, "Levi"), person(lee, "Kim")], onlookers: others)
  }

  @Test func `nobody is told anything, nor sees anybody, until they agree`() throws {
    let rig = try rig()
    others.there = [dan]
    try rig.press("j")
    rig.store.send(.rest)
    _ = rig.store.follow()
    #expect(others.told.isEmpty && rig.state.onlookers.isEmpty)
  }

  @Test func `where the hands rest is told, and who looks there too is seen`() throws {
    let rig = try rig()
    others.there = [dan, Rig.me]
    try rig.press("gL")
    #expect(others.told == [rig.state.patient])
    #expect(rig.state.onlookerWords.first == "Levi, A looks too", "oneself in another window doesn't count")
    try rig.press("j")
    #expect(rig.state.onlookers.isEmpty, "those who looked at the one before may not look here")
    #expect(rig.state.awaitsRest)
    rig.store.send(.rest)
    #expect(others.told.last == rig.state.patient && !rig.state.awaitsRest)
    others.there = [dan, lee]
    _ = rig.store.follow()
    #expect(rig.state.onlookerWords == ["Levi, A and 1 more look too", "+2 here"])
  }

  @Test func `running down a list tells nothing until the hands rest`() throws {
    let rig = try rig()
    try rig.press("gLjjk")
    #expect(others.told.count == 1)
  }

  @Test func `a busy disk is tried again, and leaving or taking it back looks away`() throws {
    let rig = try rig()
    others.isBusy = true
    try rig.press("gL")
    #expect(rig.state.awaitsRest && others.told.isEmpty)
    others.isBusy = false
    rig.store.send(.rest)
    #expect(others.told.count == 1)
    try rig.press("gL")
    #expect(others.told.last == .some(nil))
    #expect(rig.store.takeOutside().contains(.rememberLook(false)))
    try rig.press("gLq")
    #expect(others.told.last == .some(nil) && rig.state.isDone)
  }
}
