import Benchmark
import Care
import Exchange
import Foundation
import Journal

/// Import of whatever FHIR files `ROUNDS_BENCHMARK_FHIR` names, into a journal that is made anew each time, beside a
/// bare parse of the same files by Foundation.
func addImportBenchmarks() {
  guard let folder = ProcessInfo.processInfo.environment["ROUNDS_BENCHMARK_FHIR"] else { return }
  let files = (FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? [])
    .filter { $0.hasSuffix(".json") }.map { folder + "/" + $0 }
  let configuration = Benchmark.Configuration(metrics: [.wallClock], maxDuration: .seconds(10), maxIterations: 20)
  Benchmark("import into a new journal", configuration: configuration) { benchmark in
    for _ in benchmark.scaledIterations {
      let path = FileManager.default.temporaryDirectory.path + "/rounds-benchmark-import-" + UUID().uuidString
      let now = Instant(milliseconds: 0)
      let journal = try Journal.open(folder: path, siteZone: "UTC", zone: { _ in .utc }, now: now)
      blackHole(try Importer(record: journal) { now }.run(files))
      try journal.close()
      try FileManager.default.removeItem(atPath: path)
    }
  }
  Benchmark("bare parse with Foundation", configuration: configuration) { benchmark in
    for _ in benchmark.scaledIterations {
      for file in files { blackHole(try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: file)))) }
    }
  }
}
