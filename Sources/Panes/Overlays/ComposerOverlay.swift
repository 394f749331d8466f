import Care
import Dashboard
import Terminal

/// A message being written: to whom and what each may need to know, what kind it is, then the words.
struct ComposerOverlay: View {
  let state: State
  let composer: Composer

  func draw(on frame: inout Frame, in area: Rect) {
    let size = state.composerSize
    let width = size.width + 4
    let cells = size.width
    let heads = heads(cells: cells)
    let people = state.mentioned(composer)
    let fault = composer.fault.map { Text.wrap("\(signs.finding) \($0)", cells: cells) } ?? []
    let below = max(fault.count, people.count)
    let height = min(area.height - 2, heads.count + size.height + max(1, below) + 3)
    let box = Rect(
      x: area.x + (area.width - width) / 2, y: area.y + max(1, (area.height - height) / 3), width: width, height: height
    )
    let inner = Box(title: title).draw(on: &frame, in: box)
    for (row, line) in heads.enumerated() {
      frame.put(line.words, at: Point(x: inner.x, y: inner.y + row), style: Style(line.role, on: .overlay), in: inner)
    }
    let top = inner.y + heads.count
    frame.rule(
      across: Point(x: inner.x, y: top), width: inner.width, style: Style(.dim, on: .overlay), in: inner)
    let rows = max(1, inner.bottom - top - 1 - max(1, below))
    drawText(on: &frame, in: Rect(x: inner.x, y: top + 1, width: cells, height: rows))
    let foot = top + 1 + rows
    if !people.isEmpty {
      for (row, person) in people.enumerated() {
        draw(
          person, isChosen: row == min(composer.index, people.count - 1), on: &frame,
          in: inner.row(foot - inner.y + row))
      }
    } else {
      for (row, line) in fault.enumerated() {
        frame.put(line, at: Point(x: inner.x, y: foot + row), style: Style(.warning, on: .overlay), in: inner)
      }
    }
  }

  private var title: String {
    composer.draft.topic.isEmpty ? composer.patientName : "\(composer.patientName): \(composer.draft.topic)"
  }

  private struct Head {
    var words: String
    var role: Role
  }

  /// Each recipient on a line, with what stands against it first.
  private func heads(cells: Int) -> [Head] {
    var heads: [Head] = []
    let concerns = state.concerns(composer)
    if concerns.isEmpty { heads.append(Head(words: "to nobody yet", role: .warning)) }
    for (recipient, found) in concerns.prefix(4) {
      let name = state.naming(recipient)
      let notes = found.map { $0.words(state.words) } + state.presenceWords(recipient)
      let words = "to \(name)" + (notes.isEmpty ? "" : "   \(notes.joined(separator: "; "))")
      let isGrave = found.contains { $0.forbids || $0.isQuestion }
      heads += Text.wrapped(words, cells: cells, most: 2).map { Head(words: $0, role: isGrave ? .warning : .overlay) }
    }
    if concerns.count > 4 { heads.append(Head(words: "and \(concerns.count - 4) more", role: .dim)) }
    var kinds: [String] = []
    if composer.draft.isUrgent { kinds.append("\(signs.finding) urgent") }
    if composer.draft.needsAcknowledgement { kinds.append("needs acknowledgement") }
    let links = composer.draft.about.map(\.display).filter { !$0.isEmpty && $0 != composer.draft.topic }
    if !links.isEmpty { kinds.append("about \(links.joined(separator: ", "))") }
    if !kinds.isEmpty {
      heads += Text.wrapped(kinds.joined(separator: "   "), cells: cells, most: 2).map { Head(words: $0, role: .title) }
    }
    if let answered { heads += Text.wrapped(answered, cells: cells, most: 2).map { Head(words: $0, role: .dim) } }
    return heads
  }

  /// Whom it answers and how that begins, so that nobody answers from memory.
  private var answered: String? {
    guard let id = composer.draft.answers,
      let message = state.workspace.chart(composer.draft.patient)?.communications[id]
    else { return nil }
    let when = state.words.recent(message.value.time)
    return "answers \(state.naming(message.value.sender)) \(when): \(message.value.payload.joined(separator: " "))"
  }

  private func drawText(on frame: inout Frame, in area: Rect) {
    var top = 0
    let (rows, cursor) = composer.area.visible(cells: area.width, height: area.height, top: &top)
    if composer.area.isEmpty {
      frame.put(
        "write; @ names somebody, ^_ takes back what was typed, Esc keeps a draft", at: area.origin,
        style: Style(.dim, on: .overlay), in: area)
    }
    for (y, row) in rows.enumerated() {
      frame.put(row, at: Point(x: area.x, y: area.y + y), style: Style(.input, on: .overlay), in: area)
    }
    frame.cursor = Point(x: area.x + min(cursor.x, area.width - 1), y: area.y + cursor.y)
  }

  private func draw(_ person: Form.Choice, isChosen: Bool, on frame: inout Frame, in row: Rect) {
    frame.put(
      "@\(person.words)", at: Point(x: row.x + 2, y: row.y), fit: row.width / 2 - 3,
      style: Style(.overlay, on: .overlay), in: row)
    let x = row.x + row.width / 2
    frame.put(person.detail, at: Point(x: x, y: row.y), fit: row.right - x, style: Style(.dim, on: .overlay), in: row)
    guard isChosen else { return }
    frame.background(.selected, in: row)
    frame.put(signs.cursor, at: row.origin, style: Style(.marker, on: .selected), in: row)
  }
}
