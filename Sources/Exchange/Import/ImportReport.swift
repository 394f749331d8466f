/// What an import did, in numbers and places; no patient's data.
package struct ImportReport: Hashable, Sendable {
  /// Something that was not taken in, or was taken in with a part left out.
  package struct Notice: Hashable, Comparable, Sendable {
    package var path: String
    /// The way to it within the file (`Bundle.entry[3].resource.period`); empty for the file as a whole.
    package var place: String
    package var line: Int?
    package var words: String

    package init(path: String, place: String = "", line: Int? = nil, words: String) {
      self.path = path
      self.place = place
      self.line = line
      self.words = words
    }

    package static func < (a: Self, b: Self) -> Bool { (a.path, a.line ?? 0, a.place) < (b.path, b.line ?? 0, b.place) }
  }

  package struct Tally: Hashable, Sendable {
    package var new = 0
    package var changed = 0
    package var unchanged = 0

    package init() {}

    package var total: Int { new + changed + unchanged }
  }

  /// How many were read, and how many there are to read.
  package var files = 0
  package var filesFound = 0
  package var bytes = 0
  package var patientsNew = 0
  package var patientsSeen = 0
  /// By resource type.
  package var resources: [String: Tally] = [:]
  /// Resources that coordination has no use for, by type.
  package var skipped: [String: Int] = [:]
  /// Files of other kinds in the folders, by ending.
  package var otherFiles: [String: Int] = [:]
  /// At most `noticesKept`; `refusedCount` has all.
  package var refused: [Notice] = []
  package var refusedCount = 0
  /// At most `noticesKept`; `remarkCount` has all.
  package var remarks: [Notice] = []
  package var remarkCount = 0
  /// Journal entries appended.
  package var entries = 0
  /// True where the import was told to stop before its end.
  package var wasStopped = false

  /// Enough to act on; a folder of a million faulty files must not fill the memory.
  package static let noticesKept = 2000

  package init() {}

  mutating func refuse(_ notice: @autoclosure () -> Notice) {
    refusedCount += 1
    if refused.count < Self.noticesKept { refused.append(notice()) }
  }

  mutating func remark(_ notice: @autoclosure () -> Notice) {
    remarkCount += 1
    if remarks.count < Self.noticesKept { remarks.append(notice()) }
  }

  /// Adds what a batch did.
  mutating func add(_ other: ImportReport) {
    files += other.files
    bytes += other.bytes
    patientsNew += other.patientsNew
    patientsSeen += other.patientsSeen
    entries += other.entries
    refusedCount += other.refusedCount
    remarkCount += other.remarkCount
    refused += other.refused.prefix(max(0, Self.noticesKept - refused.count))
    remarks += other.remarks.prefix(max(0, Self.noticesKept - remarks.count))
    skipped.merge(other.skipped, uniquingKeysWith: +)
    otherFiles.merge(other.otherFiles, uniquingKeysWith: +)
    for (type, tally) in other.resources {
      resources[type, default: Tally()].new += tally.new
      resources[type, default: Tally()].changed += tally.changed
      resources[type, default: Tally()].unchanged += tally.unchanged
    }
  }
}

/// How far an import has come.
package struct ImportProgress: Hashable, Sendable {
  package var bytesDone: Int
  package var bytesTotal: Int
  package var filesDone: Int
  package var filesTotal: Int
  /// True in the second reading, of files whose references waited for others.
  package var isSecondReading: Bool
}
