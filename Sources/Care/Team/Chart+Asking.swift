extension Chart {
  /// Whom to ask about a topic: by the route's roles, members of the patient's team before others of their units, and in
  /// place of who is absent the deputy.
  ///
  /// - Parameters:
  ///   - team: as `team(_:now:zone:)` has it.
  ///   - index: of the same directory.
  package func whomToAsk(
    _ route: Route, team: [TeamMember], index: ProfessionIndex, directory: Directory, now: Instant, zone: Zone
  ) -> Asking {
    let current = team.filter { $0.standing != .past && !isPatient($0.reference) }
    var search = Search(route: route, directory: directory, now: now, zone: zone)
    let units = Search.units(of: current, directory)
    for role in route.roles {
      search.add(current.filter { $0.holds(role, directory) }.map(\.reference), as: role, isOnTeam: true, most: .max)
      search.add(
        index.posts(of: role, in: units).lazy.compactMap { post in
          directory[post.id].map { directory.reference(to: $0) }
        }, as: role, isOnTeam: false, most: Asking.mostBeyondTeam)
    }
    return search.asking
  }
}

private struct Search {
  let route: Route
  let directory: Directory
  let now: Instant
  let zone: Zone
  private var candidates: [Asking.Candidate] = []
  private var nextAt: Instant?
  private var seen: Set<Someone> = []

  init(route: Route, directory: Directory, now: Instant, zone: Zone) {
    self.route = route
    self.directory = directory
    self.now = now
    self.zone = zone
  }

  var asking: Asking {
    let isAnyoneHere = candidates.contains { $0.presence.isHere }
    return Asking(route: route, candidates: candidates, nextAt: isAnyoneHere ? nil : nextAt)
  }

  /// Where the team works, with the steps from the nearest member. Where nobody is on a team, whoever was involved
  /// lately shows where to look.
  static func units(of team: [TeamMember], _ directory: Directory) -> [MemberID: Int] {
    let members = team.filter { $0.standing == .member }
    var units: [MemberID: Int] = [:]
    for member in members.isEmpty ? team : members {
      for (steps, unit) in [member.reference, member.onBehalfOf].flatMap({ directory.belonging(of: $0).enumerated() }) {
        units[unit] = min(units[unit] ?? .max, steps)
      }
    }
    return units
  }

  mutating func add(_ people: some Sequence<Reference>, as role: CareRole, isOnTeam: Bool, most: Int) {
    var found: [Asking.Candidate] = []
    for reference in people {
      if !isOnTeam, found.count(where: { $0.presence.isHere }) >= Asking.enoughHere { break }
      guard seen.insert(directory.someone(reference)).inserted, !isOver(reference),
        let candidate = candidate(reference, role, isOnTeam)
      else { continue }
      // Of those who aren't there, only the nearest are named; all count for when somebody is.
      if candidate.presence.isHere || found.count(where: { !$0.presence.isHere }) < most { found.append(candidate) }
    }
    candidates += found.enumerated().sorted { a, b in
      (a.element.presence.rank, a.offset) < (b.element.presence.rank, b.offset)
    }.map(\.element)
  }

  /// nil where the one who stands in is named already.
  private mutating func candidate(_ reference: Reference, _ role: CareRole, _ isOnTeam: Bool) -> Asking.Candidate? {
    var availability = availability(reference)
    var asked = reference
    if case .absent = availability.presence, let deputy = directory.standIn(for: reference, at: now, zone: zone) {
      guard seen.insert(directory.someone(deputy)).inserted else { return nil }
      asked = deputy
      availability = self.availability(deputy)
    }
    let isFirst = route.roles.first == role
    let name = directory.naming(reference)
    let instead = asked == reference ? "" : ", in place of \(name.words)"
    return Asking.Candidate(
      reference: asked, name: directory.naming(asked), role: role, isOnTeam: isOnTeam,
      presence: availability.presence, inPlaceOf: asked == reference ? nil : reference,
      because: "\(role.words) \(isFirst ? "first" : "next") for \(route.topic)\(instead)")
  }

  private mutating func availability(_ reference: Reference) -> Availability {
    let availability = directory.availability(of: reference, now: now, zone: zone)
    if let next = availability.next { nextAt = min(nextAt ?? next, next) }
    return availability
  }

  /// A post that has ended asks nobody any more.
  private func isOver(_ reference: Reference) -> Bool {
    guard case .practitionerRole(let role)? = directory[reference]?.resource else { return false }
    return role.active == false || role.period.end.map { $0.end(in: zone) <= now } ?? false
  }
}
