import Care
import Dashboard
import Terminal

/// Who takes part in the patient's care, and who of them is here now.
struct TeamPane: View {
  let state: State

  func draw(on frame: inout Frame, in area: Rect) {
    let members = state.view?.team ?? []
    let here = (state.view?.presences ?? []).filter(\.isHere).count
    let body = PaneTitle(pane: .team, state: state, note: here > 0 ? "\(here) here now" : "").draw(on: &frame, in: area)
    if members.isEmpty {
      sayEmpty(
        state.patient == nil
          ? "" : "Nobody is on a team for this patient yet. \(state.keyMap.label(of: .joinTeam)) adds the first.",
        on: &frame, in: body)
      return
    }
    let rows = min(body.height, members.count - state.team.top)
    for row in 0..<rows {
      draw(members[state.team.top + row], index: state.team.top + row, on: &frame, in: body.row(row))
    }
    drawFindings(on: &frame, in: body, from: rows)
  }

  /// What the team is short of, in the room that the members leave.
  private func drawFindings(on frame: inout Frame, in body: Rect, from first: Int) {
    let findings = (state.view?.coverage ?? []).filter { state.isZoomed || $0.isPressing }
    let room = body.height - first
    guard room > 0 else { return }
    let shown = findings.count <= room ? findings.count : room - 1
    for (row, finding) in findings.prefix(shown).enumerated() {
      let line = body.row(first + row)
      let because = state.isZoomed && !finding.because.isEmpty ? "   \(finding.because)" : ""
      // A role that nobody fills is for somebody to do something about; the rest is to be known.
      if case .lacks = finding {
        frame.put(signs.finding, at: Point(x: line.x + 1, y: line.y), style: Style(.warning), in: line)
      }
      frame.put(
        finding.words(state.words) + because, at: Point(x: line.x + 3, y: line.y), fit: line.width - 4,
        style: Style(.dim), in: line)
    }
    if shown < findings.count {
      let line = body.row(first + shown)
      frame.put(
        "\(Text.ellipsis) \(findings.count - shown) more found", at: Point(x: line.x + 3, y: line.y),
        fit: line.width - 4,
        style: Style(.dim), in: line)
    }
  }

  private func draw(_ member: TeamMember, index: Int, on frame: inout Frame, in row: Rect) {
    let y = row.y
    let presence = state.view?.presences[index] ?? .unknown
    switch presence {
    case .here: frame.put(signs.present, at: Point(x: row.x + 1, y: y), style: Style(.good), in: row)
    case .away, .absent: frame.put(signs.absent, at: Point(x: row.x + 1, y: y), style: Style(.dim), in: row)
    case .unknown:
      // Only the sender's words are known: nobody in the directory answers to them.
      if case .said = member.name { frame.put("?", at: Point(x: row.x + 1, y: y), style: Style(.dim), in: row) }
    }
    let isPast = member.standing == .past
    let name = member.name.words.isEmpty ? "name not on file" : member.name.words
    let nameWidth = max(0, (row.width - 4) / 2)
    frame.put(name, at: Point(x: row.x + 3, y: y), fit: nameWidth, style: Style(isPast ? .dim : .text), in: row)
    let words = isPast ? "past \(member.role)" : member.role
    let x = row.x + 4 + nameWidth
    // When somebody is there again is worth more than the end of what they are.
    let next = isPast ? "" : state.presenceWords.next(presence)
    let roleWidth = row.right - 1 - x - (next.isEmpty ? 0 : Text.width(next) + 1)
    frame.put(next, endingAt: row.right - 1, y: y, style: Style(.dim), in: row)
    frame.put(words, at: Point(x: x, y: y), fit: roleWidth, style: Style(.dim), in: row)
    let left = roleWidth - Text.width(words) - 2
    if left >= 12 {
      frame.put(
        member.organization, at: Point(x: x + Text.width(words) + 2, y: y), fit: left, style: Style(.dim), in: row)
    }
    if index == state.team.index { select(row, pane: .team, state, on: &frame) }
  }
}
