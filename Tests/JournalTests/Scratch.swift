import Care
import Foundation
import Journal
import Sealing

/// A folder that is gone when the test is over.
final class Scratch: Sendable {
  let folder: String

  init() { folder = FileManager.default.temporaryDirectory.path + "/journal-test-\(UUID().uuidString)" }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  var file: String { folder + "/journal.sqlite" }

  func open(_ mode: Journal.Mode = .readWrite, seal: some Seal = Unsealed(), zone: String = "UTC") throws -> Journal {
    try Journal.open(
      folder: folder, seal: seal, mode: mode, siteZone: zone,
      zone: { $0 == "UTC" ? .utc : $0 == "Test/East" ? Zone(name: $0, initialOffset: 36_000) : nil },
      now: Instant(milliseconds: 1_700_000_000_000))
  }

  func permissions(of path: String) throws -> Int {
    try (FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber)?.intValue ?? -1
  }
}

extension Journal {
  /// Everything the lists hold, in order.
  func rows() throws -> Rows {
    let opening = try opening()
    var lists = opening.lists
    lists.load(
      try pages(
        [
          (.census, lists.census.unloaded), (.worklist, lists.worklist.unloaded), (.inbox, lists.inbox.unloaded),
        ], upTo: opening.sequence))
    return Rows(lists)
  }
}

struct Rows: Hashable {
  var census: [CensusRow]
  var work: [WorkRow]
  var threads: [ThreadRow]

  init(_ lists: CareLists) {
    census = (0..<lists.census.count).compactMap { lists.census[$0] }
    work = (0..<lists.worklist.count).compactMap { lists.worklist[$0] }
    threads = (0..<lists.inbox.count).compactMap { lists.inbox[$0] }
  }

  /// What the lists should hold for these charts.
  init(of charts: [Chart], zone: Zone = .utc) {
    let rows = charts.map { ChartRows($0, site: SiteRules(zone: zone)) }
    census = rows.compactMap(\.census).sorted { $0.key.lexicographicallyPrecedes($1.key) }
    work = rows.flatMap(\.work).sorted { $0.key.lexicographicallyPrecedes($1.key) }
    threads = rows.flatMap(\.threads).sorted { $0.key.lexicographicallyPrecedes($1.key) }
  }
}
