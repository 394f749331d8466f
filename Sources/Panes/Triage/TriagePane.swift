import Care
import Dashboard
import Terminal

/// One item of the frozen list with all that is needed to decide: why it is there, the journey around it, the last
/// messages, and who could take it.
struct TriagePane: View {
  let state: State

  func draw(on frame: inout Frame, in area: Rect) {
    guard let row = state.triageRow else {
      let words = state.triage?.index == nil ? "All of the list is decided on." : Text.ellipsis
      frame.put(words, at: Point(x: area.x + 1, y: area.y + 1), style: Style(.dim), in: area)
      return
    }
    let (line, rest) = area.cut(.top, 1)
    drawTitle(row, on: &frame, in: line)
    let answers = TriageAnswers(state: state, row: row)
    let height = answers.height(width: rest.width)
    let (top, below) = rest.cut(.top, min(height, rest.height))
    answers.draw(on: &frame, in: top)
    if below.width >= 100 {
      let (left, right) = below.cut(.left, below.width * 58 / 100)
      let journey = TriageJourney(state: state, row: row)
      journey.draw(on: &frame, in: left)
      let messages = drawPeople(on: &frame, in: right.inset(left: 1))
      frame.rule(across: right.origin, width: 1)
      frame.rule(across: Point(x: right.x, y: messages), width: 1, stops: messages > right.y ? [.left] : [])
      frame.rule(down: Point(x: right.x, y: right.y), height: right.height)
    } else {
      // The journey decides most; the messages and the people take what they need of the rest.
      let people = min(below.height / 2, 3 + min(3, state.view?.threads.count ?? 0) * 2)
      let (journey, rest) = below.cut(.top, max(0, below.height - people))
      TriageJourney(state: state, row: row).draw(on: &frame, in: journey)
      drawPeople(on: &frame, in: rest)
    }
  }

  private func drawTitle(_ row: WorkRow, on frame: inout Frame, in line: Rect) {
    let band = row.band(state.now, zone: state.workspace.zone)
    frame.rule(across: line.origin, width: line.width, weight: .heavy, style: Style(.ruleFocused), in: line)
    var x = line.x + 2
    x += frame.put(" \(band.sign) ", at: Point(x: x, y: line.y), style: Style(band.role, [.bold]), in: line)
    let due = state.words.due(row.due, deadline: row.deadline)
    let words = "\(row.title) · \(band == .breached ? "\(due) overdue" : due) "
    frame.put(words, at: Point(x: x, y: line.y), fit: max(0, line.right - 1 - x), style: Style(.title), in: line)
    frame.cursor = Point(x: line.x + 3, y: line.y)
  }

  /// - Returns: the row where the messages begin.
  @discardableResult private func drawPeople(on frame: inout Frame, in area: Rect) -> Int {
    let takers = state.takers
    let height = takers.isEmpty ? 0 : area.height >= takers.count + 6 ? takers.count + 1 : 1
    // Above the messages, so that no note at the foot hides a name whose key works.
    let (people, messages) = area.cut(.top, min(height, area.height))
    if height > 0 { TriageTakers(state: state, takers: takers).draw(on: &frame, in: people) }
    TriageMessages(state: state).draw(on: &frame, in: messages)
    return messages.y
  }
}

/// A thin rule with a name, over a part of the pane; gives back what is below it.
func section(_ title: String, on frame: inout Frame, in area: Rect) -> Rect {
  let (line, below) = area.cut(.top, 1)
  guard area.height > 0 else { return below }
  frame.rule(across: line.origin, width: line.width, in: line)
  frame.put(" \(title) ", at: Point(x: line.x + 2, y: line.y), style: Style(.dim), in: line)
  return below
}
