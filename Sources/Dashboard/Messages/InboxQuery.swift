import Care

/// Answers a query's questions about threads, for whoever is at the keyboard.
struct InboxQuery {
  let workspace: Workspace
  let author: Author
  private let team: WorkTeam

  init(_ state: State) {
    (workspace, author) = (state.workspace, state.author)
    team = state.teammates ?? WorkTeam(of: state.author.member, in: state.workspace.directory)
  }

  func fits(_ position: Int, _ query: Query) -> Bool {
    guard let row = workspace.lists.inbox[position] else { return false }
    return query.matches(Line(row: row, position: position, query: self))
  }

  private func isOwn(_ reference: Reference) -> Bool {
    author.member.map { workspace.directory.person(behind: reference) == $0 } ?? false
  }

  private struct Line: QueryRow {
    let row: ThreadRow
    let position: Int
    let query: InboxQuery

    func holds(_ word: [UInt8]) -> Bool { query.workspace.lists.inbox.holds([word], at: position) }

    /// Who has still to answer.
    private var owners: [Reference] { row.awaited.map(\.recipient) }

    var ownerWords: String { owners.map { query.workspace.directory.naming($0).words }.joined(separator: " ") }
    var isMine: Bool { owners.contains(where: query.isOwn) }
    var isTeams: Bool {
      !isMine
        && owners.contains { query.workspace.directory.person(behind: $0).map(query.team.members.contains) ?? false }
    }
    var isUnowned: Bool { row.awaited.isEmpty }
    var due: Moment? { nil }
    var deadline: Instant? { nil }
    var clocks: [(id: String, source: String)] { [] }
    var status: String { "" }
    var kind: WorkKind? { nil }
    var priority: Priority? { row.isUrgent ? .urgent : .routine }
    var patientName: String { row.patientName }
    var mrn: String { "" }
    var organizationWords: String { "" }
    var risk: Risk { .incomplete }
    var sleepsUntil: Instant? { nil }
    var isWoken: Bool { false }
    var steps: Int { 0 }

    var writerWords: String { row.writers.map { query.workspace.directory.naming($0).words }.joined(separator: " ") }
    var isWrittenByMe: Bool { row.writers.contains(where: query.isOwn) }
    var written: Moment? { row.last }
    var isUnread: Bool { row.isUnread(by: query.author.member) }
    var isAwaited: Bool { row.awaited.contains { query.isOwn($0.sender) } }
  }
}
