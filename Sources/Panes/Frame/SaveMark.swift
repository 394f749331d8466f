import Dashboard
import Terminal

/// Whether what this person changed is on the disk. Nothing is said before they have changed anything.
struct SaveMark {
  let words: String
  let role: Role

  init?(_ state: State) {
    if !state.saving.isEmpty {
      words = state.saving.count > 1 ? "saving \(state.saving.count)\(Text.ellipsis)" : "saving\(Text.ellipsis)"
      role = .warning
    } else if state.saving.isAtRest {
      words = "saved \(signs.done)"
      role = .strip
    } else {
      return nil
    }
  }
}
