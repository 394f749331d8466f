extension Continuity {
  static let months = 12

  static func score(_ chart: Chart, _ unit: Unit, directory: Directory, now: Instant, zone: Zone) -> Score {
    let since = now.before(months: months, zone: zone)
    let visits = chart.encounters(now, zone) { encounter in
      Setting(classification: encounter.classification) == .clinic
    }.filter { $0.start >= since }
    let providers = visits.map { directory.provider($0.line.value, unit) }
    let instrument = instrument(unit)
    if visits.count < leastVisits {
      return Score(instrument, outcome: .notApplicable("n/a (n=\(visits.count)): from \(leastVisits) visits on"))
    }
    let known = providers.compactMap(\.self)
    guard known.count == visits.count else {
      return Score(
        instrument, outcome: .incomplete(known: known.count, of: visits.count),
        remarks: ["Visits that name no \(unit.rawValue): \(visits.count - known.count)."])
    }
    let continuity = Continuity(known)
    guard let coc = continuity.coc else { return Score(instrument, outcome: .notApplicable("n/a")) }
    return Score(
      instrument, terms: terms(visits, known), outcome: .total(coc, nil),
      remarks: [arithmetic(continuity), others(continuity)])
  }

  private static func terms(
    _ visits: [(line: Line<Encounter>, start: Instant)], _ providers: [Directory.Provider]
  ) -> [Score.Term] {
    var order: [Directory.Provider] = []
    for provider in providers where !order.contains(provider) { order.append(provider) }
    return order.map { provider in
      let own = zip(visits, providers).filter { $0.1 == provider }.map(\.0)
      let evidence = Score.Evidence(
        Score.counted(own.count, "visit"), at: own.last?.line.value.period.start, source: own.last?.line.source)
      return Score.Term(provider.name, Score.Input.known(own.count, evidence)) { _ in nil }
    }
  }

  private static func arithmetic(_ continuity: Continuity) -> String {
    let squares = continuity.counts.map { "\($0)×\($0)" }.joined(separator: " + ")
    let count = continuity.count
    return "(\(squares) − \(count)) / (\(count) × \(count - 1))"
  }

  private static func others(_ continuity: Continuity) -> String {
    [
      ("UPC", continuity.upc), ("SECON", continuity.secon), ("MMCI", continuity.mmci), ("HHI", continuity.hhi),
      ("fragmentation 1 − COC", continuity.fragmentation),
    ].compactMap { name, value in value.map { "\(name) \(Score.words($0, decimals: 2))" } }.joined(separator: ", ")
  }
}

extension Directory {
  /// Whom a visit was to: one member of the directory, or the words that stand for one that isn't in it.
  struct Provider: Hashable {
    var id: MemberID?
    var name: String
  }

  fileprivate func provider(_ encounter: Encounter, _ unit: Continuity.Unit) -> Provider? {
    switch unit {
    case .organization: provider(encounter.serviceProvider)
    case .practitioner: encounter.participants.lazy.compactMap { self.provider($0.actor) }.first
    }
  }

  private func provider(_ reference: Reference) -> Provider? {
    guard let member = self[reference] else {
      let words = naming(reference).words
      return words.isEmpty || reference.kind == "RelatedPerson" || reference.kind == "Patient"
        ? nil : Provider(name: words)
    }
    // One person may act in several roles.
    if case .practitionerRole(let role) = member.resource, let person = self[role.practitioner] {
      return Provider(id: person.id, name: name(of: person))
    }
    return Provider(id: member.id, name: name(of: member))
  }
}
