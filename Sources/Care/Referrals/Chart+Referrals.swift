extension Chart {
  /// The referrals of this chart, in order of arrival: whatever asks another party to take part in the care, and what
  /// is kept step by step here. Orders for a test, an image or an operation are none.
  package func referrals(_ site: SiteRules) -> [Referral] {
    let requests = serviceRequests.items.filter { isReferral($0) }
    if requests.isEmpty { return [] }
    let links = ReferralLinks(self, requests)
    return requests.map { ReferralFold(self, $0, links, site).referral }
  }

  package func referral(_ id: LineID, _ site: SiteRules) -> Referral? {
    guard let line = serviceRequests[id], isReferral(line) else { return nil }
    return ReferralFold(self, line, ReferralLinks(self, serviceRequests.items.filter { isReferral($0) }), site).referral
  }

  /// Whether a task tells how far a referral is. A to-do that somebody here wrote about one doesn't: what is recorded
  /// here of a referral are its steps.
  func fulfils(_ task: Line<Task>) -> Bool { task.value.fulfils && !isWrittenHere(task.source) }

  package func isWrittenHere(_ source: Int) -> Bool { sources.indices.contains(source) && sources[source].isHere }

  func steps(of referral: LineID) -> [ReferralStep] { handling[referral]?.steps ?? [] }

  func isReferral(_ line: Line<ServiceRequest>) -> Bool {
    let request = line.value
    guard request.status != .enteredInError, request.isActionable, !request.isStandingOrder else { return false }
    return !steps(of: line.id).isEmpty || request.isCalledReferral || request.isSocial || request.asksAnotherParty
  }
}

extension ServiceRequest {
  /// Source: FHIR R4 servicerequest-category; SNOMED CT 3457005 Patient referral, 306206005 Referral to service.
  fileprivate var isCalledReferral: Bool {
    (categories + [code]).contains { $0.has(code: "3457005") || $0.has(code: "306206005") }
  }

  /// True where another party is asked to take part in the care: not for a test, an image or an operation, which the
  /// chart's results answer. Source: FHIR R4 servicerequest-category (SNOMED CT).
  var asksAnotherParty: Bool {
    let orders: Set<String> = ["108252007", "363679005", "387713003"]
    return !(performers.isEmpty && performerType.isEmpty)
      && !categories.contains { $0.codings.contains { orders.contains($0.code) } }
  }
}

/// Which lines of a chart belong to which referral: by what they are based on, by what they focus on, or by the
/// identifier that both carry. Looked for once for all of them.
struct ReferralLinks {
  private(set) var tasks: [LineID: [Line<Task>]] = [:]
  private(set) var appointments: [LineID: [Line<Appointment>]] = [:]
  private(set) var reports: [LineID: [(line: LineID, kind: ResourceKind, at: Moment?)]] = [:]
  /// What took a referral's place.
  private(set) var replacements: [LineID: LineID] = [:]

  private let known: Set<LineID>
  private var identified: [Identifier: LineID] = [:]

  init(_ chart: Chart, _ requests: [Line<ServiceRequest>]) {
    known = Set(requests.map(\.id))
    for line in requests {
      for identifier in line.value.identifiers where !identifier.value.isEmpty {
        identified[identifier.bare] = line.id
      }
      // What is asked again of somebody else goes on under the first one's number, which then means the newest.
      identified[Referral.number(of: line.value, line.id).bare] = line.id
      for old in line.value.replaces.compactMap(chart.lineID(of:)) { replacements[old] = line.id }
    }
    for line in chart.tasks.items where line.value.status != .enteredInError {
      let task = line.value
      guard chart.fulfils(line),
        let id = find([task.focus] + task.basedOn, task.identifiers + [task.groupIdentifier], chart)
      else { continue }
      tasks[id, default: []].append(line)
    }
    for line in chart.appointments.items where line.value.status != .enteredInError {
      guard let id = find(line.value.basedOn, line.value.identifiers, chart) else { continue }
      appointments[id, default: []].append(line)
    }
    addReports(of: chart)
  }

  private mutating func addReports(of chart: Chart) {
    for line in chart.diagnosticReports.items where line.value.status?.isFinal ?? false {
      guard let id = find(line.value.basedOn, line.value.identifiers, chart) else { continue }
      let at = line.value.issued ?? line.value.effective.end ?? line.value.effective.start
      reports[id, default: []].append((line.id, .diagnosticReport, at))
    }
    for line in chart.documentReferences.items where line.value.status != .enteredInError {
      guard line.value.documentStatus != "preliminary",
        let id = find(line.value.related, line.value.identifiers, chart)
      else { continue }
      reports[id, default: []].append((line.id, .documentReference, line.value.date))
    }
    for line in chart.observations.items where line.value.status?.isFinal ?? false {
      guard let id = find(line.value.basedOn, [], chart) else { continue }
      reports[id, default: []].append((line.id, .observation, line.value.issued ?? line.value.effective.start))
    }
    for line in chart.procedures.items where line.value.status == .completed {
      guard let id = find(line.value.basedOn, [], chart) else { continue }
      reports[id, default: []].append((line.id, .procedure, line.value.performed.end ?? line.value.performed.start))
    }
  }

  private func find(_ references: [Reference], _ identifiers: [Identifier], _ chart: Chart) -> LineID? {
    if let id = references.lazy.compactMap({ chart.lineID(of: $0) }).first(where: known.contains) { return id }
    return identifiers.lazy.compactMap { identified[$0.bare] }.first
  }
}

extension Identifier {
  /// System and value, which are all that says what it identifies.
  fileprivate var bare: Identifier { Identifier(system: system, value: value) }
}

extension Task {
  /// Only the task that fulfils a request tells how far it is; a reminder about it, once done, does not. A consultant's
  /// report is based on it and not this. Source: Gravity SDOHCC Task for Referral Management, code = fulfill.
  var fulfils: Bool { code.codings.isEmpty ? !focus.isEmpty || !businessStatus.isEmpty : code.has(code: "fulfill") }
}
