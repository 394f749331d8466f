package import Care

extension State {
  /// Everything known about one line of the chart, for reading in full.
  func detail(of id: LineID) -> Overlay? {
    guard let view else { return nil }
    if let item = view.openItems.first(where: { $0.id == id }) {
      var lines = [patientLine]
      for answer in answers(item, of: view.chart.id) where answer.question != Answer.rule {
        lines.append("\(answer.question): \(answer.words)")
      }
      lines += joining(id) + closing(of: item) + rules(of: item) + order(of: item)
      let source = item.kind == .clock ? item.clocks.first?.event.source ?? -1 : source(of: id)
      return .detail(title: item.title, lines: lines + provenance(source: source, origin: origin(of: id)), top: 0)
    }
    guard let event = view.journey.events.first(where: { $0.id == id }) else { return nil }
    let who = naming(event.who)
    var lines = [patientLine, "\(event.kind.label): \(words.full(event.at))"]
    if let end = event.end { lines.append("until: \(words.full(end))") }
    let standing = StatusWords.words(event.status)
    if !standing.isEmpty { lines.append("status: \(standing)") }
    // What is short for how a booking is kept comes in full below.
    if !event.detail.isEmpty, event.kind != .appointment { lines.append("in short: \(event.detail)") }
    if !who.isEmpty { lines.append("by or at: \(who)") }
    lines += joining(id)
    return .detail(title: event.title, lines: lines + provenance(source: event.source, origin: origin(of: id)), top: 0)
  }

  /// Why it stands where it stands in the worklist.
  private func order(of item: OpenItem) -> [String] {
    guard let row = view?.rows.first(where: { $0.item == item.id }) else { return [] }
    return ["", "Where it stands in the worklist:"] + standing(row)
  }

  /// What ends a line that a clock made, besides a person's closing it with a reason.
  private func closing(of item: OpenItem) -> [String] {
    item.kind == .clock ? item.clocks.prefix(1).map { "closed by: \($0.clock.duty.closedBy)" } : []
  }

  /// By whose rules it is due, and what was asked for where that is another time.
  private func rules(of item: OpenItem) -> [String] {
    let asked = view?.chart.openItems(workspace.site).first { $0.id == item.id }?.due
    return (asked == nil || asked == item.due ? [] : ["asked for by: \(asked.map { words.full($0) } ?? "")"])
      + item.clocks.map { "rule: \(clockWords.fullRule($0))" }
  }

  func detail(of line: ChartLine) -> Overlay {
    var lines = [patientLine, "section: \(line.section.rawValue)"]
    if !line.detail.isEmpty { lines.append("\(line.section.detailLabel): \(line.detail)") }
    if let at = line.at { lines.append("\(line.section.timeLabel): \(words.full(at))") }
    if let source = line.source { lines += provenance(source, origin: line.origin) }
    return .detail(title: line.text, lines: lines, top: 0)
  }

  func detail(of member: TeamMember) -> Overlay {
    let title = member.name.words.isEmpty ? "Name not on file" : member.name.words
    guard let chart = view?.chart else { return .detail(title: title, lines: [], top: 0) }
    let card = chart.roleCard(of: member, directory: workspace.directory, now: now, zone: workspace.zone)
    return .detail(title: title, lines: RoleCardLines(state: self, member: member, card: card).all, top: 0)
  }

  private var patientLine: String { "patient: \(view?.chart.listedName ?? "")" }

  package func naming(_ reference: Reference) -> String {
    if let chart = view?.chart { return chart.naming(reference, in: workspace.directory) }
    let naming = workspace.directory.naming(reference)
    // The bare reference is all that is known of it.
    if case .said(let words) = naming, reference.display.isEmpty { return "\(words) (not on file)" }
    return naming.words
  }

  private func source(of id: LineID) -> Int {
    let chart = view?.chart
    return chart?.tasks[id]?.source ?? chart?.serviceRequests[id]?.source ?? chart?.appointments[id]?.source ?? -1
  }

  private func origin(of id: LineID) -> String {
    guard let chart = view?.chart else { return "" }
    return chart.tasks[id]?.origin ?? chart.serviceRequests[id]?.origin ?? chart.appointments[id]?.origin
      ?? chart.encounters[id]?.origin ?? chart.communications[id]?.origin ?? chart.diagnosticReports[id]?.origin
      ?? chart.procedures[id]?.origin ?? chart.documentReferences[id]?.origin ?? ""
  }

  private func provenance(source: Int, origin: String) -> [String] {
    guard let sources = view?.chart.sources, sources.indices.contains(source) else { return [] }
    return provenance(sources[source], origin: origin)
  }

  private func provenance(_ source: Source, origin: String) -> [String] {
    ["", "from \(source.document) (\(source.format))", "received \(words.full(Moment(source.received)))"]
      + (origin.isEmpty ? [] : ["known there as \(origin)"])
  }
}

extension ChartLine.Section {
  /// What the words beside a line's name tell.
  fileprivate var detailLabel: String {
    switch self {
    case .problems, .social, .medications, .goals, .plans: "state"
    case .allergies: "known"
    case .results: "value"
    case .documents: "about"
    case .cover: "kind"
    }
  }

  /// What its time tells.
  fileprivate var timeLabel: String {
    switch self {
    case .problems, .social, .medications, .goals, .plans, .cover: "since"
    case .allergies, .results, .documents: "date"
    }
  }
}
