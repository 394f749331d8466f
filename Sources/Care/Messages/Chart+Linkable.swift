/// A line of a chart that a message can be about.
package struct LinkableLine: Hashable, Sendable {
  package var words: String
  /// What it is, in a word.
  package var kind: String
  package var at: Moment?
  package var reference: Reference
}

extension Chart {
  /// The teams that care for the patient now.
  package var activeTeams: [Reference] {
    careTeams.items.filter { $0.value.status == .active }.compactMap { line in
      origins(of: line.id).first.map { origin in
        let name = line.value.name.isEmpty ? "the team" : line.value.name
        return Reference(target: origin, kind: ResourceKind.careTeam.rawValue, display: name)
      }
    }
  }

  /// Visits and stays, results, open tasks and referrals, the newest first; what is dated nowhere comes last.
  package func linkable(zone: Zone) -> [LinkableLine] {
    var all: [LinkableLine] = []
    // Looked for once: asked line by line it would be looked for in all of them each time.
    var names: [LineID: OriginID] = [:]
    for (origin, line) in origins where names[line].map({ origin < $0 }) ?? true { names[line] = origin }
    func add(_ id: LineID, _ kind: ResourceKind, _ word: String, _ words: String, _ at: Moment?) {
      guard let origin = names[id], !words.isEmpty else { return }
      all.append(
        LinkableLine(
          words: words, kind: word, at: at,
          reference: Reference(target: origin, kind: kind.rawValue, display: words)))
    }
    for line in encounters.items where line.value.status != .enteredInError {
      add(line.id, .encounter, "visit", line.value.title, line.value.period.start)
    }
    for line in diagnosticReports.items where line.value.status != .enteredInError {
      add(line.id, .diagnosticReport, "result", line.value.code.label, line.value.issued ?? line.value.effective.start)
    }
    for line in observations.items where line.value.status != .enteredInError {
      add(line.id, .observation, "result", line.value.code.label, line.value.effective.start ?? line.value.issued)
    }
    for line in tasks.items where line.value.status?.isOpen ?? true {
      add(line.id, .task, "task", title(of: line.value), line.value.authored)
    }
    for line in serviceRequests.items where isReferral(line) {
      add(line.id, .serviceRequest, "referral", line.value.code.label, line.value.authored)
    }
    return all.sorted { ($0.at?.milliseconds ?? .min, $1.words) > ($1.at?.milliseconds ?? .min, $0.words) }
  }
}
