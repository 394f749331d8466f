import Care
import Dashboard
import Terminal

/// Who takes part in the patient's care, and who of them is here now.
struct TeamPane: View {
  let state: State

  func draw(on frame: inout Frame, in area: Rect) {
    let members = state.view?.team ?? []
    let here = members.filter { $0.isHere(state.now, zone: state.workspace.zone) == true }.count
    let body = PaneTitle(pane: .team, state: state, note: here > 0 ? "\(here) here now" : "").draw(on: &frame, in: area)
    if members.isEmpty {
      sayEmpty(
        state.patient == nil ? "" : "Nobody is on a team for this patient yet. Teams come with the records you import.",
        on: &frame, in: body)
      return
    }
    for row in 0..<body.height where state.team.top + row < members.count {
      draw(members[state.team.top + row], index: state.team.top + row, on: &frame, in: body.row(row))
    }
  }

  private func draw(_ member: TeamMember, index: Int, on frame: inout Frame, in row: Rect) {
    let y = row.y
    switch member.isHere(state.now, zone: state.workspace.zone) {
    case true: frame.put(signs.present, at: Point(x: row.x + 1, y: y), style: Style(.good), in: row)
    case false: frame.put(signs.absent, at: Point(x: row.x + 1, y: y), style: Style(.dim), in: row)
    default:
      // Only the sender's words are known: nobody in the directory answers to them.
      if case .said = member.name { frame.put("?", at: Point(x: row.x + 1, y: y), style: Style(.dim), in: row) }
    }
    let isPast = member.standing == .past
    let name = member.name.words.isEmpty ? "name not on file" : member.name.words
    let nameWidth = max(0, (row.width - 4) / 2)
    frame.put(name, at: Point(x: row.x + 3, y: y), fit: nameWidth, style: Style(isPast ? .dim : .text), in: row)
    let words = isPast ? "past \(member.role)" : member.role
    let x = row.x + 4 + nameWidth
    let roleWidth = row.right - 1 - x
    frame.put(words, at: Point(x: x, y: y), fit: roleWidth, style: Style(.dim), in: row)
    let left = roleWidth - Text.width(words) - 2
    if left >= 12 {
      frame.put(
        member.organization, at: Point(x: x + Text.width(words) + 2, y: y), fit: left, style: Style(.dim), in: row)
    }
    if index == state.team.index { select(row, pane: .team, state, on: &frame) }
  }
}
