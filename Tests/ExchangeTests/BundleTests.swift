import Care
import Testing

@testable import Exchange

struct BundleTests {
  @Test(arguments: ["transaction", "batch", "collection", "document", "message", "searchset"])
  func `every type of Bundle comes in`(_ type: String) throws {
    let entries = [("", patient("Rossi", id: "p")), ("", observation("x", of: reference("Patient/p"), id: "o"))]
    let fixture = try Fixture(["a.json": bundle(entries, type: type)])
    try fixture.load()
    #expect(fixture.chart(ofFamily: "Rossi")?.observations.count == 1)
  }

  @Test func `of a history the newest version counts, and a deletion is remarked`() throws {
    let fixture = try Fixture([
      "a.json": #"""
      {"resourceType": "Bundle", "type": "history", "entry": [
        {"fullUrl": "https://s.example/Observation/gone", "request": {"method": "DELETE", "url": "Observation/gone"}},
        {"fullUrl": "https://s.example/Patient/p", "resource": \#(patient("Married", id: "p"))},
        {"fullUrl": "https://s.example/Patient/p", "resource": \#(patient("Maiden", id: "p"))},
        {"fullUrl": "https://s.example/Observation/gone", "resource": \#(observation("gone", of: reference("Patient/p"), id: "gone"))}
      ]}
      """#
    ])
    let report = try fixture.load()
    #expect(fixture.chart(ofFamily: "Married") != nil)
    #expect(fixture.chart(ofFamily: "Married")?.observations.isEmpty == true)
    #expect(report.remarks.map(\.place) == ["Bundle.entry[0]"])
  }

  @Test func `the answer to a batch of searches is a Bundle of Bundles`() throws {
    let inner = bundle([("https://s.example/Patient/p", patient("Rossi", id: "p"))], type: "searchset")
    let other = bundle(
      [("https://s.example/Observation/o", observation("x", of: reference("Patient/p"), id: "o"))], type: "searchset")
    let fixture = try Fixture(["a.json": bundle([("", inner), ("", other)], type: "batch-response")])
    try fixture.load()
    #expect(fixture.chart(ofFamily: "Rossi")?.observations.count == 1)
  }

  @Test func `one bad resource in a bundle does not cost the others`() throws {
    let fixture = try Fixture([
      "a.json": bundle([
        ("", patient("Rossi", id: "p")),
        ("", #"{"resourceType": "Encounter", "subject": {"reference": "Patient/p"}, "period": []}"#),
        ("", #"{"resourceType": "Spaceship"}"#), ("", #""a text""#), ("", #"{"no": "type"}"#),
        ("", observation("good", of: reference("Patient/p"))),
        ("", #"{"resourceType": "Claim", "item": "read past, whatever it holds"}"#),
      ])
    ])
    let report = try fixture.load()
    #expect(fixture.chart(ofFamily: "Rossi")?.observations.count == 1)
    #expect(report.skipped == ["Claim": 1])
    #expect(
      report.refused.map(\.place) == [
        "Bundle.entry[1].resource.period", "Bundle.entry[2].resource.resourceType", "Bundle.entry[3].resource",
        "Bundle.entry[4].resource",
      ])
    #expect(report.refused.map(\.line) == [3, 4, 5, 6])
  }

  @Test func `a repeated key refuses its resource, and only that`() throws {
    let fixture = try Fixture([
      "a.json": bundle([
        ("", patient("Rossi", id: "p")),
        ("", observation("twice", of: reference("Patient/p"), more: #", "status": "cancelled""#)),
        ("", observation("once", of: reference("Patient/p"))),
      ]),
      "b.json": #"{"resourceType": "Bundle", "entry": [], "entry": []}"#,
    ])
    let report = try fixture.load()
    #expect(fixture.chart(ofFamily: "Rossi")?.observations.items.map(\.value.code.text) == ["once"])
    #expect(report.refused.map(\.place) == ["Bundle.entry[1].resource.status", "Bundle.entry"])
  }

  @Test func `a status that FHIR doesn't have and a date that doesn't exist are left out with a remark`() throws {
    let fixture = try Fixture([
      "a.json": bundle([
        ("", patient("Rossi", born: "1950-02-30", id: "p")),
        (
          "",
          #"{"resourceType": "Task", "status": "canceled", "description": "call", "for": {"reference": "Patient/p"}}"#
        ),
      ])
    ])
    let report = try fixture.load()
    let chart = try #require(fixture.chart(ofFamily: "Rossi"))
    #expect(chart.patient?.birthDate == nil)
    #expect(chart.tasks.items.map(\.value.status) == [nil])
    #expect(report.remarks.map(\.place) == ["Bundle.entry[0].resource.birthDate", "Bundle.entry[1].resource.status"])
    #expect(report.refusedCount == 0)
  }
}
