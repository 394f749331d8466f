import Care
import Dashboard
import Terminal

/// What is owed, by when it is due or in the order asked for; below it, why the line under the cursor is there.
struct WorklistPane: View {
  let state: State

  func draw(on frame: inout Frame, in area: Rect) {
    let body = PaneTitle(pane: .worklist, state: state).draw(on: &frame, in: area)
    if state.count(.worklist) == 0 {
      if state.editing != nil, state.focus == .worklist { FilterLine(state: state).draw(on: &frame, in: body.row(0)) }
      let words =
        state.worklist.filter == nil
        ? "Nothing is owed. What is asked for and what is due comes here by itself."
        : state.worklist.filter?.isComplete == false
          ? "Looking\(Text.ellipsis)" : "Nothing owed fits this. Esc shows all."
      sayEmpty(words, on: &frame, in: body.inset(top: 1))
      return
    }
    let table = Table(.worklist, state, in: body)
    let rows = table.drawHeading(on: &frame, in: body)
    if state.editing != nil, state.focus == .worklist { FilterLine(state: state).draw(on: &frame, in: body.row(0)) }
    let lines = state.worklistLines(from: state.worklist.cursor.top, height: state.worklistHeight)
    let works = lines.map { line in if case .row(let index) = line { state.work(at: index) } else { nil as WorkRow? } }
    let namesakes = Namesakes(works.compactMap(\.self), beside: table.layout, words: state.words)
    for (y, line) in lines.enumerated() {
      switch line {
      case .band(let band): draw(band, on: &frame, in: rows.row(y))
      case .group(let words):
        frame.put(
          words, at: Point(x: rows.x + 1, y: rows.y + y), fit: rows.width - 2, style: Style(.dim, [.bold]), in: rows)
      case .row(let index): draw(works[y], index, table, namesakes, on: &frame, in: rows.row(y))
      }
    }
    if rows.height > state.worklistHeight {
      Because(state: state).draw(on: &frame, in: rows.cut(.bottom, rows.height - state.worklistHeight).part)
    }
  }

  private func draw(_ band: Band, on frame: inout Frame, in row: Rect) {
    frame.put(
      band.title, at: Point(x: row.x + 1, y: row.y), style: Style(band == .breached ? .urgent : .dim, [.bold]), in: row)
  }

  private func draw(
    _ work: WorkRow?, _ index: Int, _ table: Table, _ namesakes: Namesakes, on frame: inout Frame, in row: Rect
  ) {
    guard let work else {
      frame.put(Text.ellipsis, at: Point(x: row.x + 3, y: row.y), style: Style(.dim), in: row)
      return
    }
    let band = work.band(state.now, zone: state.workspace.zone)
    let age = shortAge(work.birthDate, work.gender, words: state.words)
    let sign =
      state.saving.concerns(work.item)
      ? Text.ellipsis : work.isWoken(state.now) ? signs.woken : band.sign
    let isMarked = state.worklist.marks[work.item] != nil
    table.draw(index, sign: (sign, Style(band.role, [.bold])), isMarked: isMarked, on: &frame, in: row) { column in
      switch column {
      case .patient:
        ([namesakes.marks[work.patient], work.patientName].compactMap(\.self).joined(separator: " "), Style(.text))
      case .age: (age, Style(.dim))
      case .number: (work.mrn.isEmpty ? noNumber : work.mrn, Style(.dim))
      case .what: (work.title, Style(work.priority?.isUrgent ?? false ? .bright : .text))
      case .owner: owner(work)
      case .clock: (work.clocks.first ?? "", Style(.dim))
      case .organization: (state.workspace.directory.naming(work.organization).words, Style(.dim))
      case .status: (StatusWords.words(work.status), Style(.dim))
      case .priority: (work.priority?.rawValue ?? "", Style(.dim))
      default:
        band == .asleep
          ? (state.words.recentOrToCome(work.sleepsUntil), Style(.dim))
          : (state.words.due(work.due, deadline: work.deadline), Style(band == .breached ? .urgent : .text))
      }
    }
  }

  private func owner(_ work: WorkRow) -> (String, Style) {
    let owner = state.naming(work.owner)
    return owner.isEmpty ? ("nobody yet", Style(.soon)) : (owner, Style(.dim))
  }
}
