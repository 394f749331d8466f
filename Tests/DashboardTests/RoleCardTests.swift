import Care
import Terminal
import TestSupport
import Testing

@testable import Dashboard

@Suite struct RoleCardTests: Staffed {
  @Test func `a card tells who is called now and from when somebody else is`() throws {
    let house = MemberID(high: 5, low: 1)
    let unit = Reference(target: OriginID(house), kind: "Organization")
    func turn(_ low: UInt64, _ hours: ClosedRange<Int>) -> DirectoryLine {
      let post = MemberID(high: 6, low: low)
      let span = RosterSpan(
        .onCall, start: Moment(Rig.now.adding(hours: hours.lowerBound)),
        end: Moment(Rig.now.adding(hours: hours.upperBound)), rank: 1, unit: unit)
      return DirectoryLine(
        id: Directory.dutyRosterID(of: post), origins: [], origin: "",
        resource: .dutyRoster(DutyRoster(member: Reference(target: OriginID(post)), spans: [span])))
    }
    func role(_ low: UInt64, _ member: MemberID) -> DirectoryLine {
      DirectoryLine(
        id: MemberID(high: 6, low: low), origins: [OriginID(MemberID(high: 6, low: low))], origin: "",
        resource: .practitionerRole(
          made(PractitionerRole()) {
            $0.practitioner = Reference(target: OriginID(member), kind: "Practitioner")
            ($0.codes, $0.organization) = ([Concept(text: "pharmacist")], unit)
          }))
    }
    let ward = DirectoryLine(
      id: house, origins: [OriginID(house)], origin: "",
      resource: .organization(made(Organization()) { $0.name = "4B" }))
    let rig = try Rig(
      Rig.ward + [(1, team(1))],
      directory: [
        person(levi, "Levi", "Dan"), person(kim, "Kim", "Lee"), ward, role(1, levi), role(2, kim), turn(1, -1...10),
        turn(2, 10...20),
      ])
    try rig.press("gt<Enter>")
    guard case .detail(_, let lines, _) = rig.state.overlays.last else { return #expect(Bool(false), "no card") }
    #expect(lines.contains("on call     Levi, Dan, until 18:00"))
    #expect(lines.contains("            from 18:00 Kim, Lee"))
  }
}
