import Care
import Testing

@testable import Exchange

struct PatientTests {
  @Test func `two files with the same patient by identifier are one patient`() throws {
    let fixture = try Fixture([
      "a.json": bundle([
        ("urn:uuid:00000000-0000-4000-8000-00000000000a", patient("Rossi", identifiers: ["M1"])),
        ("", observation("from a", of: reference("urn:uuid:00000000-0000-4000-8000-00000000000a"))),
      ]),
      "b.json": bundle([
        ("urn:uuid:00000000-0000-4000-8000-00000000000b", patient("Rossi", identifiers: ["M1"])),
        ("", observation("from b", of: reference("urn:uuid:00000000-0000-4000-8000-00000000000b"))),
      ]),
    ])
    let report = try fixture.load()
    let chart = try #require(fixture.charts.first)
    #expect(fixture.charts.count == 1)
    #expect(chart.patients.count == 1)
    #expect(Set(chart.observations.items.map(\.value.code.text)) == ["from a", "from b"])
    #expect(report.patientsNew == 1)
    #expect(report.patientsSeen == 1)
  }

  @Test func `a shared identifier does not join people of another name and birth date`() throws {
    let fixture = try Fixture([
      "a.json": patient("Rossi", born: "1950-02-03", id: "a", identifiers: ["M1"]),
      "b.json": patient("Haddad", born: "1988-12-01", id: "b", identifiers: ["M1"]),
    ])
    let report = try fixture.load()
    #expect(fixture.charts.count == 2)
    #expect(report.remarks.map(\.place) == ["Patient"])
    #expect(try fixture.load().entries == 0)
  }

  @Test(arguments: [("Rossi", "1988-12-01"), ("Haddad", "1950-02-03")])
  func `a married name or a corrected birth date is still the same patient`(_ family: String, _ born: String) throws {
    let fixture = try Fixture([
      "a.json": patient("Rossi", born: "1950-02-03", id: "a", identifiers: ["M1"]),
      "b.json": patient(family, born: born, id: "b", identifiers: ["M1"]),
    ])
    try fixture.load()
    #expect(fixture.charts.count == 1)
  }

