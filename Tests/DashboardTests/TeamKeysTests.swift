import Care
import Terminal
import TestSupport
import Testing

@testable import Dashboard

@Suite struct TeamKeysTests: Staffed {
  @Test func `members join in a role that is missing, leave, and stay on file`() throws {
    let rig = try rig()
    try rig.press("gtakhan<Enter>case<Enter>")
    #expect(rig.state.view?.team.contains { $0.name.words == "Khan, Ana" && $0.standing == .member } == true)
    let index = try #require(rig.state.view?.team.firstIndex { $0.name.words == "Khan, Ana" })
    try rig.press("gg" + String(repeating: "j", count: index) + "X")
    #expect(rig.state.view?.team.contains { $0.name.words == "Khan, Ana" && $0.standing == .past } == true)
    try rig.press("u")
    #expect(rig.state.view?.team.contains { $0.name.words == "Khan, Ana" && $0.standing == .member } == true)
  }

  @Test func `a template names the roles, and those nobody holds are missing`() throws {
    let rig = try rig()
    try rig.press("gttintegrated<Enter>")
    let missing = (rig.state.view?.coverage ?? []).compactMap { finding -> String? in
      if case .lacks(let role, _) = finding { role.words } else { nil }
    }
    #expect(missing.contains("cardiologist"))
  }
}
