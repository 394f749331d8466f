import Care

/// One thing asked of a row.
enum QueryTest: Hashable, Sendable {
  /// The searched text holds these folded bytes.
  case text([UInt8])
  case mine, teams, unowned
  /// Each begins a word of what the owner is called.
  case owner([String])
  case due(DueTest)
  case noClock, anyClock
  case clock(String)
  /// FHIR codes.
  case state(Set<String>)
  case kind(WorkKind)
  case priority(Priority)
  case patient([String])
  case organization([String])
  case risk(Risk)
  /// Each begins a word of what one of the writers is called.
  case writer([String])
  case written(DueTest)
  case writtenByMe
  case withMe
  /// Each begins a word of what somebody on the team, or something they are part of, is called.
  case with([String])
  case trait(Trait)

  /// - Parameter now: by which a row sleeps or is overdue.
  func holds(_ row: some QueryRow, now: Instant) -> Bool {
    switch self {
    case .text(let word): row.holds(word)
    case .mine: row.isMine
    case .teams: row.isTeams
    case .unowned: row.isUnowned
    case .owner(let words): WordStarts.fit(words, row.ownerWords)
    case .due(let test): test.holds(row)
    case .noClock: row.clocks.isEmpty
    case .anyClock: !row.clocks.isEmpty
    case .clock(let typed): row.clocks.contains { Self.isMeant($0.id, $0.source, by: typed) }
    case .state(let codes): codes.contains(row.status)
    case .kind(let kind): row.kind == kind
    // FHIR R4, Task.priority and ServiceRequest.priority: one that is missing means normal priority.
    case .priority(let priority): (row.priority ?? .routine) == priority
    case .patient(let words): WordStarts.fit(words, "\(row.patientName) \(row.mrn)")
    case .organization(let words): WordStarts.fit(words, row.organizationWords)
    case .risk(let risk): row.risk == risk
    case .writer(let words): WordStarts.fit(words, row.writerWords)
    case .written(let test): test.holds(written: row.written)
    case .writtenByMe: row.isWrittenByMe
    case .withMe: row.isWithMe
    case .with(let words): row.team.contains { WordStarts.fit(words, $0) }
    case .trait(let trait): Self.holds(trait, row, now: now)
    }
  }

  private static func holds(_ trait: Trait, _ row: some QueryRow, now: Instant) -> Bool {
    switch trait {
    case .overdue: DueTest.overdue(now).holds(row)
    case .unowned: row.isUnowned
    case .waiting: row.sleepsUntil.map { $0 > now } ?? false
    case .woken: row.isWoken
    case .urgent: row.priority?.isUrgent ?? false
    case .escalated: row.steps > 0
    case .closed: row.isClosed
    case .counted: row.measure != nil
    case .unread: row.isUnread
    case .awaited: row.isAwaited
    case .unanswered: row.measure?.isAnswered == false
    }
  }

  /// Whether a clock's id begins with what was typed, or words of its source do.
  static func isMeant(_ id: String, _ source: String, by typed: String) -> Bool {
    let words = WordStarts.words(typed)
    return Folding.fold(id).hasPrefix(Folding.fold(typed)) || (!words.isEmpty && WordStarts.fit(words, source))
  }
}
