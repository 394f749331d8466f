import Care
import Dashboard
import Terminal

/// Asks for what a command needs: one line to type in, what may be chosen below it, and what is wrong at its place.
struct FormOverlay: View {
  let state: State
  let form: Form

  private static let most = 9

  func draw(on frame: inout Frame, in area: Rect) {
    let choices = state.choices(form)
    let hasTargets = choices.contains { $0.target != nil }
    let width = min(area.width - 4, hasTargets ? 104 : 76)
    let fault = form.fault.map { Text.wrap("\(signs.finding) \($0.words)", cells: max(1, width - 4)) } ?? []
    let rows = min(choices.count, Self.most, max(0, area.height - 10))
    let extra = hasTargets ? 1 : 0
    let subject = subject
    let briefing = Array(
      state.briefing(form).flatMap { Text.wrap($0, cells: max(1, width - 4)) }.prefix(max(0, area.height - 12)))
    let height = 3 + briefing.count + (subject.isEmpty ? 0 : 1) + max(fault.count, 1) + rows + extra
    // Above the middle, so that what it is about stays in sight below the list's first lines.
    let top = area.y + max(1, (area.height - height) / 3)
    let box = Rect(x: area.x + (area.width - width) / 2, y: top, width: width, height: min(height, area.height - 2))
    let inner = Box(title: title).draw(on: &frame, in: box)
    var y = inner.y
    if !subject.isEmpty {
      frame.put(subject, at: Point(x: inner.x, y: y), fit: inner.width, style: Style(.dim, on: .overlay), in: inner)
      y += 1
    }
    for line in briefing {
      frame.put(line, at: Point(x: inner.x, y: y), style: Style(.overlay, on: .overlay), in: inner)
      y += 1
    }
    drawField(on: &frame, in: inner.row(y - inner.y))
    y += 1
    for line in fault {
      frame.put(line, at: Point(x: inner.x, y: y), style: Style(.warning, on: .overlay), in: inner)
      y += 1
    }
    if fault.isEmpty {
      let meaning = state.meaning(form).map { "\(signs.arrow) \($0)" } ?? ""
      frame.put(meaning, at: Point(x: inner.x, y: y), style: Style(.good, on: .overlay), in: inner)
      y += 1
    }
    let window = ListWindow(count: choices.count, height: rows, cursor: form.index, top: 0)
    let edge = min(38, (choices.map { Text.width($0.words) }.max() ?? 0) + 3)
    let isChosen = form.isAnyChosen(among: choices)
    if hasTargets {
      TargetLine(state: state, width: inner.width).drawHeading(on: &frame, in: inner.row(y - inner.y))
      y += 1
    }
    for index in window.rows {
      draw(
        choices[index], isChosen: isChosen && index == form.index, edge: edge, on: &frame, in: inner.row(y - inner.y))
      y += 1
    }
  }

  private var title: String {
    let title = form.command.definition.title
    if !form.others.isEmpty { return "\(title)  \(form.others.count) more after this" }
    return form.rows.count > 1 ? "\(title)  \(form.rows.count) marked" : title
  }

  private var subject: String {
    guard form.rows.count == 1, let row = form.rows.first else {
      return form.rows.isEmpty && form.command != .keepView ? form.patientName : ""
    }
    return "\(row.patientName): \(row.title)"
  }

  private func drawField(on frame: inout Frame, in row: Rect) {
    let label = "\(form.question.words)  "
    var x = row.x + frame.put(label, at: row.origin, style: Style(.overlayTitle, on: .overlay), in: row)
    let visible = form.field.visible(cells: max(1, row.right - x - 1))
    frame.cursor = Point(x: x + visible.column, y: row.y)
    if form.field.isEmpty {
      frame.put(form.question.hint, at: Point(x: x, y: row.y), style: Style(.dim, on: .overlay), in: row)
      return
    }
    let start = x
    x += frame.put(visible.text, at: Point(x: x, y: row.y), style: Style(.input, on: .overlay), in: row)
    guard let range = form.fault?.range, visible.text == form.field.text else { return }
    // What is wrong stands out where it stands.
    let before = Text.width(String(form.field.text.prefix(range.lowerBound)))
    let wrong = Text.width(String(form.field.text.dropFirst(range.lowerBound).prefix(range.count)))
    let place = Rect(x: start + before, y: row.y, width: min(wrong, max(0, x - start - before)), height: 1)
    frame.restyle(place) { _ in Style(.warning, [.underline], on: .overlay) }
  }

  private func draw(_ choice: Form.Choice, isChosen: Bool, edge: Int, on frame: inout Frame, in row: Rect) {
    if let target = choice.target {
      TargetLine(state: state, width: row.width).draw(target, on: &frame, in: row)
      markIfChosen(isChosen, on: &frame, in: row)
      return
    }
    frame.put(
      choice.words, at: Point(x: row.x + 2, y: row.y), fit: row.width - 3, style: Style(.overlay, on: .overlay), in: row
    )
    let x = row.x + 2 + max(edge, Text.width(choice.words) + 3)
    frame.put(
      choice.detail, at: Point(x: x, y: row.y), fit: max(0, row.right - x), style: Style(.dim, on: .overlay), in: row)
    markIfChosen(isChosen, on: &frame, in: row)
  }

  private func markIfChosen(_ isChosen: Bool, on frame: inout Frame, in row: Rect) {
    guard isChosen else { return }
    frame.background(.selected, in: row)
    frame.put(signs.cursor, at: row.origin, style: Style(.marker, on: .selected), in: row)
  }
}
