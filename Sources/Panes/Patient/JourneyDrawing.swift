import Care
import Dashboard
import Terminal

/// Lanes over a time axis: stays as bars with their ends to a part of a column, everything else as a mark where it
/// happened or is due, and today as a line through all of them.
struct JourneyDrawing: View {
  let state: State
  let journey: Journey
  let window: JourneyWindow
  let lanes: [JourneyLane]

  private static let labelWidth = 10

  func draw(on frame: inout Frame, in area: Rect) {
    guard area.height > 0, area.width > Self.labelWidth + 10 else { return }
    let axis = TimeAxis(
      window: window, x: area.x + Self.labelWidth, width: area.width - Self.labelWidth - 1, zone: state.workspace.zone)
    if let now = axis.column(state.now) {
      for y in area.y..<area.bottom where y - area.y < lanes.count {
        frame.put("│", at: Point(x: now, y: y), style: Style(.today), in: area)
      }
    }
    for (index, lane) in lanes.enumerated() where index < area.height {
      draw(lane, axis, on: &frame, in: area.row(index))
    }
  }

  private func draw(_ lane: JourneyLane, _ axis: TimeAxis, on frame: inout Frame, in row: Rect) {
    label(lane, on: &frame, in: row)
    switch lane {
    case .axis: drawDates(axis, on: &frame, in: row)
    case .ruler: drawRuler(axis, on: &frame, in: row)
    case .setting(let setting, let track): draw(setting, track: track, axis, on: &frame, in: row)
    case .events: drawEvents(axis, on: &frame, in: row)
    case .handoffs: drawHandoffs(axis, on: &frame, in: row)
    case .owed: drawOwed(axis, on: &frame, in: row)
    case .gaps: drawGaps(axis, on: &frame, in: row)
    }
  }

  private func label(_ lane: JourneyLane, on frame: inout Frame, in row: Rect) {
    let isUnderCursor = state.focus == .journey && state.selectedEvent?.lane == lane
    frame.put(
      lane.label, at: Point(x: row.x + 1, y: row.y), fit: Self.labelWidth - 2,
      style: Style(isUnderCursor ? .bright : .dim), in: row)
  }

  // MARK: Dates

  private func drawDates(_ axis: TimeAxis, on frame: inout Frame, in row: Rect) {
    // Where there is no ruler the cursor is pointed at from here, and dates make way.
    let pointer = lanes.contains(.ruler) ? nil : state.selectedEvent.flatMap { column($0, axis) }
    var taken: [Range<Int>] = pointer.map { [$0..<$0 + 1] } ?? []
    if let now = axis.column(state.now) {
      let isLeft = now + 6 > row.right || pointer.map { (now + 1..<now + 6).contains($0) } ?? false
      let x = isLeft ? now - 5 : now
      frame.put(isLeft ? "today│" : "│today", at: Point(x: x, y: row.y), style: Style(.today), in: row)
      taken.append(x..<x + 6)
    } else {
      let isAhead = state.now >= window.end
      let words = isAhead ? "today \(signs.cutRight)" : "\(signs.cutLeft) today"
      let x = isAhead ? row.right - 1 - Text.width(words) : axis.x
      frame.put(words, at: Point(x: x, y: row.y), style: Style(.dim), in: row)
      taken.append(x..<x + Text.width(words))
    }
    var free = axis.x
    for tick in axis.ticks {
      let columns = tick.column..<tick.column + Text.width(tick.words)
      guard tick.column >= free, columns.upperBound <= row.right - 1 else { continue }
      if taken.contains(where: { columns.overlaps($0.lowerBound - 1..<$0.upperBound + 1) }) { continue }
      frame.put(tick.words, at: Point(x: tick.column, y: row.y), style: Style(.dim), in: row)
      free = columns.upperBound + 1
    }
    if pointer != nil { drawPointer(axis, on: &frame, in: row) }
  }

  private func drawRuler(_ axis: TimeAxis, on frame: inout Frame, in row: Rect) {
    let now = axis.column(state.now)
    for tick in axis.ticks where tick.column != now {
      frame.put("╷", at: Point(x: tick.column, y: row.y), style: Style(.rule), in: row)
    }
    drawPointer(axis, on: &frame, in: row)
  }

  /// Points down at the column of the event under the cursor, or to the side on which it lies.
  private func drawPointer(_ axis: TimeAxis, on frame: inout Frame, in row: Rect) {
    guard let event = state.selectedEvent else { return }
    let style = Style(state.focus == .journey ? .marker : .dim, [.bold])
    if let column = column(event, axis) {
      frame.put(signs.pointer, at: Point(x: column, y: row.y), style: style, in: row)
    } else {
      let isAhead = event.span.start >= window.end
      frame.put(
        isAhead ? signs.cutRight : signs.cutLeft, at: Point(x: isAhead ? row.right - 1 : axis.x - 1, y: row.y),
        style: style, in: row)
    }
  }

  /// The first column in sight in which an event lies or may lie.
  private func column(_ event: JourneyEvent, _ axis: TimeAxis) -> Int? {
    axis.stretch(event.span.start, event.end(now: state.now)).map { axis.x + $0.columns.lowerBound }
  }

