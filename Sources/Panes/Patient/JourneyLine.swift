import Care
import Dashboard
import Terminal

/// One line of the journey's list: when, a sign, what, and who.
struct JourneyLine: View {
  let state: State
  let journey: Journey
  let row: JourneyRow
  /// The line above on the screen; nil for the first, which says its date whatever stands above it.
  let before: JourneyRow?

  private static let signColumn = 19

  private var event: JourneyEvent { journey.events[row.head] }
  private var zone: Zone { state.workspace.zone }

  func draw(on frame: inout Frame, in area: Rect) {
    let event = event
    let civil = event.at.civil(in: zone)
    drawDate(civil, on: &frame, in: area)
    if event.at.precision > .day {
      frame.put(TimeWords.clock(civil), at: Point(x: area.x + 13, y: area.y), style: Style(.dim), in: area)
    }
    let isLate = event.isLate(state.now)
    frame.put(
      isLate ? signs.now : event.sign, at: Point(x: area.x + Self.signColumn, y: area.y), style: signStyle(isLate),
      in: area)

    let x = area.x + Self.signColumn + 2
    let room = max(0, area.right - 1 - x)
    let who = row.times > 1 ? "" : state.naming(event.who)
    let whoWidth = room > 40 ? min(Text.width(who), room / 3) : 0
    let titleRoom = room - whoWidth - (whoWidth > 0 ? 2 : 0)
    let isToCome = event.span.start > state.now
    let isQuiet = event.mark == .plain && isToCome || !event.tookPlace
    // How many there are is never cut away.
    let count = row.times > 1 ? " ×\(row.times)" : ""
    var used = frame.put(
      title, at: Point(x: x, y: area.y), fit: titleRoom - Text.width(count), style: Style(isQuiet ? .dim : .text),
      in: area)
    used += frame.put(count, at: Point(x: x + used, y: area.y), style: Style(.bright), in: area)
    if titleRoom - used > 8 {
      frame.put(
        more, at: Point(x: x + used + 2, y: area.y), fit: titleRoom - used - 2, style: Style(.dim), in: area)
    }
    if whoWidth > 0 { frame.put(who, endingAt: area.right - 1, y: area.y, fit: whoWidth, style: Style(.dim), in: area) }
  }

  private func signStyle(_ isLate: Bool) -> Style {
    if isLate { return Style(.urgent) }
    if event.mark != .plain { return Style(event.mark.role) }
    return Style(event.setting?.role ?? .dim)
  }

  /// The day where it is another than that of the line above; the year, where it isn't this one, once.
  private func drawDate(_ civil: CivilTime, on frame: inout Frame, in area: Rect) {
    let date = civil.date
    let precision = event.at.precision
    let above = before.map { journey.events[$0.head].at }
    let aboveDate = above?.civil(in: zone).date
    let isThisYear = date.year == state.words.today.year
    if isThisYear, precision >= .day {
      if aboveDate == date, above?.precision ?? .day >= .day { return }
      frame.put(state.words.day(date), at: Point(x: area.x + 1, y: area.y), fit: 11, style: Style(.dim), in: area)
      return
    }
    if aboveDate?.year != date.year {
      frame.put("\(date.year)", at: Point(x: area.x + 1, y: area.y), style: Style(.title), in: area)
    }
    if precision == .year || (aboveDate == date && (above?.precision ?? precision) >= min(precision, .day)) { return }
    let day = precision == .month ? TimeWords.month(date.month) : "\(date.day) \(TimeWords.month(date.month))"
    frame.put(day, endingAt: area.x + 12, y: area.y, style: Style(.dim), in: area)
  }

  private var title: String {
    switch event.kind {
    case .task where event.isDue, .referral where event.isDue: "due: \(event.title)"
    case .referral: "asked: \(event.title)"
    case .message: "message: \(event.title)"
    default: event.title
    }
  }

  /// What stands beside the title: for a series since when, for an encounter what is folded into it.
  private var more: String {
    if row.times > 1, let oldest = row.positions.last {
      let at = journey.events[oldest].at
      return "since \(state.words.date(at.civil(in: zone).date, precision: min(at.precision, .day)))"
    }
    if row.isFolded { return "with \(parts)" }
    return event.standing
  }

  /// "3 results, 2 documents".
  private var parts: String {
    var counts: [JourneyEvent.Kind: Int] = [:]
    for position in row.positions where position != row.head { counts[journey.events[position].kind, default: 0] += 1 }
    return JourneyEvent.Kind.allCases.compactMap { kind in
      counts[kind].map { "\($0) \(kind.label)\($0 == 1 ? "" : "s")" }
    }.joined(separator: ", ")
  }
}

extension JourneyEvent {
  /// Where it stands and what its source says of it.
  var standing: String {
    [StatusWords.words(status), detail].filter { !$0.isEmpty && $0 != title }.joined(separator: ", ")
  }
}
