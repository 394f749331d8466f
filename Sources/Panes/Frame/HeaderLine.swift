import Care
import Dashboard
import Terminal

/// The first line: who is at work, how much is owed, what time it is.
struct HeaderLine: View {
  let state: State

  func draw(on frame: inout Frame, in area: Rect) {
    frame.fill(area, style: Style(.strip, on: .strip))
    let now = state.workspace.zone.civil(state.now)
    let parts = parts
    // What is owed is always said; beside it the hour, whether all is saved, the day, and last what this is.
    let title = "Rounds"
    let hour = "\(TimeWords.clock(now)) "
    let saved = SaveMark(state)
    let owedParts = owedParts(cells: area.width - 3 - Text.width(hour) - (saved.map { Text.width($0.words) + 3 } ?? 0))
    var room = area.width - 3 - Text.width(hour) - width(parts.prefix(owedParts))
    func spend(_ cells: Int) -> Bool {
      guard cells <= room else { return false }
      room -= cells
      return true
    }
    let mark = saved.flatMap { spend(Text.width($0.words) + 3) ? $0 : nil }
    let day = state.words.day(now.date) + "  "
    let clock = (spend(Text.width(day)) ? day : "") + hour
    let hasTitle = area.width >= 60 && spend(Text.width(title) + 3)

    frame.put(clock, endingAt: area.right, y: area.y, style: Style(.strip, on: .strip), in: area)
    var right = area.right - Text.width(clock) - 1
    if let mark {
      frame.put(mark.words, endingAt: right - 1, y: area.y, style: Style(mark.role, on: .strip), in: area)
      right -= Text.width(mark.words) + 3
    }
    var x = area.x + 1
    if hasTitle {
      x += 3 + frame.put(title, at: Point(x: x, y: area.y), style: Style(.title, on: .strip), in: area)
    }
    for (index, part) in parts.enumerated() {
      guard index < owedParts || x + Text.width(part.words) <= right else { break }
      x += 3 + frame.put(part.words, at: Point(x: x, y: area.y), style: Style(part.role, on: .strip), in: area)
    }
  }

  private func width(_ parts: some Collection<(words: String, role: Role)>) -> Int {
    parts.reduce(max(0, parts.count - 1) * 3) { $0 + Text.width($1.words) }
  }

  /// How many of the parts tell what is owed, what went wrong and, where there is room, what nobody has taken on.
  private func owedParts(cells: Int) -> Int {
    if state.isFirstStart { return 0 }
    let most = 2 + (state.problemsUnseen > 0 ? 1 : 0)
    return state.tally.unowned > 0 && width(parts.prefix(most + 1)) <= cells ? most + 1 : most
  }

  /// Left to right; what finds no room is left out, never half shown.
  private var parts: [(words: String, role: Role)] {
    if state.isFirstStart { return state.author.name.isEmpty ? [] : [(state.author.name, .strip)] }
    let tally = state.tally
    let patients = state.workspace.lists.census.count
    var parts: [(String, Role)] = [
      ("\(signs.now) \(tally.breached) overdue", tally.breached > 0 ? .urgent : .strip),
      ("\(signs.today) \(tally.today) today", tally.today > 0 ? .soon : .strip),
      ("\(tally.open) open", .strip), (patients == 1 ? "1 patient" : "\(patients) patients", .strip),
    ]
    if tally.unowned > 0 { parts.insert(("\(tally.unowned) nobody’s", .soon), at: 2) }
    if state.problemsUnseen > 0 {
      parts.insert(("\(signs.finding) \(state.problemsUnseen) went wrong", .warning), at: 1)
    }
    if !state.author.name.isEmpty { parts.append((state.author.name, .strip)) }
    return parts
  }
}
