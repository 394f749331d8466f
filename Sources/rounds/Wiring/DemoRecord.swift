import Care
import Demo
import Foundation
import Journal

/// Writes the demo network into a journal, by the same path as everything else.
enum DemoRecord {
  static let coordinator = DemoNetwork.coordinator

  static func isOne(_ directory: Directory) -> Bool { directory[coordinator] != nil }

  /// - Parameter progress: patients written, of how many.
  static func write(
    _ network: DemoNetwork, to journal: Journal, progress: (_ done: Int, _ total: Int) -> Void
  ) throws {
    _ = try journal.append(network.directory)
    let batch = 100
    for start in stride(from: 0, to: network.patients, by: batch) {
      let end = min(start + batch, network.patients)
      _ = try journal.append((start..<end).flatMap { network.patient($0) })
      progress(end, network.patients)
    }
    try journal.checkpoint()
  }

  /// Where the demo of a size and seed lives when no folder is named: beside the record, never in it.
  static func folder(_ options: GlobalOptions, patients: Int, seed: UInt64) -> String {
    options.data == nil ? folder(beside: options.folder, patients: patients, seed: seed) : options.folder
  }

  static func folder(beside record: String, patients: Int, seed: UInt64) -> String {
    "\(record)-demo-\(patients)-\(seed)"
  }
}
