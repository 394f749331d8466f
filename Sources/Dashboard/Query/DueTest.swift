import Care

/// What `due:` asks.
enum DueTest: Hashable, Sendable {
  case none, any
  /// The deadline has come by this instant.
  case overdue(Instant)
  /// Due at `from` or later, and before `until`; what has no date never is.
  case within(from: Instant, until: Instant)

  func holds(_ row: some QueryRow) -> Bool {
    switch self {
    case .none: row.deadline == nil
    case .any: row.deadline != nil
    case .overdue(let now): row.deadline.map { $0 <= now } ?? false
    case .within(let from, let until): Self.last(row).map { from <= $0 && $0 < until } ?? false
    }
  }

  /// The same of when something was written.
  func holds(written: Moment?) -> Bool {
    switch self {
    case .none: written == nil
    case .any: written != nil
    case .overdue(let now): written.map { $0.milliseconds <= now.milliseconds } ?? false
    case .within(let from, let until):
      written.map { from.milliseconds <= $0.milliseconds && $0.milliseconds < until.milliseconds } ?? false
    }
  }

  /// The last instant at which it is not late yet: of a due day, the one before the day ends.
  private static func last(_ row: some QueryRow) -> Instant? {
    guard let deadline = row.deadline, let due = row.due else { return nil }
    if due.precision > .day || deadline == .distantPast { return deadline }
    return Instant(milliseconds: deadline.milliseconds - 1)
  }

  static let comparisons = ["", "<", "<=", ">", ">=", "="]

  /// Reads a value: a word of its own, a date, or a date after `<`, `<=`, `>` or `>=`.
  ///
  /// - Parameter isPast: whether a day that names no year, or a weekday, is the last one that was.
  init(
    _ piece: QueryLexeme.Piece, now: Instant, calendar: SiteCalendar, isPast: Bool = false
  ) throws(Misreading) {
    guard Self.comparisons.contains(piece.comparison) else {
      let range = piece.range.lowerBound..<piece.range.lowerBound + piece.comparison.count
      throw Misreading("`\(piece.comparison)` compares nothing; write <, <=, > or >=", range)
    }
    if piece.comparison.isEmpty, let word = Self.word(piece.text, now: now, calendar: calendar) {
      self = word
      return
    }
    let moment: Moment
    do throws(Misreading) {
      moment = try Self.moment(piece.text, now: now, calendar: calendar, isPast: isPast)
    } catch {
      let range = error.range.lowerBound + piece.start..<error.range.upperBound + piece.start
      throw Misreading(error.words, range.isEmpty ? piece.range : range)
    }
    let from = moment.start(in: calendar.zone)
    let isDay = moment.precision <= .day
    let until = isDay ? moment.end(in: calendar.zone) : Instant(milliseconds: from.milliseconds + 1)
    switch piece.comparison {
    case "<": self = .within(from: .distantPast, until: from)
    case "<=": self = .within(from: .distantPast, until: until)
    case ">": self = .within(from: until, until: .distantFuture)
    case ">=": self = .within(from: from, until: .distantFuture)
    default:
      // Hardly anything is due at the very minute.
      if !isDay {
        let typed = Misreading.quoted(piece.text)
        throw Misreading("\(typed) is an hour, not a day; write < or > before it", piece.range)
      }
      self = .within(from: from, until: until)
    }
  }

  /// Words for days mean the next such day; of what was, they mean the last: read as of a week, or a year, before.
  private static func moment(
    _ text: String, now: Instant, calendar: SiteCalendar, isPast: Bool
  ) throws(Misreading) -> Moment {
    func read(_ now: Instant) throws(Misreading) -> Moment {
      try DateWords.read(text, now: now, calendar: calendar, mayHavePassed: true)
    }
    if isPast, Folding.fold(text) == "yesterday" {
      return Moment(date: calendar.zone.civil(now).date.adding(days: -1))
    }
    let moment = try read(now)
    guard isPast, moment.start(in: calendar.zone) > now else { return moment }
    for days in [7, 365, 366] {
      let earlier = try read(now.adding(days: -days))
      if earlier.start(in: calendar.zone) <= now { return earlier }
    }
    return moment
  }

  private static func word(_ text: String, now: Instant, calendar: SiteCalendar) -> DueTest? {
    let bounds = BandBounds(now: now, zone: calendar.zone)
    let day = calendar.zone.civil(now).date
    switch Folding.fold(text) {
    case "none": return DueTest.none
    case "any": return .any
    case "overdue": return .overdue(now)
    // From midnight on: what was due this morning is of this week too.
    case "week": return .within(from: calendar.zone.startOfDay(day), until: bounds.week)
    default: return nil
    }
  }
}
