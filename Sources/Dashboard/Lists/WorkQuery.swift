import Care

/// Answers a query's questions about lines of the worklist, for whoever is at the keyboard.
struct WorkQuery {
  let workspace: Workspace
  let author: Author
  let now: Instant
  private let team: WorkTeam

  init(_ state: State) {
    (workspace, author, now) = (state.workspace, state.author, state.now)
    team = state.teammates ?? WorkTeam(of: state.author.member, in: state.workspace.directory)
  }

  func fits(_ position: Int, _ query: Query) -> Bool {
    guard let row = workspace.lists.worklist[position] else { return false }
    return query.matches(Line(row: row, position: position, of: self))
  }

  private struct Line: QueryRow {
    let row: WorkRow
    let position: Int
    let query: WorkQuery

    init(row: WorkRow, position: Int, of query: WorkQuery) {
      (self.row, self.position, self.query) = (row, position, query)
    }

    func holds(_ word: [UInt8]) -> Bool { query.workspace.lists.worklist.holds([word], at: position) }

    private var directory: Directory { query.workspace.directory }
    private var owner: MemberID? { directory.person(behind: row.owner) }

    var ownerWords: String { directory.naming(row.owner).words }
    var isMine: Bool { owner != nil && owner == query.author.member }
    var isTeams: Bool {
      if isMine { return false }
      if let owner { return query.team.members.contains(owner) }
      return query.team.roles.contains(Folding.fold(row.owner.display))
    }
    var isUnowned: Bool { row.owner.isEmpty }
    var due: Moment? { row.due }
    var deadline: Instant? { row.deadline }
    var clocks: [(id: String, source: String)] {
      row.clocks.map { id in (id, query.workspace.site.table.first { $0.id == id }?.source ?? "") }
    }
    var status: String { row.status }
    var kind: WorkKind? { row.kind }
    var priority: Priority? { row.priority }
    var patientName: String { row.patientName }
    var mrn: String { row.mrn }
    var organizationWords: String { directory.naming(row.organization).words }
    var risk: Risk { row.risk }
    var sleepsUntil: Instant? { row.isAsleep(query.now) ? row.sleepsUntil : nil }
    var isWoken: Bool { row.isWoken(query.now) }
    var steps: Int { row.steps }
  }
}
