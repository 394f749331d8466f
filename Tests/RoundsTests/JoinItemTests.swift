import Care
import Foundation
import TestSupport
import Testing

@testable import rounds

@Suite struct JoinItemTests {
  private func printed(_ appointment: Appointment) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try String(decoding: encoder.encode(JoinItem(appointment)), as: UTF8.self)
  }

  @Test func `a booking at a distance is printed with all that it takes to join`() throws {
    let video = made(Appointment()) {
      $0.virtualServices = [
        made(VirtualService()) {
          $0.channelType = Coding(code: "zoom", display: "Zoom")
          $0.addresses = [
            ContactPoint(system: "url", value: "https://meet.example/1"), ContactPoint(value: "room 7"),
          ]
          $0.sessionKey = "123 456"
        }
      ]
    }
    #expect(
      try printed(video) == """
        {"services":[{"additionalInfo":[],"addresses":[{"system":"url","value":"https://meet.example/1"},\
        {"value":"room 7"}],"channel":"Zoom","sessionKey":"123 456"}],"way":"video"}
        """)
  }

  @Test func `one without a way to join has no services, and a visit in a room has no such part`() throws {
    let virtual = made(Appointment()) { $0.appointmentType = Concept(codings: [Coding(code: "VR")]) }
    #expect(try printed(virtual) == #"{"services":[],"way":"virtual"}"#)
    #expect(JoinItem(Appointment()) == nil)
    #expect(JoinItem(nil) == nil)
  }
}
