import Care

/// Answers a query's questions about patients, for whoever is at the keyboard.
struct CensusQuery {
  private let workspace: Workspace
  private let author: Author
  /// What those on the teams are called, each looked up once.
  private let names: Names

  init(_ state: State) {
    (workspace, author) = (state.workspace, state.author)
    names = Names(state.workspace.directory)
  }

  func fits(_ position: Int, _ query: Query) -> Bool {
    guard let row = workspace.lists.census[position] else { return false }
    return query.matches(Line(row: row, position: position, query: self))
  }

  /// A member with all that the member is part of, in words.
  private final class Names {
    private let directory: Directory
    private var words: [OriginID: String] = [:]

    init(_ directory: Directory) { self.directory = directory }

    func words(_ origin: OriginID) -> String {
      if let known = words[origin] { return known }
      let reference = Reference(target: origin)
      let names = directory.belonging(of: reference).compactMap { directory[$0].map(directory.name(of:)) }
      let found = names.joined(separator: " ")
      words[origin] = found
      return found
    }

    func person(_ origin: OriginID) -> MemberID? { directory.person(behind: Reference(target: origin)) }
  }

  private struct Line: QueryRow {
    let row: CensusRow
    let position: Int
    let query: CensusQuery

    func holds(_ word: [UInt8]) -> Bool { query.workspace.lists.census.holds([word], at: position) }

    var team: [String] { row.team.map(query.names.words) }
    var isWithMe: Bool {
      query.author.member.map { me in row.team.contains { query.names.person($0) == me } } ?? false
    }

    var patientName: String { row.name }
    var mrn: String { row.mrn }
    var due: Moment? { row.nextDue.map { Moment($0) } }
    var deadline: Instant? { row.nextDue }
    var isUnowned: Bool { false }
    var isMine: Bool { false }
    var isTeams: Bool { false }
    var ownerWords: String { "" }
    var clocks: [(id: String, source: String)] { [] }
    var status: String { "" }
    var kind: WorkKind? { nil }
    var priority: Priority? { nil }
    var organizationWords: String { team.joined(separator: " ") }
    var risk: Risk { .incomplete }
    var sleepsUntil: Instant? { nil }
    var isWoken: Bool { false }
    var steps: Int { 0 }
  }
}
