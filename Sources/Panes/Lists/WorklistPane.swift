import Care
import Dashboard
import Terminal

/// What is owed, by when it is due; below it, why the line under the cursor is there.
struct WorklistPane: View {
  let state: State

  func draw(on frame: inout Frame, in area: Rect) {
    let body = PaneTitle(pane: .worklist, state: state).draw(on: &frame, in: area)
    if state.count(.worklist) == 0 {
      let isFiltered = state.worklistFilter != nil
      sayEmpty(
        isFiltered ? "Nothing owed holds these words. Esc shows all." : "Nothing is owed.", on: &frame, in: body)
      return
    }
    let lines = state.worklistLines(from: state.worklist.top, height: state.worklistHeight)
    for (row, line) in lines.enumerated() {
      let place = body.row(row)
      switch line {
      case .band(let band):
        frame.put(
          band.title, at: Point(x: place.x + 1, y: place.y), style: Style(band == .breached ? .urgent : .dim, [.bold]),
          in: place)
      case .row(let index): draw(index, on: &frame, in: place)
      }
    }
    if body.height > state.worklistHeight {
      Because(state: state).draw(on: &frame, in: body.cut(.bottom, body.height - state.worklistHeight).part)
    }
  }

  private func draw(_ index: Int, on frame: inout Frame, in row: Rect) {
    guard let work = state.work(at: index) else {
      frame.put(Text.ellipsis, at: Point(x: row.x + 3, y: row.y), style: Style(.dim), in: row)
      return
    }
    let band = Band(deadline: work.deadline, now: state.now, zone: state.workspace.zone)
    let due = state.words.due(work.due, deadline: work.deadline)
    let dueWidth = max(6, Text.width(due))
    // Namesakes are told apart by age, and by number where there is room.
    let ageWidth = row.width >= 52 ? 6 : 0
    let mrnWidth = row.width >= 72 ? 9 : 0
    let room = max(0, row.width - 3 - ageWidth - mrnWidth - dueWidth - 3)
    let nameWidth = min(26, room * 46 / 100)
    let y = row.y
    let sign = state.saving.concerns(work.item) ? Text.ellipsis : band.sign
    frame.put(sign, at: Point(x: row.x + 1, y: y), style: Style(band.role, [.bold]), in: row)
    frame.put(work.patientName, at: Point(x: row.x + 3, y: y), fit: nameWidth, style: Style(.text), in: row)
    var x = row.x + 4 + nameWidth
    if ageWidth > 0 {
      let age = shortAge(work.birthDate, work.gender, words: state.words)
      frame.put(age, at: Point(x: x, y: y), fit: ageWidth - 1, style: Style(.dim), in: row)
      frame.put(work.mrn, at: Point(x: x + ageWidth, y: y), fit: mrnWidth - 1, style: Style(.dim), in: row)
      x += ageWidth + mrnWidth
    }
    frame.put(work.title, at: Point(x: x, y: y), fit: room - nameWidth, style: Style(titleRole(work)), in: row)
    frame.put(due, endingAt: row.right - 1, y: y, style: Style(band == .breached ? .urgent : .text), in: row)
    if index == state.worklist.index { select(row, pane: .worklist, state, on: &frame) }
  }

  private func titleRole(_ work: WorkRow) -> Role {
    switch work.priority {
    case .stat, .asap, .urgent: .bright
    case .routine, nil: .text
    }
  }
}