  // MARK: Encounters

  private func draw(
    _ setting: Setting, track: Int, _ axis: TimeAxis, on frame: inout Frame, in row: Rect
  ) {
    let count = lanes.contains(.setting(setting, track: 1)) ? 2 : 1
    let positions = state.journeyList.positions(on: .setting(setting, track: 0))
    let lane = SettingLane(journey, positions, axis, now: state.now, tracks: count)
    let role = setting.role
    if track == 0 {
      for bar in lane.vague { draw(bar, signs.barLight, role, axis, on: &frame, in: row) }
      let most = lane.visits.values.map(\.count).max() ?? 0
      for (column, visits) in lane.visits {
        let isPlanned = visits.allSatisfy { !journey.events[$0].tookPlace }
        let sign = isPlanned ? signs.due : most == 1 ? signs.tick : level(visits.count, of: most)
        put(sign, visits, x: axis.x + column, style: Style(role, [.bold]), on: &frame, in: row)
      }
    }
    for bar in lane.tracks[track] {
      draw(bar, bar.event.tookPlace ? signs.bar : signs.barLight, role, axis, on: &frame, in: row)
    }
    for (column, count) in lane.doubles(track: track, in: journey) {
      frame.put(
        count > 9 ? "+" : "\(count)", at: Point(x: axis.x + column, y: row.y), style: Style(role, [.reverse, .bold]),
        in: row)
    }
  }

  private func draw(
    _ bar: SettingLane.Bar, _ body: String, _ role: Role, _ axis: TimeAxis, on frame: inout Frame, in row: Rect
  ) {
    let style = Style(isSelected(bar.event) ? .bright : role)
    let columns = bar.stretch.columns
    for column in columns {
      frame.put(
        sign(bar, body, column), at: Point(x: axis.x + column, y: row.y), style: style, in: row)
    }
  }

  /// How a bar looks in one column. Its end is exact to an eighth, its start to the parts of a column that there are
  /// from the right: a whole, a half, an eighth.
  private func sign(_ bar: SettingLane.Bar, _ body: String, _ column: Int) -> String {
    let stretch = bar.stretch
    let isFirst = column == stretch.columns.lowerBound
    let isLast = column == stretch.columns.upperBound - 1
    if isFirst, stretch.isCutLeft { return signs.cutLeft }
    if isLast, stretch.isCutRight { return signs.cutRight }
    if isLast, bar.event.isUnderWay { return signs.arrow }
    guard body == signs.bar else { return body }
    let from = stretch.start - column * 8
    let to = stretch.end - column * 8
    if isFirst, bar.hasSeam { return signs.rightHalf }
    if isFirst, from > 1 {
      if isLast, to < 8 { return from >= 4 ? signs.rightHalf : signs.leftEighths[max(0, to - from - 1)] }
      return from < 3 ? body : from < 6 ? signs.rightHalf : signs.rightEighth
    }
    return isLast && to < 8 ? signs.leftEighths[max(0, to - 1)] : body
  }

  // MARK: Everything else

  private func drawEvents(_ axis: TimeAxis, on frame: inout Frame, in row: Rect) {
    var columns: [Int: [Int]] = [:]
    for position in state.journeyList.positions(on: .events) {
      let span = journey.events[position].span
      if let column = axis.column(span.start) {
        columns[column, default: []].append(position)
      } else if span.isVague, axis.stretch(span.start, span.end) != nil {
        // It may lie in sight: nobody knows.
        frame.put("~", at: Point(x: axis.x, y: row.y), style: Style(.dim), in: row)
      }
    }
    let most = columns.values.map(\.count).max() ?? 0
    for (column, positions) in columns {
      let hasFinding = positions.contains { journey.events[$0].mark == .finding }
      let isAlone = positions.count == 1 && most < 10
      let sign = isAlone ? journey.events[positions[0]].sign : tally(positions.count, of: most)
      put(sign, positions, x: column, style: Style(hasFinding ? .urgent : .text), on: &frame, in: row)
      let isVague = positions.contains {
        let span = journey.events[$0].span
        return span.isVague && axis.columns(from: span.start, to: span.end) >= 2
      }
      if isVague, columns[column + 1] == nil {
        frame.put("~", at: Point(x: column + 1, y: row.y), style: Style(.dim), in: row)
      }
    }
  }

  private func drawHandoffs(_ axis: TimeAxis, on frame: inout Frame, in row: Rect) {
    for handoff in [Transition.Handoff.notOnFile, .accepted, .owed] {
      for transition in journey.transitions where transition.handoff == handoff {
        guard let column = axis.column(transition.at) else { continue }
        let isLate = handoff == .owed && transition.at <= state.now
        let style = Style(handoff == .accepted ? .good : isLate ? .urgent : handoff == .owed ? .soon : .dim)
        frame.put(handoff.sign, at: Point(x: column, y: row.y), style: style, in: row)
        if let task = transition.task, task == state.selectedEvent?.id { highlight(column, on: &frame, in: row) }
      }
    }
  }

