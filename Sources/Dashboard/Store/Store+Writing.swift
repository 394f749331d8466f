import Care

/// A request on its way to the record, with the proposals made of it: every try must be the same, so that one which
/// went through without our hearing of it is found done.
struct Write {
  let request: Request
  let proposals: [Proposal]
  var tries = 0
}

extension Store {
  /// Tries a write is given: with fifty a second, somebody has held the record for half a minute.
  package static let mostTries = 1500

  /// Whether a write waits for somebody else's to end.
  package var isWriting: Bool { !writes.isEmpty }

  func append(_ request: Request) {
    writes.append(
      Write(
        request: request,
        proposals: proposals(
          .patient(request.patient), request.expected, request.events, by: request.author, request.reason)
          + (request.session.map { proposals(.triage($0.member), $0.expected, $0.events, by: request.author) } ?? [])))
    write()
  }

  private func proposals(
    _ stream: Care.Stream, _ expected: Int, _ events: [Event], by author: Author, _ reason: String = ""
  ) -> [Proposal] {
    events.enumerated().map { index, event in
      Proposal(
        id: makeID(), stream: stream, expected: expected + index, time: state.now, author: author,
        reason: reason, event: event)
    }
  }

  /// Tries the oldest write, and those behind it as far as nobody else is writing. Never waits.
  package func write() {
    // What an answer leads to joins the end of the line.
    guard !isTrying else { return }
    isTrying = true
    defer { isTrying = false }
    while let answer = tryOldest() {
      writes.removeFirst()
      send(answer)
    }
  }

  /// - Returns: the record's answer; nil where there is none yet.
  private func tryOldest() -> Action? {
    guard let write = writes.first else { return nil }
    do {
      var change = try ledger.append(
        write.proposals, since: state.workspace.sequence, charts: state.workspace.openCharts)
      // The change may bring what others wrote meanwhile; only what is ours can be undone by us.
      let own = Set(write.proposals.map(\.id))
      change.entries.removeAll { !own.contains($0.id) }
      return .appended(change, write.request)
    } catch AppendRefusal.conflict(.triage, _, _) {
      return .triageOvertaken(write.request)
    } catch AppendRefusal.conflict {
      return .overtaken(write.request)
    } catch let busy as RecordBusy {
      writes[0].tries += 1
      if writes[0].tries == 1 { send(.held) }
      return writes[0].tries < Self.mostTries ? nil : .refused(write.request, "not saved. \(busy)")
    } catch {
      return .refused(write.request, "not saved. \(error)")
    }
  }
}
