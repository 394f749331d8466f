import Care

extension State {
  /// Keeps what was done, so that it can be undone; the changes of one deed together.
  mutating func keep(_ entries: [Entry], of request: Request) {
    if case .passUp = request.wish { return }
    // Having read something is nothing that anybody takes back.
    let entries = entries.filter { entry in
      if case .threadRead = entry.event { return false }
      if case .receiptsGiven(let receipts) = entry.event,
        receipts.allSatisfy({ $0.kind == .delivered || $0.kind == .read })
      {
        return false
      }
      if case .patient = entry.stream { return true }
      return false
    }
    var verdict: TriagePlace?
    if case .triageDecided(let index, let made, _) = request.session?.events.first, made != .settled {
      verdict = lastSession.map { TriagePlace(session: $0.first, index: index) }
    }
    guard !entries.isEmpty || verdict != nil else { return }
    if let last = deeds.last, last.number == request.deed {
      deeds[deeds.count - 1].entries += entries
    } else {
      deeds.append(
        Deed(
          number: request.deed, entries: entries, done: request.done, verdict: verdict,
          isOfMany: request.deedCount > 1))
    }
  }

  /// An entry has been taken back, or can't be any more.
  mutating func forget(_ entry: EntryID) {
    for index in deeds.indices.reversed() where deeds[index].entries.contains(where: { $0.id == entry }) {
      deeds[index].entries.removeAll { $0.id == entry }
      if deeds[index].entries.isEmpty { deeds.remove(at: index) }
    }
  }

  /// What is said of a request that is on the disk: of one of many, how many are so far.
  func words(for request: Request) -> String? {
    guard request.deedCount > 1 else { return request.said.isEmpty ? nil : request.said }
    let kept = deeds.first { $0.number == request.deed }?.entries.count ?? 0
    let done = request.undoes == nil ? kept : request.deedCount - kept
    return done == request.deedCount
      ? "\(request.done)  \(done) lines" : "\(request.done)  \(done) of \(request.deedCount)"
  }
}
