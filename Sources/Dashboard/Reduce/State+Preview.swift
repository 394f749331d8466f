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
        let words = "\(row.patientName)   \(row.title)   \(self.words.due(row.due, deadline: row.deadline))"
        guard case .disabled(let why) = availability(command, for: row) else {
          return [Reading.Line(words: Text.fit("\(Glyphs.unicode.done) \(words)", cells: cells))]
        }
        return [
          Reading.Line(words: Text.fit("  \(words)", cells: cells), role: .dim),
          Reading.Line(words: Text.fit("  stays as it is: \(why)", cells: cells), role: .dim),
        ]
      }
    }
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
