extension Chart {
  /// The most of whom a patient's row in the census keeps: more than a team has, and no burden on the list.
  /// Source: Rounds default, version 1.
  private static let mostOnRow = 12

  /// Who is on an active team of the patient, for whom they act, and who runs it: by the names under which the directory
  /// knows them, each once. Those whose part has ended are left out.
  var teamOrigins: [OriginID] {
    var origins: [OriginID] = []
    for team in careTeams.items where team.value.status == .active && id != .unmatched {
      let parts = team.value.participants.filter { $0.period.end == nil }
      let references = parts.map(\.actor) + parts.map(\.onBehalfOf) + team.value.managingOrganizations
      for reference in references where reference.kind.isEmpty || DirectoryKind(rawValue: reference.kind) != nil {
        if let origin = reference.target, !origins.contains(origin) { origins.append(origin) }
      }
    }
    return Array(origins.prefix(Self.mostOnRow))
  }
}
