import Care
import TestSupport
import Testing

@testable import Dashboard

/// A booking at a distance, in the worklist, in the journey and opened.
@Suite struct JoinLinesTests {
  private static func rig(_ change: (inout Appointment) -> Void) throws -> Rig {
    try Rig([
      (1, Rig.person("Rossi", "Bo")), (1, Rig.task("Renew consent", due: nil)),
      (
        1,
        .appointment(
          made(Appointment()) {
            $0.status = .booked
            $0.description = "Cardiology visit"
            $0.period.start = Moment(Rig.now.adding(days: 4))
            change(&$0)
          })
      ),
    ])
  }

  private func opened(_ rig: Rig) throws -> [String] {
    try rig.press("<Enter>")
    guard case .detail(_, let lines, _)? = rig.state.overlays.last else { return [] }
    return lines
  }

  private static let link = "https://meet.example/" + String(repeating: "0123456789", count: 12)

  private static func video(_ appointment: inout Appointment) {
    var service = VirtualService()
    service.channelType = Coding(code: "zoom", display: "Zoom")
    service.addresses = [
      ContactPoint(system: "url", value: link), ContactPoint(system: "phone", value: "+1 555 0100"),
    ]
    service.sessionKey = "123 456"
    service.additionalInfo = ["https://meet.example/numbers"]
    appointment.virtualServices = [service]
  }

  private var joining: [String] {
    [
      "way: video", "channel: Zoom", "join: \(Self.link)", "call: +1 555 0100", "code: 123 456",
      "other ways in: https://meet.example/numbers",
    ]
  }

  @Test func `the worklist says that it is a video visit, and opened it says how to join`() throws {
    let rig = try Self.rig(Self.video)
    #expect(rig.state.selectedWork?.title == "video: Cardiology visit")
    let lines = try opened(rig)
    let first = try #require(lines.firstIndex(of: "way: video"))
    #expect(Array(lines[first...].prefix(joining.count)) == joining)
  }

  @Test func `a link longer than the box is wrapped, not cut`() throws {
    let rig = try Self.rig(Self.video)
    try rig.press("<Enter>")
    let reading = try #require(rig.state.overlays.last.flatMap { rig.state.reading($0) })
    #expect(reading.lines.map(\.words).joined().contains(Self.link))
  }

  @Test func `the journey says so beside the title, of what is over too`() throws {
    let rig = try Self.rig {
      Self.video(&$0)
      $0.status = .fulfilled
      $0.period.start = Moment(Rig.now.adding(days: -4))
    }
    let event = try #require(rig.state.view?.journey.events.first { $0.kind == .appointment })
    #expect(event.title == "Cardiology visit")
    #expect(event.detail == "video")
    guard case .detail(_, let lines, _)? = rig.state.detail(of: event.id) else {
      Issue.record("no details")
      return
    }
    #expect(joining.allSatisfy(lines.contains))
    #expect(lines.count { $0.contains("video") } == 1)
  }

  @Test func `a virtual visit of this week without a link says that none is on file, and a visit in a room nothing`()
    throws
  {
    let virtual = try opened(
      try Self.rig { $0.appointmentType = Concept(codings: [Coding(code: "VR", display: "virtual")]) })
    #expect(virtual.contains("way: virtual"))
    #expect(virtual.contains("join: no way to join on file"))
    let inRoom = try opened(try Self.rig { _ in })
    #expect(!inRoom.isEmpty)
    #expect(!inRoom.contains { $0.hasPrefix("way: ") || $0.hasPrefix("join: ") })
  }
}
