import Care
import Terminal

/// Somebody changed an item while a person decided about it: what it was, what it is, and what was wanted.
package struct Conflict: Hashable, Sendable {
  var wanted: Wanted
  var before: WorkRow
  /// nil where nothing is owed any more.
  var now: WorkRow?
  /// Whether an undo was asked for behind it, which may have meant it and was not carried out.
  var isUndoLost: Bool
  /// Whether it has been on the screen: before, no Enter can have been meant for it.
  var isSeen = false
  /// Who changed it, and when; nil where the record doesn't tell.
  var by: Touch?

  /// Whether there is still something that the change could be made to.
  package var isOpen: Bool { now != nil }
}

extension State {
  /// A change meets an item that isn't as it was shown: nothing is written, and the person is asked.
  mutating func overtake(_ wanted: Wanted, _ wish: Wish, _ chart: Chart) {
    guard wish.deedCount == 1, let before = wanted.row else {
      miss(wish.subject, "somebody changed it a moment ago; nothing of yours was saved.")
      return
    }
    let waiting = saving.wishes.count
    saving.wishes.removeAll { $0.kind == .undo }
    saving.isSaved = false
    let conflict = Conflict(
      wanted: wanted, before: before, now: row(before.item, in: chart), isUndoLost: saving.wishes.count < waiting,
      by: chart.handling[before.item]?.touch)
    // What somebody is typing into stays on top.
    overlays.insert(.conflict(conflict, top: 0), at: isTypingOver ? overlays.count - 1 : overlays.count)
  }

  /// Carries the change out over what somebody else did.
  mutating func insist(_ conflict: Conflict) {
    overlays.removeLast()
    guard let now = conflict.now else { return }
    var wanted = conflict.wanted
    wanted.row = now
    ask([wanted])
  }

  private var isTypingOver: Bool {
    switch overlays.last {
    case .form, .palette, .help, .path: true
    default: false
    }
  }

  /// The state has been on the screen.
  mutating func notePainted() {
    unseen = nil
    if case .conflict(var conflict, let top) = overlays.last {
      conflict.isSeen = true
      overlays[overlays.count - 1] = .conflict(conflict, top: top)
    }
  }

  /// Whether something is to be told of once it has been on the screen.
  package var awaitsPainting: Bool {
    if case .conflict(let conflict, _) = overlays.last, !conflict.isSeen { return true }
    return unseen != nil
  }

  func reading(_ conflict: Conflict) -> Reading {
    Reading(title: "Somebody was first", most: 84, in: size) { cells in
      var lines = [Reading.Line(words: "\(conflict.before.patientName): \(conflict.before.title)", role: .title)]
      lines.append(Reading.Line(words: ""))
      let edge = 12
      let half = max(1, (cells - edge) / 2)
      func line(_ name: String, _ before: String, _ now: String, _ role: Role = .overlay) {
        guard before != now || role == .dim else { return }
        lines.append(
          Reading.Line(
            words: Text.padded(name, to: edge) + Text.padded(Text.fit(before, cells: half - 2), to: half)
              + Text.fit(now, cells: half), role: role))
      }
      line("", "as you saw it", "as it is now", .dim)
      if let now = conflict.now {
        line("owner", ownerWords(conflict.before), ownerWords(now))
        line("status", StatusWords.words(conflict.before.status), StatusWords.words(now.status))
        line("due", dueWords(conflict.before), dueWords(now))
        line("waits until", sleepWords(conflict.before), sleepWords(now))
        line("passed up", stepWords(conflict.before), stepWords(now))
        line("priority", conflict.before.priority?.rawValue ?? "not stated", now.priority?.rawValue ?? "not stated")
        line("title", conflict.before.title, now.title)
      } else {
        line("", "open", "settled; nothing is owed")
      }
      lines.append(Reading.Line(words: ""))
      if let by = conflict.by { lines.append(Reading.Line(words: "by \(by.name), \(words.full(Moment(by.at)))")) }
      lines.append(Reading.Line(words: "yours: \(conflict.wanted.done)"))
      if conflict.isUndoLost { lines.append(Reading.Line(words: "The undo after it was not carried out.")) }
      lines.append(Reading.Line(words: ""))
      let end = conflict.now == nil ? "Esc closes this." : "Enter does yours all the same; Esc leaves it as it is now."
      lines.append(Reading.Line(words: end, role: .dim))
      return lines
    }
  }

  private func ownerWords(_ row: WorkRow) -> String {
    let owner = naming(row.owner)
    return owner.isEmpty ? "nobody yet" : owner
  }

  private func dueWords(_ row: WorkRow) -> String { row.due.map { words.full($0) } ?? "no date" }
  private func sleepWords(_ row: WorkRow) -> String { row.sleepsUntil.map { words.full(Moment($0)) } ?? "not waiting" }
  private func stepWords(_ row: WorkRow) -> String { row.steps == 0 ? "no" : "\(row.steps)×" }
}
