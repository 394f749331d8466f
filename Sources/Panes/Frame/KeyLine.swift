import Dashboard
import Terminal

/// The last line: the keys that work now, the likeliest first. A hint that does not fit whole is left out.
struct KeyLine: View {
  let state: State

  func draw(on frame: inout Frame, in area: Rect) {
    let hints = hints
    if area.height > 1 { return wrap(hints, on: &frame, in: area) }
    // How to find everything else, and how to leave, stay in sight on any screen.
    let fixed = state.overlays.isEmpty && state.editing == nil && state.jump == nil ? hints.suffix(2) : []
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

  /// On two lines, where there are many verbs.
  private func wrap(_ hints: [(keys: String, label: String)], on frame: inout Frame, in area: Rect) {
    var (x, y) = (area.x + 1, area.y)
    for hint in hints {
      if x + width(hint) > area.right - 1 { (x, y) = (area.x + 1, y + 1) }
      if y == area.bottom { return }
      put(hint, x: x, on: &frame, in: area.row(y - area.y))
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
    case .preview: return [("Enter", "do it"), ("Esc", "leave all as it is"), ("j k", "scroll")]
    case .form(let form):
      let choose = state.choices(form).count > 1 ? [("↓ ↑", "choose")] : []
      let back = form.canGoBack ? [(Key(.backTab).label, "a step back")] : []
      return [("Enter", "takes it")] + choose + back + [("Esc", "leave all as it is")]
    case .composer(let composer):
      if !state.mentioned(composer).isEmpty {
        return [("Tab", "takes the name"), ("↓ ↑", "choose"), ("Esc", "leave, kept")]
      }
      return CommandDefinition.all.filter { CommandID.ofComposer.contains($0.id) && $0.hint != nil }
        .sorted { $0.hint ?? 0 < $1.hint ?? 0 }
        .map {
          (
            state.keyMap.label(of: $0.id),
            $0.title.count > 1 && $0.title == $0.title.uppercased() ? $0.title : $0.title.lowercased()
          )
        } + [("Esc", "leave, kept")]
    case .conflict(let conflict, _):
      return (conflict.isOpen ? [("Enter", "do yours all the same")] : []) + [("Esc", "leave it as it is")]
    case .summary: return [("Enter", "done")]
    case .path: return [("Enter", "import"), ("Tab", "complete"), ("Esc", "close")]
    case .thread:
      return ([.reply, .acknowledge, .newTask, .nextUnread] as [CommandID]).map {
        (state.keyMap.label(of: $0), $0.definition.title.lowercased())
      } + [("Esc", "close"), ("j k", "scroll")]
    case .detail, .scores, .referral, .handoff, .measures, .problems: return [("Esc", "close"), ("j k", "scroll")]
    case .themes: return [("Enter", "keep"), ("↓ ↑", "look"), ("Esc", "put back")]
    case nil: break
    }
    if let field = state.editing {
      let again = field.isEmpty && state.list(state.focus)?.lastFilter.isEmpty == false ? [("→", "last filter")] : []
      return [("Enter", "keep filter"), ("↓ ↑", "choose"), ("Esc", "show all")] + again
    }
    if state.jump != nil { return [("Enter", "stay"), ("Tab", "next"), ("Esc", "back")] }
    // Whether a command works is asked only of those that could stand here: this is drawn with every key.
    let definitions = CommandDefinition.all.filter { definition in
      (definition.hint != nil || definition.group != nil) && definition.panes?.contains(state.focus) ?? true
        && state.availability(definition.id).isEnabled
        && (!state.isFirstStart || [.quit, .help, .palette].contains(definition.id))
    }
    var hints = definitions.compactMap { definition in
      definition.hint.map { (place: $0, keys: state.keyMap.label(of: definition.id), label: label(definition)) }
    }
    for group in CommandDefinition.Group.allCases {
      let commands = definitions.filter { $0.group == group }
      if commands.count > 1, let keys = state.keyMap.prefix(of: commands.map(\.id)) {
        hints.append((group.hint, keys.map(\.label).joined(), group.rawValue.lowercased()))
      }
    }
    return firstHints + hints.filter { !$0.keys.isEmpty }.sorted { $0.place < $1.place }.map { ($0.keys, $0.label) }
  }

  /// The keys of the first screen, while they are what there is to do.
  private var firstHints: [(keys: String, label: String)] {
    guard state.isFirstStart else { return [] }
    return State.firstKeys.filter { state.availability($0.command).isEnabled }.compactMap { key, command in
      FirstStart.titles[command].map { (key.label, $0.lowercased()) }
    }
  }

  /// A verb; with how many lines it would change, where some are marked.
  private func label(_ definition: CommandDefinition) -> String {
    let title = definition.title.lowercased()
    let marks = state.worklist.marks.count
    return marks > 0 && definition.id.changesItem ? "\(title) \(marks)" : title
  }
}
