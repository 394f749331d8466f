import TestSupport
import Testing

@testable import Care

@Suite struct RemoteWayTests {
  private let now = instant("2026-11-21T08:00")

  private func booking(_ change: (inout Appointment) -> Void) -> Appointment {
    made(Appointment()) {
      $0.status = .booked
      $0.description = "Cardiology visit"
      $0.period.start = moment("2026-11-24T10:00")
      change(&$0)
    }
  }

  private func joined(by code: String = "", at addresses: [ContactPoint] = []) -> VirtualService {
    made(VirtualService()) {
      $0.channelType.code = code
      $0.addresses = addresses
    }
  }

  private let link = ContactPoint(system: "url", value: "https://meet.example/1")
  private let number = ContactPoint(system: "phone", value: "+1 555 0100")

  @Test func `how it is kept is told by its channel, its address or its type, the one that says more`() {
    func way(_ services: [VirtualService], type: String = "") -> RemoteWay? {
      booking {
        $0.virtualServices = services
        if !type.isEmpty { $0.appointmentType = Concept(codings: [Coding(code: type)]) }
      }.way
    }
    #expect(way([]) == nil)
    #expect(way([], type: "FOLLOWUP") == nil)
    #expect(way([], type: "VR") == .virtual)
    #expect(way([], type: "185317003") == .phone)
    #expect(way([joined(by: "zoom", at: [number])]) == .video)
    #expect(way([joined(at: [number])]) == .phone)
    #expect(way([joined(at: [ContactPoint(system: "url", value: "TEL:+15550100")])]) == .phone)
    #expect(way([joined(at: [link])]) == .virtual)
    #expect(way([joined(at: [link, number])]) == .virtual)
    #expect(way([joined(at: [link]), joined(by: "ms-teams")], type: "VR") == .video)
  }

  @Test func `a list names the way, unless the title has it already`() {
    func title(_ words: String) -> String {
      booking {
        $0.description = words
        $0.virtualServices = [joined(by: "zoom")]
      }.wayTitle
    }
    #expect(title("Cardiology visit") == "video: Cardiology visit")
    #expect(title("Video visit") == "Video visit")
    #expect(booking { _ in }.wayTitle == "Cardiology visit")
  }

  @Test func `a way to join is missed in the week before, until it is over, and never for a call`() {
    func lacks(_ start: String, end: String? = nil, _ change: (inout Appointment) -> Void = { _ in }) -> Bool {
      booking {
        $0.period = Period(start: moment(start), end: end.map { moment($0) })
        $0.appointmentType = Concept(codings: [Coding(code: "VR")])
        change(&$0)
      }.lacksWayToJoin(at: now, in: .utc)
    }
    #expect(lacks("2026-11-28T08:00"))
    #expect(!lacks("2026-11-28T08:01"))
    #expect(!lacks("2026-11-21T08:00"))
    #expect(lacks("2026-11-21T07:50", end: "2026-11-21T08:20"))
    #expect(lacks("2026-11-21") { $0.period.start = day("2026-11-21") })
    #expect(!lacks("2026-11-24T10:00") { $0.status = .cancelled })
    #expect(!lacks("2026-11-24T10:00") { $0.appointmentType = Concept() })
    #expect(!lacks("2026-11-24T10:00") { $0.appointmentType = Concept(codings: [Coding(code: "PHONE")]) })
    #expect(!lacks("2026-11-24T10:00") { $0.virtualServices = [joined(at: [link])] })
    #expect(
      lacks("2026-11-24T10:00") { $0.virtualServices = [made(VirtualService()) { $0.sessionKey = "123 456" }] })
  }

  @Test func `no print of it lets anybody in`() {
    var service = joined(by: "zoom", at: [link])
    service.sessionKey = "123 456"
    service.additionalInfo = ["https://meet.example/numbers"]
    let appointment = booking { $0.virtualServices = [service] }
    var dumped = ""
    dump(appointment, to: &dumped)
    for print in ["\(service)", String(reflecting: service), "\(appointment)", dumped] {
      #expect(!print.contains("123 456"))
      #expect(!print.contains("meet.example"))
    }
  }
}
