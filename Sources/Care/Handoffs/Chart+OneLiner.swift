extension Chart {
  /// The patient in one line without a name: problems, where they are, and what happened last.
  package func oneLiner(now: Instant, zone: Zone) -> String {
    [problemWords, settingWords(now, zone), lastWords(now, zone)].filter { !$0.isEmpty }.joined(separator: ". ") + "."
  }

  /// So many are named; how many there are beside them is said.
  private static let mostProblems = 5

  private var problemWords: String {
    var seen: Set<String> = []
    let standing = conditions.items.filter { $0.value.stands && !$0.value.isSocial }
      .sorted {
        (($0.value.recorded ?? $0.value.onset)?.milliseconds ?? .min)
          > (($1.value.recorded ?? $1.value.onset)?.milliseconds ?? .min)
      }
      .map(\.value.code.label).filter { !$0.isEmpty && seen.insert(Folding.fold($0)).inserted }
    if standing.isEmpty { return "No problems on file" }
    let rest = standing.count - Self.mostProblems
    return standing.prefix(Self.mostProblems).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  private func settingWords(_ now: Instant, _ zone: Zone) -> String {
    let begun = encounters.items.filter { ($0.value.period.start.map { $0.start(in: zone) } ?? .distantFuture) <= now }
      .sorted { ($0.value.period.start?.milliseconds ?? .min) < ($1.value.period.start?.milliseconds ?? .min) }
    if let stay = begun.last(where: { $0.value.isUnderWay })?.value {
      let since = stay.period.start.map { " since \($0.isoDate)" } ?? ""
      return setting(of: stay) + since + reason(for: stay)
    }
    let left = begun.filter { $0.value.tookPlace && $0.value.period.end != nil }
      .max { ($0.value.period.end?.milliseconds ?? .min) < ($1.value.period.end?.milliseconds ?? .min) }?.value
    guard let left, let end = left.period.end else { return "Where the patient is now is not on file" }
    return "In no encounter on file; last in \(setting(of: left)) until \(end.isoDate)" + reason(for: left)
  }

  private func setting(of stay: Encounter) -> String { Setting(classification: stay.classification).label }

  private func reason(for stay: Encounter) -> String {
    let words = stay.reasons.first?.label ?? ""
    return words.isEmpty ? "" : " for \(words)"
  }

  /// The newest result, procedure or vaccine, whose titles are terms. What people wrote may have a name in it.
  private func lastWords(_ now: Instant, _ zone: Zone) -> String {
    var all: [(at: Moment, words: String)] = []
    for line in diagnosticReports.items where line.value.status?.isFinal ?? false {
      if let at = line.value.effective.start ?? line.value.issued { all.append((at, line.value.code.label)) }
    }
    for line in procedures.items where line.value.status == .completed {
      if let at = line.value.performed.start ?? line.value.performed.end { all.append((at, line.value.code.label)) }
    }
    for line in immunizations.items where line.value.status == .completed {
      if let at = line.value.occurrence { all.append((at, line.value.vaccine.label)) }
    }
    let last = all.filter { !$0.words.isEmpty && $0.at.start(in: zone) <= now }
      .max { $0.at.start(in: zone) < $1.at.start(in: zone) }
    return last.map { "Last: \($0.words), \($0.at.isoDate)" } ?? ""
  }
}
