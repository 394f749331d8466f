import Care
import Terminal

/// What a command will do to many lines is shown before it does it.
extension State {
  /// The marked lines that the command can change.
  private func changeable(_ command: CommandID) -> [WorkRow] {
    markedWork.filter { availability(command, for: $0).isEnabled }
  }

  func preview(_ command: CommandID) -> Reading {
    let rows = markedWork
    let able = changeable(command).count
    let count = able == rows.count ? "\(rows.count)" : "\(able) of \(rows.count)"
    return Reading(title: "\(command.definition.title)  \(count) marked", most: 90, in: size) { cells in
      rows.flatMap { row -> [Reading.Line] in
        let words = line(row, cells: cells - 2)
        guard case .disabled(let why) = availability(command, for: row) else {
          return [Reading.Line(words: "\(Glyphs.unicode.done) \(words)")]
        }
        return [
          Reading.Line(words: "  \(words)", role: .dim),
          Reading.Line(words: Text.fit("    stays as it is: \(why)", cells: cells), role: .dim),
        ]
      }
    }
  }

  /// Who, what and when due, each at an edge of its own.
  private func line(_ row: WorkRow, cells: Int) -> String {
    let due = words.due(row.due, deadline: row.deadline)
    let name = min(28, max(8, cells * 2 / 5))
    let title = max(0, cells - name - 12)
    return Text.padded(row.patientName, to: name) + "  " + Text.padded(row.title, to: title) + "  " + due
  }

  mutating func carryOutPreview(_ command: CommandID) {
    overlays.removeLast()
    let rows = changeable(command)
    forgetMarks()
    var (asked, done) = ([(row: WorkRow, command: Command)](), "")
    for row in rows {
      guard let (wanted, word) = task(command, row.item) else { continue }
      asked.append((row, wanted))
      done = word
    }
    ask(asked, done: done)
  }
}
