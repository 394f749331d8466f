import Care
import Terminal
import TestSupport
import Testing

@testable import Dashboard

/// A ward with people to talk to: Levi, a pharmacist who is there, and Kim, a dietitian who comes on Mondays.
protocol Staffed {}

extension Staffed {
  var levi: MemberID { MemberID(high: 7, low: 2) }
  var kim: MemberID { MemberID(high: 7, low: 3) }

  func person(_ id: MemberID, _ family: String, _ given: String) -> DirectoryLine {
    DirectoryLine(
      id: id, origins: [OriginID(id)], origin: "Practitioner/\(family)",
      resource: .practitioner(made(Practitioner()) { $0.names = [HumanName(family: family, given: [given])] }))
  }

  /// A post with hours on every day, or on Mondays alone: the rig's day is a Saturday.
  func post(_ low: UInt64, of member: MemberID, _ role: String, days: [String] = []) -> DirectoryLine {
    let id = MemberID(high: 6, low: low)
    return DirectoryLine(
      id: id, origins: [OriginID(id)], origin: "PractitionerRole/\(low)",
      resource: .practitionerRole(
        made(PractitionerRole()) {
          $0.practitioner = Reference(target: OriginID(member), kind: "Practitioner")
          $0.codes = [Concept(text: role)]
          $0.hours = [
            made(AvailableTime()) {
              ($0.days, $0.start, $0.end) = (days, "07:00", "18:00")
            }
          ]
        }))
  }

  var staff: [DirectoryLine] {
    [
      person(levi, "Levi", "Dan"), post(1, of: levi, "pharmacist"), person(kim, "Kim", "Lee"),
      post(2, of: kim, "dietitian", days: ["mon"]),
    ]
  }

  func team(_ members: UInt64...) -> Resource {
    .careTeam(
      made(CareTeam()) {
        $0.status = .active
        $0.participants = members.map { low in
          made(Participant()) {
            $0.actor = Reference(target: OriginID(MemberID(high: 6, low: low)), kind: "PractitionerRole")
          }
        }
      })
  }

  func rig(isSignedIn: Bool = true, more: [(patient: UInt64, Resource)] = []) throws -> Rig {
    try Rig(Rig.ward + [(1, team(1, 2))] + more, isSignedIn: isSignedIn, directory: staff)
  }

  func chart(_ rig: Rig, _ patient: UInt64) throws -> Chart {
    try #require(try rig.record.chart(PatientID(high: 0, low: patient)))
  }

  /// Somebody else writes, in another window.
  func write(_ rig: Rig, _ text: String, to recipients: [Reference], acknowledged: Bool = true) throws {
    let chart = try chart(rig, 1)
    var draft = MessageDraft(id: LineID(high: 50, low: UInt64(chart.version)), patient: chart.id, written: Rig.now)
    (draft.recipients, draft.topic, draft.text) = (recipients, "Potassium", text)
    draft.needsAcknowledgement = acknowledged
    let sender = Reference(target: OriginID(levi), kind: "Practitioner", display: "Levi, Dan")
    let message = chart.message(draft, by: sender, at: Rig.now.adding(minutes: -1))
    let change = try rig.record.append(
      [
        Proposal(
          id: EntryID(high: 60, low: UInt64(chart.version)), stream: .patient(chart.id), expected: chart.version,
          time: Rig.now, author: Author(member: levi, name: "Levi, Dan"),
          event: .lineWritten(chart.written(.communication(message), draft.id), before: nil))
      ], since: 0, charts: [])
    rig.store.send(.followed(change))
    rig.store.settle()
  }

  var me: Reference { Reference(target: OriginID(Rig.me), kind: "Practitioner", display: "Khan, Ana") }
}
