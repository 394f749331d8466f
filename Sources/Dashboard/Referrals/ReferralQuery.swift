import Care

/// Answers a query's questions about referrals, for whoever is at the keyboard.
struct ReferralQuery {
  let workspace: Workspace
  let author: Author
  let now: Instant
  private let team: WorkTeam
  private let year: Int

  init(_ state: State) {
    (workspace, author, now) = (state.workspace, state.author, state.now)
    team = state.teammates ?? WorkTeam(of: state.author.member, in: state.workspace.directory)
    year = state.workspace.zone.civil(state.now).date.year
  }

  func fits(_ position: Int, _ query: Query) -> Bool {
    guard let row = workspace.lists.referrals[position] else { return false }
    return query.matches(Line(row: row, position: position, query: self))
  }

  private struct Line: QueryRow {
    let row: ReferralRow
    let position: Int
    let query: ReferralQuery

    func holds(_ word: [UInt8]) -> Bool { query.workspace.lists.referrals.holds([word], at: position) }

    private var directory: Directory { query.workspace.directory }
    private var owner: MemberID? { directory.person(behind: row.owner) }

    var ownerWords: String { directory.naming(row.owner).words }
    var isMine: Bool { owner != nil && owner == query.author.member }
    var isTeams: Bool { !isMine && (owner.map(query.team.members.contains) ?? false) }
    var isUnowned: Bool { row.owner.isEmpty }
    var due: Moment? { row.due }
    var deadline: Instant? { row.deadline }
    var clocks: [(id: String, source: String)] {
      row.clocks.map { id in (id, query.workspace.site.table.first { $0.id == id }?.source ?? "") }
    }
    var status: String { row.state.typed }
    var kind: WorkKind? { .referral }
    var priority: Priority? { row.priority }
    var patientName: String { row.patientName }
    var mrn: String { row.mrn }
    var organizationWords: String {
      "\(directory.naming(row.recipient).words) \(directory.naming(row.initiator).words)"
    }
    // A referral has no score of its own.
    var risk: Risk { .incomplete }
    var sleepsUntil: Instant? { row.isOnHold ? .distantFuture : nil }
    var isWoken: Bool { false }
    var steps: Int { 0 }
    var isClosed: Bool { row.isClosed }
    var measure: LoopMeasure? { row.measured.flatMap { $0.year == query.year ? $0 : nil } }
  }
}
