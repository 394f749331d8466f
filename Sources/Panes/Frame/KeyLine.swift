import Dashboard
import Terminal

/// The last line: the keys that work now, the likeliest first. A hint that does not fit whole is left out.
struct KeyLine: View {
  let state: State

  func draw(on frame: inout Frame, in area: Rect) {
    let hints = hints
    // How to find everything else, and how to leave, stay in sight on any screen.
    let fixed = state.overlays.isEmpty && state.editing == nil ? hints.suffix(2) : []
    var right = area.right - 1
    for hint in fixed.reversed() {
      right -= width(hint)
      put(hint, x: right, on: &frame, in: area)
      right -= 3
    }
    var x = area.x + 1
    for hint in hints.dropLast(fixed.count) where x + width(hint) <= right {
      put(hint, x: x, on: &frame, in: area)
      x += width(hint) + 3
    }
  }

  private func width(_ hint: (keys: String, label: String)) -> Int {
    Text.width(hint.keys) + 1 + Text.width(hint.label)
  }

  private func put(_ hint: (keys: String, label: String), x: Int, on frame: inout Frame, in area: Rect) {
    frame.put(hint.keys, at: Point(x: x, y: area.y), style: Style(.key), in: area)
    frame.put(hint.label, at: Point(x: x + Text.width(hint.keys) + 1, y: area.y), style: Style(.keyLabel), in: area)
  }

  private var hints: [(keys: String, label: String)] {
    switch state.overlays.last {
    case .help: return [("Esc", "close"), ("↓ ↑", "scroll"), ("type", "to search")]
    case .palette: return [("Enter", "run"), ("↓ ↑", "choose"), ("Esc", "close")]
    case .path: return [("Enter", "import"), ("Tab", "complete"), ("Esc", "close")]
    case .thread, .detail, .problems: return [("Esc", "close"), ("j k", "scroll")]
    case nil: break
    }
    if state.editing != nil { return [("Enter", "keep filter"), ("↓ ↑", "choose"), ("Esc", "show all")] }
    let definitions = CommandDefinition.all.filter { definition in
      definition.hint != nil && state.availability(definition.id).isEnabled
        && (!state.isFirstStart || [.quit, .help, .palette].contains(definition.id))
    }.sorted { ($0.hint ?? 0) < ($1.hint ?? 0) }
    return definitions.compactMap { definition in
      guard let keys = state.keyMap.keys(of: definition.id).first else { return nil }
      return (keys.map(\.label).joined(), definition.title.lowercased())
    }
  }
}
