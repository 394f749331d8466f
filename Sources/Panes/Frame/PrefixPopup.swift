import Dashboard
import Terminal

/// After the first key of a sequence, once the hands rest: the keys that may follow. It only shows; the next key goes where it would have gone.
struct PrefixPopup: View {
  let state: State

  func draw(on frame: inout Frame, in area: Rect) {
    guard case .prefix(let bindings) = state.keyMap.match(state.pending, in: state.focus) else { return }
    let rows = bindings.map { binding -> (key: String, title: String, isEnabled: Bool) in
      let isEnabled = state.availability(binding.command).isEnabled
      return (
        key: binding.keys.dropFirst(state.pending.count).map(\.label).joined(),
        // Dimmed is not enough where there is no colour.
        title: binding.command.definition.title + (isEnabled ? "" : ", not now"), isEnabled: isEnabled
      )
    }
    let width = (rows.map { Text.width($0.key) + Text.width($0.title) }.max() ?? 0) + 6
    let size = Size(width: min(width, area.width), height: min(rows.count + 2, area.height - 2))
    let box = Rect(
      x: area.right - size.width - 1, y: area.bottom - size.height - 1, width: size.width, height: size.height)
    let group = bindings.first?.command.definition.group?.rawValue.lowercased()
    let title = [state.pending.map(\.label).joined(), group].compactMap(\.self).joined(separator: "  ")
    let inner = Box(title: title).draw(on: &frame, in: box)
    for (row, entry) in rows.prefix(inner.height).enumerated() {
      let y = inner.y + row
      frame.put(entry.key, at: Point(x: inner.x, y: y), style: Style(.key, on: .overlay), in: inner)
      frame.put(
        entry.title, at: Point(x: inner.x + 3, y: y), style: Style(entry.isEnabled ? .overlay : .dim, on: .overlay),
        in: inner)
    }
  }
}
