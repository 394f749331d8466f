import Care
import Dashboard
import Terminal

/// The first line: who is at work, how much is owed, what time it is.
struct HeaderLine: View {
  let state: State

  func draw(on frame: inout Frame, in area: Rect) {
    frame.fill(area, style: Style(.strip, on: .strip))
    let now = state.workspace.zone.civil(state.now)
    let clock = "\(state.words.day(now.date))  \(TimeWords.clock(now)) "
    frame.put(clock, endingAt: area.right, y: area.y, style: Style(.strip, on: .strip), in: area)
    var x = area.x + 1
    var right = area.right - clock.count - 1
    if let mark = SaveMark(state) {
      frame.put(mark.words, endingAt: right - 1, y: area.y, style: Style(mark.role, on: .strip), in: area)
      right -= Text.width(mark.words) + 3
    }
    // The name gives way before a number does.
    if area.width >= 60 {
      x += frame.put("Rounds", at: Point(x: x, y: area.y), style: Style(.title, on: .strip), in: area)
    } else {
      x -= 3
    }
    for part in parts {
      let width = Text.width(part.words)
      guard x + 3 + width <= right else { break }
      frame.put(part.words, at: Point(x: x + 3, y: area.y), style: Style(part.role, on: .strip), in: area)
      x += 3 + width
    }
  }

  /// Left to right; what finds no room is left out, never half shown.
  private var parts: [(words: String, role: Role)] {
    if state.isFirstStart { return state.author.name.isEmpty ? [] : [(state.author.name, .strip)] }
    let tally = state.tally
    let patients = state.workspace.lists.census.count
    var parts: [(String, Role)] = [
      ("\(signs.now) \(tally.breached) overdue", tally.breached > 0 ? .urgent : .strip),
      ("\(signs.today) \(tally.today) today", tally.today > 0 ? .soon : .strip),
      ("\(tally.open) open", .strip),
      (patients == 1 ? "1 patient" : "\(patients) patients", .strip),
    ]
    if state.problemsUnseen > 0 {
      parts.insert(("\(signs.finding) \(state.problemsUnseen) went wrong", .warning), at: 1)
    }
    if !state.author.name.isEmpty { parts.append((state.author.name, .strip)) }
    return parts
  }
}
