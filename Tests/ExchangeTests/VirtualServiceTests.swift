import Care
import Testing

@testable import Exchange

/// How to join an appointment, as R5 says it and as R4 carries it. The people and the links are made up.
@Suite struct VirtualServiceTests {
  private func load(_ members: String) throws -> (services: [VirtualService]?, report: ImportReport) {
    let booking =
      #"{"resourceType": "Appointment", "id": "b", "status": "booked", "start": "2026-11-24T10:00:00Z", "#
      + #""participant": [{"actor": {"reference": "Patient/p"}, "status": "accepted"}], "#
      + #""comment": "or https://comment.example", \#(members)}"#
    let fixture = try Fixture(["a.json": bundle([("", patient("Rossi", id: "p")), ("", booking)])])
    let report = try fixture.load()
    return (fixture.charts.first?.appointments.items.first?.value.virtualServices, report)
  }

  private func carried(_ parts: String...) -> String {
    #""extension": [{"url": "http://hl7.org/fhir/5.0/StructureDefinition/extension-Appointment.virtualService", "#
      + #""extension": [\#(parts.joined(separator: ", "))]}]"#
  }

  private var whole: VirtualService {
    var service = VirtualService()
    service.channelType = Coding(system: "http://hl7.org/fhir/virtual-service-type", code: "zoom", display: "Zoom")
    service.addresses = [ContactPoint(system: "url", value: "https://meet.example/1")]
    service.additionalInfo = ["https://meet.example/numbers"]
    service.sessionKey = "123 456"
    return service
  }

  private let channel =
    #"{"system": "http://hl7.org/fhir/virtual-service-type", "code": "zoom", "display": "Zoom"}"#

  @Test func `R5's element and R4's extension say the same`() throws {
    let five = try load(
      #"""
      "virtualService": [{"channelType": \#(channel), "addressUrl": "https:\/\/meet.example/1",
        "additionalInfo": ["https://meet.example/numbers"], "maxParticipants": 4, "sessionKey": "123 456"}]
      """#)
    let four = try load(
      carried(
        #"{"url": "http://hl7.org/fhir/StructureDefinition/_datatype", "valueString": "VirtualServiceDetail"}"#,
        #"{"url": "channelType", "valueCoding": \#(channel)}"#,
        #"{"url": "address", "valueUrl": "https://meet.example/1"}"#,
        #"{"url": "additionalInfo", "valueUrl": "https://meet.example/numbers"}"#,
        #"{"url": "maxParticipants", "valuePositiveInt": 4}"#, #"{"url": "sessionKey", "valueString": "123 456"}"#))
    for (services, report) in [five, four] {
      #expect(services?.count == 1)
      #expect(services?.first == whole)
      #expect(report.remarkCount == 0 && report.refusedCount == 0)
    }
  }

  @Test func `an address is a link, a number, words or contact details, in either form`() throws {
    let phone = #"{"system": "phone", "value": "+1 555 0100"}"#
    let five = try load(
      #"""
      "virtualService": [{"addressString": "room 7"}, {"addressContactPoint": \#(phone)},
        {"addressExtendedContactDetail": {"telecom": [\#(phone), {"system": "url", "value": "https://meet.example/2"}]}}]
      """#)
    let points = [
      ContactPoint(value: "room 7"), ContactPoint(system: "phone", value: "+1 555 0100"),
      ContactPoint(system: "phone", value: "+1 555 0100"), ContactPoint(system: "url", value: "https://meet.example/2"),
    ]
    #expect(five.services?.flatMap(\.addresses) == points)
    let four = try load(
      carried(
        #"{"url": "address", "valueString": "room 7"}"#, #"{"url": "address", "valueContactPoint": \#(phone)}"#,
        #"""
        {"url": "address", "extension": [{"url": "telecom", "valueContactPoint": \#(phone)},
          {"url": "telecom", "valueContactPoint": {"system": "url", "value": "https://meet.example/2"}}]}
        """#))
    #expect(four.services?.flatMap(\.addresses) == points)
    #expect(five.report.remarkCount == 0 && four.report.remarkCount == 0)
  }

  @Test func `what can't be read is left out with a remark that tells no secret, and the booking stands`() throws {
    let place = "Bundle.entry[1].resource"
    for (members, at) in [
      (
        #""virtualService": [{"addressUrl": "https://meet.example/1", "sessionKey": 424242}]"#,
        ".virtualService[0].sessionKey"
      ),
      (#""virtualService": "https://meet.example/424242""#, ".virtualService"),
      (#""virtualService": ["https://meet.example/424242"]"#, ".virtualService[0]"),
      (#""virtualService": [{"maxParticipants": 424242}]"#, ".virtualService[0]"),
      (carried(#"{"url": "address", "valueUrl": {"x": 424242}}"#), ".extension[0].extension[0].valueUrl"),
      (carried(#"{"url": "maxParticipants", "valuePositiveInt": 424242}"#), ".extension[0]"),
    ] {
      let (services, report) = try load(members)
      #expect(services == [], "\(at)")
      #expect(report.refusedCount == 0)
      #expect(report.remarks.map(\.place) == [place + at])
      #expect(report.remarks.allSatisfy { !$0.words.contains("424242") })
    }
  }

  @Test func `an address of a kind that FHIR doesn't have is told, and the rest is kept`() throws {
    let key = #"{"url": "sessionKey", "valueString": "123 456"}"#
    let (services, report) = try load(carried(#"{"url": "address", "valueCode": "https://meet.example/1"}"#, key))
    #expect(services?.map(\.sessionKey) == ["123 456"])
    #expect(services?.map(\.addresses) == [[]])
    #expect(report.remarks.map(\.place) == ["Bundle.entry[1].resource.extension[0].extension[0]"])
  }

  @Test func `neither a comment nor another extension is taken for a link`() throws {
    let other = #""extension": [{"url": "http://example.org/link", "valueUrl": "https://meet.example/1"}]"#
    let (services, report) = try load(other)
    #expect(services == [])
    #expect(report.remarkCount == 0)
  }
}
