import Care
import Terminal

/// What a command will do to many lines is shown before it does it.
extension State {
  func preview(_ command: CommandID) -> Preview {
    let rows = markedWork
    return Preview(
      command: command,
      lines: rows.map { row in
        guard case .disabled(let why) = availability(command, for: row) else {
          return Preview.Line(row: row, wanted: wanted(command, row))
        }
        return Preview.Line(row: row, obstacle: why)
      }, hidden: hiddenMarks(rows))
  }

  /// How many of the marked lines the list doesn't show.
  func hiddenMarks(_ rows: [WorkRow]) -> Int {
    rows.count { row in position(.worklist, of: row.key).flatMap { worklist.index(of: $0) } == nil }
  }

  func reading(_ preview: Preview) -> Reading {
    let all = preview.lines.count
    let count = preview.count == all ? "\(all)" : "\(preview.count) of \(all)"
    let hidden = preview.hidden == 0 ? "" : ", \(preview.hidden) not in the list shown"
    return Reading(title: "\(preview.command.definition.title)  \(count) marked\(hidden)", most: 96, in: size) {
      cells in
      // What each will come to is told once where it is one thing, and at each where it isn't.
      let ends = Set(preview.lines.compactMap(\.wanted?.done))
      let head =
        preview.command.asks && ends.count == 1 ? ends.first.map { Text.wrap("Enter: \($0)", cells: cells) } ?? [] : []
      return head.map { Reading.Line(words: $0, role: .title) }
        + preview.lines.flatMap { line -> [Reading.Line] in
          let words = self.line(line.row, cells: cells - 2)
          guard let why = line.obstacle else {
            let done = [Reading.Line(words: "\(Glyphs.unicode.done) \(words)")]
            guard ends.count > 1, let end = line.wanted?.done else { return done }
            return done + [Reading.Line(words: Text.fit("    \(end)", cells: cells), role: .dim)]
          }
          return [
            Reading.Line(words: "  \(words)", role: .dim),
            Reading.Line(words: Text.fit("    stays as it is: \(why)", cells: cells), role: .dim),
          ]
        }
    }
  }

  /// Who, born when, by which number; what and when due: each at an edge of its own.
  private func line(_ row: WorkRow, cells: Int) -> String {
    let due = words.due(row.due, deadline: row.deadline)
    let person = [row.birthDate == nil ? "" : words.age(row.birthDate), row.mrn].filter { !$0.isEmpty }
    let name = min(26, max(8, cells * 3 / 10))
    let facts = cells >= 60 ? 14 : 0
    let title = max(0, cells - name - facts - 14)
    return [
      Text.padded(row.patientName, to: name), facts > 0 ? Text.padded(person.joined(separator: "  "), to: facts) : "",
      Text.padded(row.title, to: title), due,
    ].filter { !$0.isEmpty }.joined(separator: "  ")
  }

  mutating func carryOut(_ preview: Preview) {
    overlays.removeLast()
    forgetMarks()
    var wanted: [Wanted] = []
    for line in preview.lines {
      guard let change = line.wanted else { continue }
      guard let row = work(keyed: line.row.key), row.isSame(as: line.row) else {
        complain(
          "changed while it was looked over; it was left as it is.", about: "\(line.row.patientName): \(line.row.title)"
        )
        continue
      }
      wanted.append(change)
    }
    if !wanted.isEmpty { ask(wanted) }
  }
}
