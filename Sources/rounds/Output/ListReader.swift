import Care
import Dashboard
import Journal

/// The lists as plain values for machines and tables.
struct ListReader {
  let session: Session
  let workspace: Workspace

  struct PatientItem: Encodable {
    var id: String
    var name: String
    var mrn: String
    var birthDate: String?
    var gender: String?
    var isDeceased: Bool
    /// False where the patient is known only from references.
    var isIdentified: Bool
    var open: Int
    var nextDue: String?
  }

  var patients: some Sequence<PatientItem> {
    (0..<workspace.lists.census.count).lazy.compactMap { workspace.lists.census[$0] }.map { row in
      PatientItem(
        id: row.patient.description, name: row.name, mrn: row.mrn, birthDate: row.birthDate.map(Stamps.text),
        gender: row.gender?.rawValue, isDeceased: row.isDeceased, isIdentified: row.isIdentified, open: row.openItems,
        nextDue: row.nextDue.map(Stamps.text))
    }
  }

  struct TeamItem: Encodable {
    struct Span: Encodable {
      var start: String?
      var end: String?
    }

    struct Member: Encodable {
      var name: String
      var role: String
      var organization: String
      var contact: String
      /// member, carer, seen or past.
      var standing: String
      var period: Span?
      /// Absent where no hours are known.
      var availableNow: Bool?
      /// When somebody who isn't there is there again, or is back; absent where nobody knows.
      var availableFrom: String?
      /// Who stands in during an absence.
      var deputy: String?
      /// False where only the sender's words for the member are known.
      var isResolved: Bool
    }

    var patient: String
    var patientName: String
    var members: [Member]
    /// Roles that the patient's needs or the team itself call for and nobody holds.
    var missing: [String]
  }

  /// Patients with a team, by name.
  var teams: some Sequence<Result<TeamItem, any Error>> {
    (0..<workspace.lists.census.count).lazy.compactMap { workspace.lists.census[$0] }.compactMap { row in
      do {
        guard let chart = try session.journal.chart(row.patient) else { return nil }
        let team = chart.team(workspace.directory, now: session.now, zone: workspace.zone)
        if team.isEmpty { return nil }
        let missing = chart.coverage(
          team: team, openItems: chart.owed(workspace.site), directory: workspace.directory, now: session.now,
          zone: workspace.zone
        ).compactMap { if case .lacks(let role, _) = $0 { role.words } else { nil } }
        return .success(
          TeamItem(
            patient: row.patient.description, patientName: row.name, members: team.map(member), missing: missing))
      } catch {
        return .failure(error)
      }
    }
  }

  private func member(_ member: TeamMember) -> TeamItem.Member {
    let isResolved = if case .known = member.name { true } else { false }
    let presence = workspace.directory.presence(of: member.reference, now: session.now, zone: workspace.zone)
    var item = TeamItem.Member(
      name: member.name.words, role: member.role, organization: member.organization, contact: member.contact,
      standing: "\(member.standing)", isResolved: isResolved)
    if !member.period.isEmpty {
      item.period = TeamItem.Span(
        start: member.period.start.map(Stamps.text), end: member.period.end.map(Stamps.text))
    }
    switch presence {
    case .here: item.availableNow = true
    case .away(let until): (item.availableNow, item.availableFrom) = (false, until.map(Stamps.text))
    case .absent(let until, let deputy):
      (item.availableNow, item.availableFrom) = (false, Stamps.text(until))
      item.deputy = deputy.isEmpty ? nil : workspace.directory.naming(deputy).words
    case .unknown: break
    }
    return item
  }
}
