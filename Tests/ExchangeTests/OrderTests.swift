import Care
import Foundation
import Testing

@testable import Exchange

struct OrderTests {
  /// All of a UUID but its last digit.
  private static let uuid = "00000000-0000-4000-8000-00000000000"
  private static let documents = [
    bundle([
      ("urn:uuid:\(uuid)1", patient("Rossi", identifiers: ["M1"])),
      ("urn:uuid:\(uuid)2", observation("a", of: reference("urn:uuid:\(uuid)1"))),
    ]),
    observation(
      "b", of: reference("Patient/\(uuid)1"), id: "b", more: #", "performer": [{"reference": "Practitioner/d"}]"#),
    observation("c", of: reference("Patient?identifier=http://hospital.example|M1"), id: "c"),
    patient("Haddad", born: "1988-12-01", id: "h"),
    bundle([
      ("", observation("d", of: reference("Patient/h"), id: "d")),
      ("", observation("e", of: reference("Patient/missing"), id: "e")),
    ]),
    #"{"resourceType": "Practitioner", "id": "d", "name": [{"family": "Okafor"}]}"#,
    #"{"resourceType": "Encounter", "id": "e1", "status": "finished", "subject": {"reference": "Patient/h"}}"#,
    #"{"resourceType": "Organization", "id": "o", "name": "Hilltop", "partOf": {"reference": "Organization/p"}}"#,
  ]

  private func charts(_ order: [String], folder: URL) throws -> [PatientID: Set<Resource>] {
    let manager = FileManager.default
    try? manager.removeItem(at: folder)
    try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    for (number, text) in order.enumerated() {
      try Data(text.utf8).write(to: folder.appending(path: "\(number).json"))
    }
    let record = MemoryRecord()
    let importer = Importer(record: record) { Instant(milliseconds: 1) }
    _ = try importer.run([folder.path])
    #expect(try importer.run([folder.path]).entries == 0)
    return record.charts.mapValues(\.said).filter { !$0.value.isEmpty }
  }

  @Test func `files in any order give equal charts`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = Seeded(seed)
    let folder = FileManager.default.temporaryDirectory.appending(path: "exchange-order-\(seed)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let expected = try charts(Self.documents, folder: folder)
    #expect(expected.count == 3)
    for _ in 0..<20 {
      let found = try charts(Self.documents.shuffled(using: &random), folder: folder)
      #expect(found == expected, "seed \(seed)")
    }
  }

  @Test func `bytes changed at random are refused or read, and never crash`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("mutations: seed \(seed)")
    var random = Seeded(seed)
    let folder = FileManager.default.temporaryDirectory.appending(path: "exchange-mutated-\(seed)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var documents = 0
    for round in 0..<300 {
      var bytes = Array(Self.documents[round % Self.documents.count].utf8)
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        default: bytes.insert(Array("{}[]\",:0nt\\".utf8).randomElement(using: &random) ?? 0, at: place)
        }
      }
      try Data(bytes).write(to: folder.appending(path: "\(round).json"))
      documents += 1
    }
    let report = try Importer(record: MemoryRecord()) { Instant(milliseconds: 1) }.run([folder.path])
    #expect(report.files == documents)
    #expect(report.refusedCount > 0, "seed \(seed)")
  }
}
