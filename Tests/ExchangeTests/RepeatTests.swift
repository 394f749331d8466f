import Care
import Foundation
import Testing

@testable import Exchange

struct RepeatTests {
  private static let task = #"""
    {"resourceType": "Task", "id": "t", "status": "requested", "description": "call",
     "for": {"reference": "Patient/p"}}
    """#
  private static func document(_ more: String...) -> String {
    bundle([("", patient("Rossi", id: "p")), ("", task)] + more.map { ("", $0) })
  }

  @Test func `importing twice adds nothing`() throws {
    let fixture = try Fixture(["a.json": Self.document(), "b.json": observation("x", of: reference("Patient/p"))])
    #expect(try fixture.load().entries > 0)
    let again = try fixture.load()
    #expect(again.entries == 0)
    #expect(again.resources["Task"]?.unchanged == 1)
  }

  @Test func `an amended file changes what it says differently`() throws {
    let fixture = try Fixture(["a.json": observation("before", of: reference("Patient/p"), id: "o")])
    try fixture.load()
    try fixture.write(observation("after", of: reference("Patient/p"), id: "o"), to: "a.json")
    let report = try fixture.load()
    #expect(report.resources["Observation"]?.changed == 1)
    #expect(fixture.charts.first?.observations.items.map(\.value.code.text) == ["after"])
  }

  @Test func `an older file read again does not undo a newer one`() throws {
    let fixture = try Fixture(["a.json": observation("before", of: reference("Patient/p"), id: "o")])
    try fixture.load()
    try fixture.write(observation("after", of: reference("Patient/p"), id: "o"), to: "b.json")
    try fixture.load("b.json")
    #expect(try fixture.load("a.json").entries == 0)
    #expect(try fixture.load().entries == 0)
    #expect(fixture.charts.first?.observations.items.map(\.value.code.text) == ["after"])
  }

  @Test func `what a person did with a task stays, when the source only repeats itself`() throws {
    let fixture = try Fixture(["a.json": Self.document()])
    try fixture.load()
    let chart = try #require(fixture.charts.first)
    let id = try #require(chart.tasks.items.first?.id)
    _ = try fixture.record.append([
      Proposal(
        id: EntryID(high: 1, low: 1), stream: .patient(chart.id), expected: chart.version,
        time: Instant(milliseconds: 1),
        author: Author(name: "Ada"), event: .taskStatusChanged(task: id, from: .requested, to: .accepted))
    ])
    #expect(try fixture.load().entries == 0)
    try fixture.write(Self.document(observation("more", of: reference("Patient/p"))), to: "a.json")
    try fixture.load()
    #expect(fixture.charts.first?.tasks.items.map(\.value.status) == [.accepted])
    #expect(fixture.charts.first?.observations.count == 1)
  }

  @Test func `a booking that a person closed stays closed, when the source only repeats itself`() throws {
    let booking =
      #"{"resourceType": "Appointment", "id": "b", "status": "booked", "start": "2026-11-20T10:00:00Z", "#
      + #""participant": [{"actor": {"reference": "Patient/p"}, "status": "accepted"}]}"#
    let fixture = try Fixture(["a.json": bundle([("", patient("Rossi", id: "p")), ("", booking)])])
    try fixture.load()
    let chart = try #require(fixture.charts.first)
    let line = try #require(chart.appointments.items.first)
    var kept = line.value
    kept.status = .fulfilled
    _ = try fixture.record.append([
      Proposal(
        id: EntryID(high: 1, low: 1), stream: .patient(chart.id), expected: chart.version,
        time: Instant(milliseconds: 1), author: Author(name: "Ada"),
        event: .lineWritten(
          ImportedLine(
            id: line.id, origins: chart.origins(of: line.id), origin: line.origin, resource: .appointment(kept)),
          before: .appointment(line.value)))
    ])
    #expect(try fixture.load().entries == 0)
    try fixture.write(
      bundle([("", patient("Rossi", id: "p")), ("", booking), ("", observation("more", of: reference("Patient/p")))]),
      to: "a.json")
    try fixture.load()
    #expect(fixture.charts.first?.appointments.items.map(\.value.status) == [.fulfilled])
    #expect(fixture.charts.first?.observations.count == 1)
  }

  @Test func `the same resource in a bundle and as a line of NDJSON is one line`() throws {
    let one = observation("x", of: reference("Patient/p"), id: "o")
    let fixture = try Fixture(["a.json": Self.document(one), "b.ndjson": one.split(separator: "\n").joined()])
    try fixture.load()
    #expect(fixture.charts.first?.observations.count == 1)
  }

  @Test func `every line says where and when it came from`() throws {
    let fixture = try Fixture(["sub/a.json": Self.document()])
    try fixture.load()
    let chart = try #require(fixture.charts.first)
    let line = try #require(chart.tasks.items.first)
    #expect(line.origin == "Task/t")
    let received = Instant(milliseconds: 1_700_000_000_001)
    #expect(chart.sources[line.source] == Source(format: "FHIR R4", document: "sub/a.json", received: received))
  }

  @Test func `another writer between reading and appending costs a retry and nothing else`() throws {
    func document(_ text: String) -> String {
      let uuid = "00000000-0000-4000-8000-000000000001"
      return bundle([
        ("urn:uuid:\(uuid)", patient("Rossi")), ("", observation(text, of: reference("Patient/\(uuid)"), id: text)),
      ])
    }
    let fixture = try Fixture(["mine/a.json": document("mine"), "theirs/b.json": document("theirs")])
    let record = fixture.record
    record.beforeAppend = {
      let importer = Importer(record: record) { Instant(milliseconds: 5) }
      _ = try importer.run([fixture.folder.appending(path: "theirs").path])
    }
    let report = try fixture.load("mine")
    #expect(report.entries == 1)
    #expect(report.patientsNew == 0)
    #expect(fixture.charts.first?.observations.items.map(\.value.code.text) == ["theirs", "mine"])
  }

  @Test func `an import that is stopped leaves whole entries and can be run again`() throws {
    let fixture = try Fixture()
    for number in 0..<6 { try fixture.write(patient("Family\(number)", id: "p\(number)"), to: "\(number).json") }
    var asked = 0
    let importer = Importer(record: fixture.record) { Instant(milliseconds: 9) }
    let report = try importer.run(
      [fixture.folder.path],
      shouldStop: {
        asked += 1
        return asked > 3
      })
    #expect(report.wasStopped)
    #expect(
      report.summary.first
        == "Stopped: 3 of 6 files read; what came in stays, and importing again adds the rest.")
    #expect(fixture.charts.count == 3)
    #expect(try fixture.load().patientsNew == 3)
  }

  @Test func `progress goes to the end of the bytes`() throws {
    let fixture = try Fixture(["a.json": Self.document(), "b.ndjson": "{}\n{}"])
    var last: ImportProgress?
    let importer = Importer(record: fixture.record) { Instant(milliseconds: 9) }
    _ = try importer.run([fixture.folder.path], progress: { last = $0 })
    #expect(last?.bytesDone == last?.bytesTotal)
    #expect(last?.isSecondReading == false)
  }
}
