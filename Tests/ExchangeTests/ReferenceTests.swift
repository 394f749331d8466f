import Care
import Testing

@testable import Exchange

private let uuid = "0f7a1b2c-1111-4222-8333-0123456789ab"

struct ReferenceTests {
  private func practitioner(id: String) -> String {
    #"""
    {"resourceType": "Practitioner"\#(id.isEmpty ? "" : #", "id": "\#(id)""#),
     "identifier": [{"system": "http://npi.example", "value": "99"}], "name": [{"family": "Okafor", "given": ["Ngozi"]}]}
    """#
  }

  /// The performer of the one observation in the record.
  private func performer(_ fixture: Fixture) throws -> Reference {
    try #require(fixture.charts.first?.observations.items.first?.value.performers.first)
  }

  private func about(_ performer: String) -> String {
    bundle([
      ("", patient("Rossi", id: "p")),
      ("", observation("x", of: reference("Patient/p"), id: "o", more: #", "performer": [\#(performer)]"#)),
    ])
  }

  @Test(arguments: [
    ("urn:uuid:\(uuid)", "", reference("urn:uuid:\(uuid)")),
    ("urn:uuid:\(uuid)", "", reference("Practitioner/\(uuid)")),
    ("https://s.example/Practitioner/d", "d", reference("https://s.example/Practitioner/d/_history/4")),
    ("", "d", reference("Practitioner/d")), ("", "d", reference("Practitioner/d/_history/2")),
    ("", "d", reference("Practitioner?identifier=http://npi.example|99")),
    ("", "d", #"{"type": "Practitioner", "identifier": {"system": "http://npi.example", "value": "99"}}"#),
    ("", "d", #"{"identifier": {"system": "http://npi.example", "value": "99"}}"#),
  ])
  func `a reference finds its target in another file, whichever comes first, now or later`(
    _ fullURL: String, _ id: String, _ written: String
  ) throws {
    let target = bundle([(fullURL, practitioner(id: id))])
    for names in [["a.json", "b.json"], ["b.json", "a.json"]] {
      let fixture = try Fixture([names[0]: target, names[1]: about(written)])
      try fixture.load()
      #expect(fixture.record.directory().naming(try performer(fixture)) == .known("Okafor, Ngozi"))
    }
    let later = try Fixture(["a.json": about(written)])
    try later.load()
    #expect(later.record.directory()[try performer(later)] == nil)
    try later.write(target, to: "b.json")
    try later.load("b.json")
    #expect(later.record.directory().naming(try performer(later)) == .known("Okafor, Ngozi"))
  }

  @Test func `a reference within a bundle from a server means the entry of that server`() throws {
    let fixture = try Fixture([
      "a.json": bundle([
        (
          "https://one.example/Practitioner/1",
          #"{"resourceType": "Practitioner", "id": "1", "name": [{"family": "One"}]}"#
        ),
        (
          "https://two.example/Practitioner/1",
          #"{"resourceType": "Practitioner", "id": "1", "name": [{"family": "Two"}]}"#
        ),
        ("https://two.example/Patient/p", patient("Rossi", id: "p")),
        (
          "https://two.example/Observation/o",
          observation("x", of: reference("Patient/p"), more: #", "performer": [{"reference": "Practitioner/1"}]"#)
        ),
      ])
    ])
    try fixture.load()
    #expect(fixture.record.directory().naming(try performer(fixture)) == .known("Two"))
  }

  @Test func `what never resolves keeps its words and what was written`() throws {
    let fixture = try Fixture(["a.json": about(#"{"reference": "Practitioner/gone", "display": "Dr Gone"}"#)])
    try fixture.load()
    let found = try performer(fixture)
    #expect(found.target != nil)
    #expect(found.written == "Practitioner/gone")
    #expect(fixture.record.directory().naming(found) == .said("Dr Gone"))
  }

  @Test func `words alone lead nowhere and are kept`() throws {
    let fixture = try Fixture(["a.json": about(#"{"display": "the night nurse"}"#)])
    try fixture.load()
    #expect(try performer(fixture) == Reference(display: "the night nurse"))
  }

  @Test func `a contained practitioner is said in words`() throws {
    let contained = #""contained": [{"resourceType": "Practitioner", "id": "d", "name": [{"family": "Silva"}]}]"#
    let fixture = try Fixture([
      "a.json": bundle([
        ("", patient("Rossi", id: "p")),
        (
          "",
          observation("x", of: reference("Patient/p"), more: ##", \##(contained), "performer": [{"reference": "#d"}]"##)
        ),
      ])
    ])
    try fixture.load()
    #expect(try performer(fixture) == Reference(kind: "Practitioner", display: "Silva", written: "#d"))
  }

  @Test func `a Medication of the same document or inside the request gives the drug its name`() throws {
    let medication = #"{"resourceType": "Medication", "id": "m", "code": {"text": "Metformin 500 mg"}}"#
    func request(_ written: String, _ more: String = "") -> String {
      #"""
      {"resourceType": "MedicationRequest", "status": "active", "subject": {"reference": "Patient/p"},
       "medicationReference": {"reference": "\#(written)"}\#(more)}
      """#
    }
    let fixture = try Fixture([
      "a.json": bundle([
        ("", patient("Rossi", id: "p")), ("urn:uuid:\(uuid)", medication), ("", request("urn:uuid:\(uuid)")),
        ("", request("#m", #", "contained": [\#(medication)]"#)),
      ])
    ])
    try fixture.load()
    let requests = try #require(fixture.charts.first?.medicationRequests.items)
    #expect(requests.map(\.value.medication.text) == ["Metformin 500 mg", "Metformin 500 mg"])
  }

  @Test func `one organization in ten bundles is one`() throws {
    let fixture = try Fixture()
    for number in 0..<10 {
      let organization =
        #"{"resourceType": "Organization", "name": "Hilltop", "identifier": [{"system": "http://o.example", "value": "7"}]}"#
      try fixture.write(
        bundle([("urn:uuid:00000000-0000-4000-8000-00000000000\(number)", organization)]), to: "\(number).json")
    }
    let report = try fixture.load()
    #expect(fixture.record.directory().count == 1)
    #expect(report.resources["Organization"]?.total == 10)
    #expect(try fixture.load().entries == 0)
  }

  @Test func `two practitioners who share an identifier but no name are two`() throws {
    let fixture = try Fixture([
      "a.json": practitioner(id: "a"), "b.json": practitioner(id: "b").replacing("Okafor", with: "Silva"),
    ])
    let report = try fixture.load()
    #expect(fixture.record.directory().count == 2)
    #expect(report.remarkCount == 1)
    #expect(try fixture.load().entries == 0)
  }
}
