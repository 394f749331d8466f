import Care
import Foundation
import Testing

@testable import Exchange

private let realData = (0..<4).reduce(URL(filePath: #filePath)) { folder, _ in folder.deletingLastPathComponent() }
  .appending(path: "shared/data/fhir").path

/// The published samples beside this repository: what real senders, and the people who test them, write.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: realData), "shared/data/fhir is not beside the repository"))
struct RealDataTests {
  /// Every file that is refused, in whole or in part, and where; each was read by a person.
  private static let refused = [
    // No resourceType: CDS Hooks messages, a validator's settings, a health-link manifest.
    "fhir-test-cases/validator/cdshooks-response-empty-good.json:1 $",
    "fhir-test-cases/validator/cdshooks/cdshooks-request-order-select-good.json:1 $",
    "fhir-test-cases/validator/cdshooks/cdshooks-request-patient-view-good.json:1 $",
    "fhir-test-cases/validator/cdshooks/cdshooks-response-two-cards.json:1 $",
    "fhir-test-cases/validator/filter-invalid-display-advisor.json:1 $",
    "fhir-test-cases/validator/json-prop-key.json:1 $", "fhir-test-cases/validator/shlink.manifest.json:1 $",
    // A type that FHIR R4 doesn't have.
    "fhir-test-cases/validator/custom-resource.json:2 CustomResource.resourceType",
    // No JSON: a missing bracket, a comment, a comma before the end, a bracket too many.
    "fhir-test-cases/validator/bad-json-close-3.json:16 ", "fhir-test-cases/validator/json-comments-1.json:1 ",
    "fhir-test-cases/validator/mcode-pat-bad.json:4 ", "fhir-test-cases/validator/med-dispense.json:15 ",
    // A repeated key.
    "fhir-test-cases/validator/patient-duplicate.json:9 Patient.active",
    // An object where a list belongs, and a text where a number does.
    "fhir-test-cases/validator/bug824/bug824-resource.json:84 Observation.interpretation",
    "fhir-test-cases/validator/observation-xver-bad.json:5 Observation.category",
    "fhir-test-cases/validator/observation-xver.json:5 Observation.category",
    "fhir-test-cases/validator/simpl-example.json:75 Observation.valueQuantity.value",
    "fhir-test-cases/validator/synthea.json:25 Encounter.reasonCode",
    "mcc-handmade/pnoelle/mcc-pnoelle-4-meds.json:224 Bundle.entry[2].resource.reasonCode",
    "mcc-handmade/pnoelle/mcc-pnoelle-7-servicerequest.json:71 Bundle.entry[1].resource.reasonCode",
  ]

  private func imported() throws -> (MemoryRecord, ImportReport) {
    let record = MemoryRecord()
    return (record, try Importer(record: record) { Instant(milliseconds: 1) }.run([realData]))
  }

  @Test func `exactly the files that are not usable are refused`() throws {
    let (_, report) = try imported()
    let refused = report.refused.map { notice in
      "\(notice.path.dropFirst(realData.count + 1)):\(notice.line ?? 0) \(notice.place)"
    }
    #expect(Set(refused) == Set(Self.refused))
    #expect(refused.count == Self.refused.count)
    #expect(report.otherFiles == ["md": 1])
  }

  @Test func `importing everything twice adds nothing`() throws {
    let (record, first) = try imported()
    let again = try Importer(record: record) { Instant(milliseconds: 2) }.run([realData])
    #expect(first.entries > 0)
    #expect(again.entries == 0)
    #expect(again.resources.mapValues(\.total) == first.resources.mapValues(\.total))
  }

  @Test func `every resource of every type is accounted for, and what came in is in a chart`() throws {
    let (record, report) = try imported()
    var expected = try counted()
    for (type, count) in Self.refusedByType { expected[type, default: 0] -= count }
    for kind in ResourceKind.allCases.map(\.rawValue) + DirectoryKind.allCases.map(\.rawValue) {
      let taken = report.resources[kind]?.total ?? 0
      #expect(taken + (report.skipped[kind] ?? 0) == expected[kind] ?? 0, "\(kind)")
    }
    var lines: [String: Set<LineID>] = [:]
    for chart in record.charts.values {
      for line in chart.importedLines { lines[line.resource.kind.rawValue, default: []].insert(line.id) }
    }
    for kind in ResourceKind.allCases.map(\.rawValue) {
      #expect(lines[kind]?.count ?? 0 == report.resources[kind]?.new ?? 0, "\(kind)")
    }
  }

  /// What the refusals above cost, by type. The other parser lets the comma before the end of one patient pass.
  private static let refusedByType = [
    "Patient": 2, "Observation": 4, "Encounter": 1, "MedicationRequest": 1, "ServiceRequest": 1,
  ]

  /// Resources by type, counted by another parser.
  private func counted() throws -> [String: Int] {
    var counts: [String: Int] = [:]
    func count(_ resource: Any?) {
      guard let resource = resource as? [String: Any], let type = resource["resourceType"] as? String else { return }
      if type == "Bundle" {
        for entry in resource["entry"] as? [[String: Any]] ?? [] { count(entry["resource"]) }
      } else {
        counts[type, default: 0] += 1
      }
      // Patients inside the one resource about them are taken in.
      guard let kind = ResourceKind(rawValue: type), let key = OwnerKeys.patient(of: kind),
        let subject = (resource[key] as? [String: Any])?["reference"] as? String, subject.hasPrefix("#")
      else { return }
      for inner in resource["contained"] as? [[String: Any]] ?? []
      where inner["resourceType"] as? String == "Patient" && "#\(inner["id"] ?? "")" == subject {
        counts["Patient", default: 0] += 1
      }
    }
    let files = try #require(FileManager.default.enumerator(atPath: realData))
    while let name = files.nextObject() as? String {
      guard name.hasSuffix(".json"), let data = FileManager.default.contents(atPath: "\(realData)/\(name)") else {
        continue
      }
      count(try? JSONSerialization.jsonObject(with: data))
    }
    return counts
  }
}
