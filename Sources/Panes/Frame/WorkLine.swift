import Dashboard
import Terminal

/// How far long work has come, above the line of keys. It changes when something has, and at no other time.
struct WorkLine: View {
  let work: Work
  let state: State

  func draw(on frame: inout Frame, in area: Rect) {
    frame.fill(area, style: Style(.strip, on: .strip))
    var right = area.right - 1
    if !work.isStopping {
      let key = state.keyMap.label(of: .cancelWork)
      right -= Text.width(key) + 6
      let x = right + frame.put(key, at: Point(x: right, y: area.y), style: Style(.key, on: .strip), in: area)
      frame.put(" stops", at: Point(x: x, y: area.y), style: Style(.strip, on: .strip), in: area)
      right -= 3
    }
    let facts = facts
    right -= Text.width(facts)
    frame.put(facts, at: Point(x: right, y: area.y), style: Style(.strip, on: .strip), in: area)
    let what = work.isStopping ? "Stopping the import" : "Importing"
    frame.put(
      "\(what)  \(work.path)", at: Point(x: area.x + 1, y: area.y), fit: max(0, right - area.x - 3),
      style: Style(.title, on: .strip), in: area)
  }

  private var facts: String {
    guard let progress = work.progress else { return "looking at the files" }
    // A single file would stand at none until the end.
    let share =
      progress.filesTotal == 1
      ? "\(progress.percent) %" : "\(progress.filesDone) of \(progress.filesTotal) files"
    return [progress.note, share].filter { !$0.isEmpty }.joined(separator: "   ")
  }
}
