import Care

/// A record without a disk, for tests: folds what is appended, and refuses what expects another version.
final class MemoryRecord: Record {
  private(set) var charts: [PatientID: Chart] = [:]
  private var folded = Directory()
  private var version = 0
  private var patients: [OriginID: PatientID] = [:]
  private var ids: Set<EntryID> = []
  private(set) var entries: [Entry] = []
  /// Run before the next append, as another writer would.
  var beforeAppend: (() throws -> Void)?

  func chart(_ id: PatientID) -> Chart? { charts[id] }
  func patient(_ origin: OriginID) -> PatientID? { patients[origin] }
  func directory() -> Directory { folded }
  func directoryVersion() -> Int { version }

  func append(_ proposals: [Proposal]) throws -> Change {
    if let other = beforeAppend {
      beforeAppend = nil
      try other()
    }
    let fresh = proposals.filter { !ids.contains($0.id) }
    var versions: [Stream: Int] = [:]
    for proposal in fresh {
      let found = versions[proposal.stream] ?? current(proposal.stream)
      guard proposal.expected == found else {
        throw AppendRefusal.conflict(proposal.stream, expected: proposal.expected, found: found)
      }
      versions[proposal.stream] = found + 1
    }
    for proposal in fresh { fold(proposal) }
    return Change(sequence: Int64(entries.count), entries: entries.suffix(fresh.count))
  }

  private func current(_ stream: Stream) -> Int {
    switch stream {
    case .directory: version
    case .patient(let id): charts[id]?.version ?? 0
    case .triage: 0
    }
  }

  private func fold(_ proposal: Proposal) {
    ids.insert(proposal.id)
    let entry = Entry(sequence: Int64(entries.count + 1), version: current(proposal.stream) + 1, of: proposal)
    entries.append(entry)
    switch entry.stream {
    case .directory:
      folded.apply(entry)
      version = entry.version
    case .patient(let id):
      charts[id, default: Chart(id: id)].apply(entry)
      guard case .recordReceived(_, let lines) = entry.event else { return }
      for line in lines where line.resource.kind == .patient {
        for origin in line.origins { patients[origin] = id }
      }
    case .triage: break
    }
  }
}
