import Care
import Foundation

@testable import Exchange

/// A folder of made-up files, and a record to import them into.
final class Fixture {
  let folder: URL
  let record = MemoryRecord()
  private var runs: Int64 = 0

  init(_ files: [String: String] = [:]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "exchange-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

  func write(_ data: Data, to name: String) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  /// Imports the whole folder, or some files of it.
  @discardableResult
  func load(_ names: String...) throws -> ImportReport {
    runs += 1
    let received = Instant(milliseconds: 1_700_000_000_000 + runs)
    let importer = Importer(record: record) { received }
    return try importer.run(names.isEmpty ? [folder.path] : names.map { folder.appending(path: $0).path })
  }

  /// Charts that hold something, without those that have moved.
  var charts: [Chart] {
    record.charts.values.filter { $0.movedTo == nil && !$0.importedLines.isEmpty }.sorted { $0.id < $1.id }
  }

  func chart(ofFamily family: String) -> Chart? {
    charts.first { $0.patient?.names.contains { $0.family == family } ?? false }
  }
}

extension Chart {
  /// What the chart says, without the order in which it came.
  var said: Set<Resource> { Set(importedLines.map(\.resource)) }
}

/// A transaction Bundle of resources, each with a full URL.
func bundle(_ entries: [(fullURL: String, resource: String)], type: String = "transaction") -> String {
  let entries = entries.map { entry in
    entry.fullURL.isEmpty
      ? #"{"resource": \#(entry.resource)}"# : #"{"fullUrl": "\#(entry.fullURL)", "resource": \#(entry.resource)}"#
  }
  return #"{"resourceType": "Bundle", "type": "\#(type)", "entry": [\#(entries.joined(separator: ",\n"))]}"#
}

func patient(_ family: String, born: String = "1950-02-03", id: String = "", identifiers: [String] = []) -> String {
  let names = identifiers.map { #"{"system": "http://hospital.example", "value": "\#($0)"}"# }.joined(separator: ", ")
  return #"""
    {"resourceType": "Patient"\#(id.isEmpty ? "" : #", "id": "\#(id)""#), "identifier": [\#(names)],
     "name": [{"family": "\#(family)", "given": ["Ada"]}], "birthDate": "\#(born)"}
    """#
}

func observation(_ text: String, of subject: String, id: String = "", more: String = "") -> String {
  #"""
  {"resourceType": "Observation"\#(id.isEmpty ? "" : #", "id": "\#(id)""#), "status": "final",
   "code": {"text": "\#(text)"}, "subject": \#(subject)\#(more)}
  """#
}

func reference(_ written: String) -> String { #"{"reference": "\#(written)"}"# }