  @Test(arguments: ["SS", "DL", "PPN", "AN", "VN"])
  func `papers, accounts and visits do not identify a patient`(_ type: String) throws {
    func person(_ family: String, _ id: String) -> String {
      #"""
      {"resourceType": "Patient", "id": "\#(id)", "name": [{"family": "\#(family)"}], "identifier": [
        {"system": "http://papers.example", "value": "1", "type": {"coding": [{"code": "\#(type)"}]}}]}
      """#
    }
    let fixture = try Fixture(["a.json": person("Rossi", "a"), "b.json": person("Rossi", "b")])
    try fixture.load()
    #expect(fixture.charts.count == 2)
  }

  @Test func `two different patients with one plain id are kept apart, and what names the id goes to neither`() throws {
    let fixture = try Fixture([
      "a.json": patient("Rossi", born: "1950-02-03", id: "example"),
      "b.json": patient("Haddad", born: "1988-12-01", id: "example"),
      "c.json": observation("whose?", of: reference("Patient/example")),
    ])
    try fixture.load()
    #expect(fixture.chart(ofFamily: "Rossi")?.observations.isEmpty == true)
    #expect(fixture.chart(ofFamily: "Haddad")?.observations.isEmpty == true)
    #expect(fixture.record.chart(.unmatched)?.observations.count == 1)
    #expect(try fixture.load().entries == 0)
  }

  @Test func `a patient in a sibling folder is another, one in a folder above is meant`() throws {
    let fixture = try Fixture([
      "one/patient.json": patient("Rossi", id: "example"), "two/patient.json": patient("Haddad", id: "example"),
      "one/x.json": observation("one", of: reference("Patient/example")),
      "two/x.json": observation("two", of: reference("Patient/example")),
      "patient.json": patient("Okafor", id: "other"),
      "two/deep/x.json": observation("above", of: reference("Patient/other")),
      "two/deep/y.json": observation("nobody's", of: reference("Patient/missing")),
    ])
    try fixture.load()
    func said(_ family: String) -> [String]? {
      fixture.chart(ofFamily: family)?.observations.items.map(\.value.code.text)
    }
    #expect(said("Rossi") == ["one"])
    #expect(said("Haddad") == ["two"])
    #expect(said("Okafor") == ["above"])
    #expect(fixture.charts.count == 4)
  }

  @Test func `a patient known by reference only is filled by a later import`() throws {
    let fixture = try Fixture(["x.json": observation("early", of: reference("Patient/p1"))])
    try fixture.load()
    let early = try #require(fixture.charts.first)
    #expect(early.patient == nil)
    try fixture.write(patient("Rossi", id: "p1"), to: "patient.json")
    try fixture.load()
    #expect(fixture.charts.map(\.id) == [early.id])
    #expect(fixture.charts.first?.patient?.names.first?.family == "Rossi")
    #expect(try fixture.load().entries == 0)
  }

  @Test func `a patient known by reference who turns out to be a known one moves there`() throws {
    let fixture = try Fixture([
      "known.json": patient("Rossi", id: "p1", identifiers: ["M1"]),
      "sub/x.json": observation("moved", of: reference("https://server.example/fhir/Patient/9")),
    ])
    try fixture.load()
    #expect(fixture.charts.count == 2)
    try fixture.write(
      bundle([("https://server.example/fhir/Patient/9", patient("Rossi", id: "9", identifiers: ["M1"]))]),
      to: "sub/patient.json")
    try fixture.load()
    let chart = try #require(fixture.charts.first)
    #expect(fixture.charts.count == 1)
    #expect(chart.observations.items.map(\.value.code.text) == ["moved"])
    #expect(fixture.record.charts.values.compactMap(\.movedTo) == [chart.id])
    #expect(try fixture.load().entries == 0)
  }

  @Test func `what people did about a record moves with it`() throws {
    let order =
      #"{"resourceType": "ServiceRequest", "id": "s", "status": "active", "intent": "order", "code": {"text": "Echo"}, "#
      + #""subject": {"reference": "https://server.example/fhir/Patient/9"}}"#
    let fixture = try Fixture(["known.json": patient("Rossi", id: "p1", identifiers: ["M1"]), "sub/x.json": order])
    try fixture.load()
    let early = try #require(fixture.charts.first { $0.patient == nil })
    let item = try #require(early.serviceRequests.items.first?.id)
    _ = try fixture.record.append([
      Proposal(
        id: EntryID(high: 1, low: 1), stream: .patient(early.id), expected: early.version,
        time: Instant(milliseconds: 1), author: Author(name: "Ada"),
        event: .ownerChanged(item: item, from: Reference(), to: Reference(display: "Kim")))
    ])
    try fixture.write(
      bundle([("https://server.example/fhir/Patient/9", patient("Rossi", id: "9", identifiers: ["M1"]))]),
      to: "sub/patient.json")
    try fixture.load()
    let chart = try #require(fixture.charts.first)
    #expect(fixture.charts.count == 1)
    #expect(chart.handling[item]?.owner?.display == "Kim")
    #expect(chart.handling[item]?.touch?.name == "Ada")
    #expect(try fixture.load().entries == 0)
  }

  @Test func `a patient inside a resource is kept, and the resource is theirs`() throws {
    let fixture = try Fixture([
      "x.json": observation(
        "inside", of: reference("#p"), id: "x",
        more: #", "contained": [{"resourceType": "Patient", "id": "p", "name": [{"family": "Rossi"}]}]"#)
    ])
    try fixture.load()
    #expect(fixture.chart(ofFamily: "Rossi")?.observations.count == 1)
    #expect(try fixture.load().entries == 0)
  }

  @Test func `a resource without a patient takes the one of the encounter it belongs to`() throws {
    let encounter =
      #"{"resourceType": "Encounter", "id": "e", "status": "finished", "subject": {"reference": "Patient/p"}}"#
    let fixture = try Fixture([
      "a.json": bundle([
        ("", patient("Rossi", id: "p")), ("", encounter),
        ("", #"{"resourceType": "Observation", "id": "o", "encounter": {"reference": "Encounter/e"}}"#),
        ("", #"{"resourceType": "Observation", "id": "alone", "code": {"text": "whose?"}}"#),
      ])
    ])
    let report = try fixture.load()
    #expect(fixture.chart(ofFamily: "Rossi")?.observations.count == 1)
    #expect(fixture.record.chart(.unmatched)?.observations.items.map(\.value.code.text) == ["whose?"])
    #expect(report.remarks.map(\.place) == ["Bundle.entry[3].resource"])
  }
}
