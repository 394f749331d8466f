import Care
import Terminal

extension State {
  /// Whether the key was one of jumping; another ends it and does its own work.
  mutating func pressInJump(_ key: Key) -> Bool {
    guard var jump else { return false }
    switch key {
    case Key(.enter): self.jump = nil
    case Key(.escape):
      changeList(focus) { $0.cursor = jump.start }
      restoreCursor(focus)
      self.jump = nil
    // The same letters again, further down.
    case Key(.tab), Key(.down): look(from: cursor(focus).index + 1)
    default:
      guard jump.field.take(key) else {
        self.jump = nil
        return false
      }
      self.jump = jump
      let start = jump.start.key.flatMap { position(focus, of: $0) }.flatMap { list(focus)?.index(of: $0) }
      look(from: start ?? 0)
    }
    return true
  }

  private mutating func look(from index: Int) {
    jump?.isLost = false
    let count = count(focus)
    jump?.rest = (index, count)
    lookForJump()
  }

  /// Looks at the next lines, from the end on at the first ones.
  mutating func lookForJump() {
    guard let jump, let (next, left) = jump.rest else { return }
    self.jump?.rest = nil
    let letters = Folding.fold(jump.field.text)
    let count = count(focus)
    guard count > 0, !letters.isEmpty else { return }
    let slice = min(left, Sorting.slice)
    for offset in 0..<slice {
      let index = (next + offset) % count
      guard let name = patientName(focus, at: index) else {
        self.jump?.rest = (index, left - offset)
        return
      }
      if Jump.fits(name, letters) {
        change(focus) { ($0.index, $0.key) = (index, nil) }
        return
      }
    }
    if left > slice { self.jump?.rest = ((next + slice) % count, left - slice) } else { self.jump?.isLost = true }
  }

  private func patientName(_ pane: Pane, at index: Int) -> String? {
    switch pane {
    case .worklist: work(at: index)?.patientName
    case .patients: patientRow(at: index)?.name
    case .referrals: referralRow(at: index)?.patientName
    case .inbox: threadRow(at: index)?.patientName
    case .journey, .chart, .team, .messages, .triage: nil
    }
  }

  /// The next slice of whatever is being looked for.
  mutating func lookOn() {
    lookThrough()
    lookForJump()
  }
}
