import Care
import Terminal

extension State {
  /// Leaves as soon as nothing waits for the disk and no work is under way.
  mutating func leave() -> [Effect] {
    // Asked a second time, what was being imported is left where it is; what came in stays.
    if isLeaving, work != nil { work = nil }
    isLeaving = true
    if saving.isEmpty, work == nil { return [] }
    knownProblems = knownProblems ?? problems.count
    let what = work == nil ? "Saving" : "Stopping the import"
    toast = Toast(words: "\(what); leaves when all is on the disk. Esc stays.", weight: .done, canUndo: false)
    return cancelWork()
  }

  /// While leaving, Esc changes one's mind; other keys would be lost with the screen.
  mutating func stay(_ key: Key) -> [Effect] {
    if key.code == .escape { (isLeaving, knownProblems, toast) = (false, nil, nil) }
    return []
  }

  /// Whether the time to leave has come.
  mutating func leaveIfSaved() -> [Effect] {
    guard isLeaving, !isDone, saving.isEmpty, work == nil else { return [] }
    isDone = true
    return (showsLook ? [.look(at: nil)] : []) + [.quit]
  }

  /// What went wrong after the person had asked to leave and could no longer look; without names, since it is told
  /// where others may read it.
  package var farewell: [String] { problems.dropFirst(knownProblems ?? problems.count).map(\.words) }
}
