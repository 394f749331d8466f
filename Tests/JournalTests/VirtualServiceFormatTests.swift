import Care
import TestSupport
import Testing

@testable import Journal

/// What bookings at a distance add as form 5, as it was first written: when one of these tests fails, the form has
/// changed and needs a version of its own.
@Suite struct VirtualServiceFormatTests {
  private let line = LineID(high: 1, low: 2)

  private var booking: Appointment {
    made(Appointment()) {
      $0.status = .booked
      $0.description = "Visit"
    }
  }

  private var virtual: Appointment {
    made(booking) {
      $0.virtualServices = [
        made(VirtualService()) {
          $0.channelType = Coding(system: "s", code: "zoom", display: "Zoom")
          $0.addresses = [ContactPoint(system: "url", value: "https://meet.example/1")]
          $0.additionalInfo = ["https://meet.example/n"]
          $0.sessionKey = "123 456"
        }
      ]
    }
  }

  private func imported(_ appointment: Appointment) -> ImportedLine {
    ImportedLine(id: line, origins: [OriginID(line)], origin: "b", resource: .appointment(appointment))
  }

  private func received(_ appointment: Appointment) -> Event {
    .recordReceived(
      Source(format: "FHIR R4", document: "d", received: Instant(milliseconds: 42)), [imported(appointment)])
  }

  @Test func `a booking without a way to join is written as form one wrote it`() throws {
    try checkForm(
      received(booking),
      """
      0101010000000000000005000000000000000605426f077768790f4648495220523403645401000000000000000100
      0000000000000201000000000000000100000000000000020162174170706f696e746d656e74000d626f6f6b656400
      000000000b566973697400000000000000
      """)
  }

  @Test func `a booking with one is read in form five`() throws {
    try checkForm(
      received(virtual),
      """
      0501010000000000000005000000000000000605426f077768790f4648495220523403645401000000000000000100
      0000000000000201000000000000000100000000000000020162174170706f696e746d656e74000d626f6f6b656400
      000000000b566973697400000000000000010373097a6f6f6d095a6f6f6d010775726c2d68747470733a2f2f6d6565
      742e6578616d706c652f3100012d68747470733a2f2f6d6565742e6578616d706c652f6e0731323320343536
      """)
  }

  @Test func `a chart takes form five only for a way to join, and form four is still read`() throws {
    func chart(_ appointment: Appointment) -> Chart {
      var chart = Chart(id: PatientID(high: 7, low: 8))
      chart.sources = [Source(format: "FHIR R4", document: "d", received: Instant(milliseconds: 42))]
      chart.appointments = Lines([Line(id: line, origin: "b", source: 0, value: appointment)])
      return chart
    }
    let four = bytes(
      hex: """
        0400010f46484952205234036454000000000000000000000000000000000000000000000001000000000000000100
        00000000000002016200000d626f6f6b656400000000000b5669736974000000000000000000000000000000
        """)
    #expect(hex(chart(booking).body) == hex(four))
    #expect(try Chart(id: PatientID(high: 7, low: 8), body: four) == chart(booking))
    let five = bytes(
      hex: """
        0500010f46484952205234036454000000000000000000000000000000000000000000000001000000000000000100
        00000000000002016200000d626f6f6b656400000000000b566973697400000000000000010373097a6f6f6d095a6f
        6f6d010775726c2d68747470733a2f2f6d6565742e6578616d706c652f3100012d68747470733a2f2f6d6565742e65
        78616d706c652f6e07313233203435360000000000000000
        """)
    #expect(hex(chart(virtual).body) == hex(five))
    #expect(try Chart(id: PatientID(high: 7, low: 8), body: five) == chart(virtual))
  }

  @Test func `a booking amended here takes form five, if it had a way to join before or has one since`() {
    func form(_ after: Appointment, before: Appointment?) -> UInt8 {
      Event.lineWritten(imported(after), before: before.map { .appointment($0) }).form
    }
    #expect(form(booking, before: nil) == BodyVersion.withHandling)
    #expect(form(booking, before: booking) == BodyVersion.withHandling)
    #expect(form(virtual, before: booking) == BodyVersion.withVirtualServices)
    #expect(form(booking, before: virtual) == BodyVersion.withVirtualServices)
  }
}
