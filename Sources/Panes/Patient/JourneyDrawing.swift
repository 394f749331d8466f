import Care
import Dashboard
import Terminal

/// Lanes of settings over a time axis: stays as bars, short contacts as ticks, what is owed at its due date, gaps.
struct JourneyDrawing: View {
  let state: State
  let journey: Journey
  let window: JourneyWindow

  private static let labelWidth = 10

  func draw(on frame: inout Frame, in area: Rect) {
    guard area.height > 1, area.width > Self.labelWidth + 10 else { return }
    let axis = TimeAxis(
      window: window, x: area.x + Self.labelWidth, width: area.width - Self.labelWidth - 1, zone: state.workspace.zone)
    drawTicks(axis, on: &frame, in: area.row(0))
    let now = axis.column(state.now)
    if let now {
      for y in (area.y + 1)..<area.bottom { frame.put("│", at: Point(x: now, y: y), style: Style(.today), in: area) }
    }
    var y = area.y + 1
    for setting in journey.settings where y < area.bottom {
      label(setting.label, y: y, on: &frame, in: area)
      drawLane(setting, axis, y: y, on: &frame, in: area)
      y += 1
    }
    if y < area.bottom {
      label("Owed", y: y, on: &frame, in: area)
      drawOwed(axis, y: y, on: &frame, in: area)
      y += 1
    }
    if y < area.bottom { drawGaps(axis, y: y, on: &frame, in: area) }
    drawCursor(axis, on: &frame, in: area)
  }

  private func label(_ words: String, y: Int, on frame: inout Frame, in area: Rect) {
    frame.put(words, at: Point(x: area.x + 1, y: y), fit: Self.labelWidth - 2, style: Style(.dim), in: area)
  }

  private func drawTicks(_ axis: TimeAxis, on frame: inout Frame, in row: Rect) {
    var free = axis.x
    let now = axis.column(state.now)
    if let now {
      let word = now + 6 <= row.right ? "│today" : "│"
      frame.put(word, at: Point(x: now, y: row.y), style: Style(.today), in: row)
    }
    for tick in axis.ticks(words: state.words) {
      let width = Text.width(tick.words)
      let meetsToday = now.map { tick.column + width >= $0 && tick.column <= $0 + 6 } ?? false
      guard tick.column >= free, tick.column + width < row.right, !meetsToday else { continue }
      frame.put(tick.words, at: Point(x: tick.column, y: row.y), style: Style(.dim), in: row)
      free = tick.column + width + 2
    }
  }

  private func drawLane(_ setting: Setting, _ axis: TimeAxis, y: Int, on frame: inout Frame, in area: Rect) {
    let role = role(of: setting)
    var contacts: [Int: Int] = [:]
    var stays: [Range<Int>] = []
    for event in journey.encounters where event.setting == setting {
      guard let bar = axis.bar(event, now: state.now, isUnderWay: event.isUnderWay) else { continue }
      if bar.count == 1 { contacts[bar.lowerBound, default: 0] += 1 } else { stays.append(bar) }
    }
    for (x, count) in contacts {
      // More contacts than a cell can part show as a taller block.
      let sign = count == 1 ? signs.tick : signs.levels[min(count, signs.levels.count) - 1]
      frame.put(sign, at: Point(x: x, y: y), style: Style(role, [.bold]), in: area)
    }
    // A contact within a stay of the same lane is part of it.
    for stay in stays {
      for x in stay { frame.put(signs.bar, at: Point(x: x, y: y), style: Style(role), in: area) }
    }
  }

  private func role(of setting: Setting) -> Role {
    switch setting {
    case .emergency: .laneA
    case .inpatient: .laneB
    case .clinic, .virtual: .laneC
    case .home, .other: .laneD
    }
  }

  private func drawOwed(_ axis: TimeAxis, y: Int, on frame: inout Frame, in area: Rect) {
    for event in journey.events where event.mark == .open {
      guard let x = axis.column(event.at.start(in: state.workspace.zone)) else { continue }
      let isLate = event.at.end(in: state.workspace.zone) <= state.now
      let sign = event.kind == .appointment ? signs.due : isLate ? signs.finding : signs.today
      frame.put(sign, at: Point(x: x, y: y), style: Style(isLate ? .urgent : .soon), in: area)
    }
  }

  private func drawGaps(_ axis: TimeAxis, y: Int, on frame: inout Frame, in area: Rect) {
    let gaps = journey.gaps.compactMap { gap in axis.range(gap.start, gap.end).map { (gap, $0) } }
    guard !gaps.isEmpty else { return }
    label("Gap", y: y, on: &frame, in: area)
    for (gap, range) in gaps {
      let style = Style(.gap)
      let words = " \(gap.days) d no contact "
      // Too narrow to say how long it was; the list shows it.
      guard range.count >= 6 else { continue }
      for x in range { frame.put("─", at: Point(x: x, y: y), style: style, in: area) }
      frame.put(signs.gapStart, at: Point(x: range.lowerBound, y: y), style: style, in: area)
      frame.put(signs.gapEnd, at: Point(x: range.upperBound - 1, y: y), style: style, in: area)
      let shown = range.count >= Text.width(words) + 2 ? words : " \(gap.days) d "
      if range.count >= Text.width(shown) + 2 {
        frame.put(
          shown, at: Point(x: range.lowerBound + (range.count - Text.width(shown)) / 2, y: y), style: style, in: area)
      }
    }
  }

  /// The event under the cursor stands out in its lane.
  private func drawCursor(_ axis: TimeAxis, on frame: inout Frame, in area: Rect) {
    guard state.focus == .journey, let event = state.selectedEvent,
      let x = axis.column(event.at.start(in: state.workspace.zone))
    else { return }
    let lane =
      event.setting.flatMap { journey.settings.firstIndex(of: $0) }
      ?? (event.mark == .open ? journey.settings.count : nil)
    guard let lane, area.y + 1 + lane < area.bottom else { return }
    frame.background(.selected, in: Rect(x: x, y: area.y + 1 + lane, width: 1, height: 1))
  }
}
