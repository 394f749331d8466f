package import Care

/// Why something is owed to a patient, in a reader's words.
package struct Reasons {
  private let chart: Chart
  private let words: TimeWords
  private let directory: Directory

  package init(_ chart: Chart, _ words: TimeWords, directory: Directory) {
    (self.chart, self.words, self.directory) = (chart, words, directory)
  }

  private func naming(_ reference: Reference) -> String { chart.naming(reference, in: directory) }

  package func because(_ item: OpenItem) -> String {
    switch item.kind {
    case .clock: return item.clocks.first.map { ClockWords(words, naming: naming).because($0.event) } ?? ""
    case .task:
      guard let line = chart.tasks[item.id] else { return "" }
      let reason = line.value.reason.label
      return reason.isEmpty ? asked(by: line.value.requester, at: line.value.authored, line.source) : reason
    case .referral:
      guard let line = chart.serviceRequests[item.id] else { return "" }
      let reason = line.value.reasons.first?.label ?? ""
      let asked = asked(by: line.value.requester, at: line.value.authored, line.source)
      return reason.isEmpty ? "\(asked); no outcome yet" : "\(reason); \(asked)"
    case .appointment:
      let reason = chart.appointments[item.id]?.value.reasons.first?.label ?? ""
      return reason.isEmpty ? "booked; not yet kept" : reason
    }
  }

  private func asked(by requester: Reference, at: Moment?, _ source: Int) -> String {
    let who = naming(requester)
    let when = at.map { " \(words.full($0))" } ?? ""
    if !who.isEmpty { return "asked by \(who)\(when)" }
    if !when.isEmpty { return "asked\(when)" }
    return chart.sources.indices.contains(source)
      ? "received from \(chart.sources[source].document)" : "no reason stated"
  }
}

extension Chart {
  /// What a reader calls whom or what a reference of this chart means; empty where nothing is known.
  package func naming(_ reference: Reference, in directory: Directory) -> String {
    if let id = reference.target.flatMap({ origins[$0] }), let person = relatedPersons[id] {
      return person.value.names.preferred?.listed ?? reference.display
    }
    if isPatient(reference) { return listedName }
    let naming = directory.naming(reference)
    // The bare reference is all that is known of it.
    if case .said(let words) = naming, reference.display.isEmpty { return "\(words) (not on file)" }
    return naming.words
  }
}
