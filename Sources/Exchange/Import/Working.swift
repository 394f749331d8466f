import Care

/// The record as a batch sees it: what is stored, and what the batch itself is about to append.
final class Working<Records: Record> {
  let record: Records
  private(set) var directory: Directory
  private(set) var directoryVersion: Int
  private(set) var proposals: [Proposal] = []
  private var charts: [PatientID: Chart] = [:]
  private var patients: [OriginID: PatientID] = [:]

  init(record: Records) throws {
    self.record = record
    directory = try record.directory()
    directoryVersion = try record.directoryVersion()
  }

  /// Forgets what came of a batch that has been appended. The directory stays: it is as the record has it.
  func settle() {
    proposals.removeAll()
    charts.removeAll()
    patients.removeAll()
  }

  /// Forgets what came of a batch that was refused, and reads the directory anew.
  func restart() throws {
    settle()
    directory = try record.directory()
    directoryVersion = try record.directoryVersion()
  }

  func chart(_ id: PatientID) throws -> Chart {
    if let chart = charts[id] { return chart }
    let chart = try record.chart(id) ?? Chart(id: id)
    charts[id] = chart
    return chart
  }

  /// The patient that a name means, by whatever chart they have now.
  func patient(_ origin: OriginID) throws -> PatientID? {
    if let id = patients[origin] { return id }
    guard let id = try record.patient(origin) else { return nil }
    let moved = try chart(id).movedTo ?? id
    patients[origin] = moved
    return moved
  }

  func remember(_ origins: [OriginID], mean id: PatientID) {
    for origin in origins { patients[origin] = id }
  }

  /// Adds a proposal and folds it in, so that what comes later in the batch sees it.
  func propose(_ stream: Stream, _ event: Event, id: EntryID, time: Instant, author: Author) throws {
    let expected: Int
    switch stream {
    case .directory: expected = directoryVersion
    case .patient(let patient): expected = try chart(patient).version
    case .triage: return
    }
    let proposal = Proposal(id: id, stream: stream, expected: expected, time: time, author: author, event: event)
    let entry = Entry(sequence: 0, version: expected + 1, of: proposal)
    switch stream {
    case .directory:
      directory.apply(entry)
      directoryVersion += 1
    case .patient(let patient):
      charts[patient]?.apply(entry)
    case .triage: break
    }
    proposals.append(proposal)
  }
}