  /// What is owed, at its due date, and in words as far as there is room.
  private func drawOwed(_ axis: TimeAxis, on frame: inout Frame, in row: Rect) {
    var columns: [Int: [Int]] = [:]
    for position in state.journeyList.positions(on: .owed) {
      if let column = axis.column(journey.events[position].span.start) { columns[column, default: []].append(position) }
    }
    let most = columns.values.map(\.count).max() ?? 0
    let marked = columns.keys.sorted()
    let now = axis.column(state.now)
    for (index, column) in marked.enumerated() {
      guard let positions = columns[column], let first = positions.first else { continue }
      let event = journey.events[first]
      let isLate = positions.contains { journey.events[$0].isLate(state.now) }
      let sign =
        positions.count > 1
        ? tally(positions.count, of: most)
        : isLate ? signs.finding : event.kind == .appointment ? signs.due : signs.today
      put(sign, positions, x: column, style: Style(isLate ? .urgent : .soon), on: &frame, in: row)
      var end = index + 1 < marked.count ? marked[index + 1] : row.right
      if let now, now > column { end = min(end, now) }
      let room = end - column - 2
      if positions.count == 1, room >= 8 {
        frame.put(event.title, at: Point(x: column + 1, y: row.y), fit: room, style: Style(.dim), in: row)
      }
    }
  }

  private func drawGaps(_ axis: TimeAxis, on frame: inout Frame, in row: Rect) {
    var free = 0
    for gap in journey.gaps {
      guard let stretch = axis.stretch(gap.start, gap.end) else { continue }
      let first = max(free, stretch.columns.lowerBound)
      let range = first..<min(axis.width, max(stretch.columns.upperBound, first + 2))
      guard range.count >= 2 else { continue }
      free = range.upperBound
      frame.fill(
        Rect(x: axis.x + range.lowerBound, y: row.y, width: range.count, height: 1), with: "─", style: Style(.gap))
      let ends = [
        (range.lowerBound, stretch.isCutLeft ? signs.cutLeft : signs.gapStart),
        (range.upperBound - 1, stretch.isCutRight ? signs.cutRight : signs.gapEnd),
      ]
      for (column, sign) in ends {
        frame.put(sign, at: Point(x: axis.x + column, y: row.y), style: Style(.gap), in: row)
      }
      let length = TimeWords.length(Int64(gap.days) * 86_400_000)
      let words = [" \(length) no contact ", " \(length) "].first { Text.width($0) + 2 <= range.count }
      guard let words else { continue }
      let x = axis.x + range.lowerBound + (range.count - Text.width(words)) / 2
      frame.put(words, at: Point(x: x, y: row.y), style: Style(.gap), in: row)
    }
  }

  // MARK: Signs

  private func isSelected(_ event: JourneyEvent) -> Bool {
    state.focus == .journey && state.selectedEvent?.key == event.key
  }

  /// Position of the event under the cursor.
  private var selected: Int? { state.selectedEvent.flatMap { journey.position(of: $0.key) } }

  /// - Parameter positions: of the events that the sign stands for.
  private func put(
    _ sign: String, _ positions: [Int], x: Int, style: Style, on frame: inout Frame, in row: Rect
  ) {
    frame.put(sign, at: Point(x: x, y: row.y), style: style, in: row)
    if let selected, state.focus == .journey, positions.contains(selected) { highlight(x, on: &frame, in: row) }
  }

  private func highlight(_ x: Int, on frame: inout Frame, in row: Rect) {
    frame.background(.selected, in: Rect(x: x, y: row.y, width: 1, height: 1))
  }

  /// How many in a column: by their number as long as one digit says it, else by their share of the most.
  private func tally(_ count: Int, of most: Int) -> String {
    most < 10 ? "\(count)" : level(count, of: most)
  }

  /// A full column is a stay, so that the highest level is one below.
  private func level(_ count: Int, of most: Int) -> String {
    signs.levels[(count * 7 + max(7, most) - 1) / max(7, most) - 1]
  }
}

extension JourneyLane {
  fileprivate var label: String {
    switch self {
    case .axis, .ruler: ""
    case .setting(let setting, let track): track == 0 ? setting.label : ""
    case .events: "Events"
    case .handoffs: "Handoffs"
    case .owed: "Owed"
    case .gaps: "Gaps"
    }
  }
}

extension Setting {
  var role: Role {
    switch self {
    case .emergency: .laneA
    case .inpatient: .laneB
    case .clinic, .virtual: .laneC
    case .home, .other: .laneD
    }
  }
}

extension Transition.Handoff {
  fileprivate var sign: String {
    switch self {
    case .accepted: signs.done
    case .owed: signs.finding
    case .notOnFile: signs.arrow
    }
  }
}

extension JourneyEvent {
  /// What is noticed about it, else the letter of its kind.
  var sign: String {
    switch mark {
    case .plain: family.letter
    case .done: signs.done
    case .open: signs.today
    case .finding: signs.finding
    }
  }

  /// Owed, and its time has passed.
  func isLate(_ now: Instant) -> Bool { mark == .open && span.end <= now }
}
