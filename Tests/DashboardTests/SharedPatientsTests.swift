import Care
import Terminal
import TestSupport
import Testing

@testable import Dashboard

@Suite struct SharedPatientsTests: Staffed {
  private let house = MemberID(high: 5, low: 1)

  /// Patient 1 has Levi and me, patient 2 Levi for a house, patient 3 me alone, patient 4 Levi until yesterday.
  private func rig() throws -> Rig {
    func member(_ id: MemberID, for house: MemberID? = nil, until end: Moment? = nil) -> Participant {
      made(Participant()) {
        $0.actor = Reference(target: OriginID(id), kind: "Practitioner")
        if let house { $0.onBehalfOf = Reference(target: OriginID(house), kind: "Organization") }
        $0.period.end = end
      }
    }
    func team(_ members: Participant...) -> Resource {
      .careTeam(made(CareTeam()) { ($0.status, $0.participants) = (.active, members) })
    }
    let willow = DirectoryLine(
      id: house, origins: [OriginID(house)], origin: "Organization/1",
      resource: .organization(made(Organization()) { $0.name = "Willow Nursing" }))
    return try Rig(
      Rig.ward + [
        (1, team(member(levi), member(Rig.me))), (2, team(member(levi, for: house))), (3, team(member(Rig.me))),
        (4, team(member(levi, until: Moment(Rig.now.adding(days: -1))))),
      ], directory: staff + [willow])
  }

  private func shown(_ rig: Rig) -> [String] {
    (0..<rig.state.count(.patients)).compactMap { rig.state.patientRow(at: $0)?.name }
  }

  @Test(arguments: [
    ("with:me", ["Rossi, Bo", "Tanaka, Yui"]), ("with:levi", ["Okafor, Chi", "Rossi, Bo"]),
    ("with:willow", ["Okafor, Chi"]), ("with:me with:levi", ["Rossi, Bo"]),
    ("-with:me", ["Inês, Silva", "Okafor, Chi"]),
    ("with:me bo", ["Rossi, Bo"]),
  ])
  func `patients are asked for by who is on their teams now, and for which house`(_ query: String, _ names: [String])
    throws
  {
    let rig = try rig()
    try rig.press("gp/" + query.replacing(" ", with: "<Space>") + "<Enter>")
    #expect(shown(rig) == names)
  }

  @Test func `one key shows what is shared with the member under the cursor`() throws {
    let rig = try rig()
    try rig.press("gtgS")
    #expect(rig.state.census.filter?.text == "with:me with:\"Levi, Dan\"")
    #expect(shown(rig) == ["Rossi, Bo"])
  }
}
