import Dashboard
import Terminal

/// The last line: the keys that work now, the likeliest first. A hint that does not fit whole is left out.
struct KeyLine: View {
  let state: State

  func draw(on frame: inout Frame, in area: Rect) {
    var x = area.x + 1
    for (keys, label) in hints {
      let width = Text.width(keys) + 1 + Text.width(label)
      guard x + width < area.right else { continue }
      frame.put(keys, at: Point(x: x, y: area.y), style: Style(.key), in: area)
      frame.put(label, at: Point(x: x + Text.width(keys) + 1, y: area.y), style: Style(.keyLabel), in: area)
      x += width + 3
    }
  }

  private var hints: [(String, String)] {
    switch state.overlays.last {
    case .help: return [("Esc", "close"), ("↓ ↑", "scroll"), ("type", "to search")]
    case .palette: return [("Enter", "run"), ("↓ ↑", "choose"), ("Esc", "close")]
    case .thread, .detail: return [("Esc", "close"), ("j k", "scroll")]
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
