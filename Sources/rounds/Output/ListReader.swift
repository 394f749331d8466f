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
    struct Member: Encodable {
      var name: String
      var role: String
      var organization: String
      var contact: String
      /// member, carer, seen or past.
      var standing: String
      /// Absent where no hours are known.
      var isHereNow: Bool?
      /// False where only the sender's words for the member are known.
      var isResolved: Bool
    }

    var patient: String
    var patientName: String
    var members: [Member]
  }

  /// Patients with a team, by name.
  var teams: some Sequence<Result<TeamItem, any Error>> {
    (0..<workspace.lists.census.count).lazy.compactMap { workspace.lists.census[$0] }.compactMap { row in
      do {
        guard let chart = try session.journal.chart(row.patient) else { return nil }
        let team = chart.team(workspace.directory, now: session.now, zone: workspace.zone)
        if team.isEmpty { return nil }
        return .success(TeamItem(patient: row.patient.description, patientName: row.name, members: team.map(member)))
      } catch {
        return .failure(error)
      }
    }
  }

  private func member(_ member: TeamMember) -> TeamItem.Member {
    let isResolved = if case .known = member.name { true } else { false }
    return TeamItem.Member(
      name: member.name.words, role: member.role, organization: member.organization, contact: member.contact,
      standing: "\(member.standing)", isHereNow: member.isHere(session.now, zone: workspace.zone),
      isResolved: isResolved)
  }
}
