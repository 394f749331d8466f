import Care
import Terminal

extension State {
  /// A key goes to the topmost thing that takes keys: an overlay, a field being typed in, the key map.
  mutating func press(_ key: Key) -> [Effect] {
    if isLeaving { return stay(key) }
    toast = nil
    isResting = false
    if !overlays.isEmpty { return pressInOverlay(key) }
    if let effects = pressAtFirstStart(key) { return effects }
    if let field = editing { return pressInFilter(field, key) }
    if jump != nil, pressInJump(key) { return [] }
    pending.append(key)
    switch keyMap.match(pending, in: focus) {
    case .command(let command):
      pending = []
      return perform(command)
    case .prefix:
      return []
    case .none:
      // A slip after a prefix does nothing: read as a key of its own it could close somebody's task.
      if pending.count > 1, key.code != .escape {
        let keys = pending.map(\.label).joined()
        toast = Toast(words: "\(keys) is no command.", weight: .refused, canUndo: false)
      }
      pending = []
      return []
    }
  }

  mutating func paste(_ text: String) {
    if var field = editing {
      field.paste(text)
      edit(field)
      return
    }
    switch overlays.last {
    case .help(var field, _):
      field.paste(text)
      overlays[overlays.count - 1] = .help(field, top: 0)
    case .palette(var field, _):
      field.paste(text)
      overlays[overlays.count - 1] = .palette(field, index: 0)
    case .path(var field, _):
      field.paste(text)
      overlays[overlays.count - 1] = .path(field, choices: [])
    case .thread, .detail, .problems, nil: break
    }
  }

  private mutating func pressInOverlay(_ key: Key) -> [Effect] {
    guard let overlay = overlays.last else { return [] }
    if key.code == .escape {
      overlays.removeLast()
      return []
    }
    switch overlay {
    case .help(var field, let top):
      switch key.code {
      case .down: setOverlay(.help(field, top: top + 1))
      case .up: setOverlay(.help(field, top: max(0, top - 1)))
      case .pageDown: setOverlay(.help(field, top: top + 10))
      case .pageUp: setOverlay(.help(field, top: max(0, top - 10)))
      case .enter: overlays.removeLast()
      default: if field.take(key) { setOverlay(.help(field, top: 0)) }
      }
    case .palette(var field, let index):
      switch key {
      case Key(.down), Key(.character("n"), .ctrl): setOverlay(.palette(field, index: index + 1))
      case Key(.up), Key(.character("p"), .ctrl): setOverlay(.palette(field, index: max(0, index - 1)))
      case Key(.enter): return runFromPalette()
      default: if field.take(key) { setOverlay(.palette(field, index: 0)) }
      }
    case .thread(let id, let top):
      scrollOverlay(key, top: top) { .thread(id, top: $0) }
    case .detail(let title, let lines, let top):
      scrollOverlay(key, top: top) { .detail(title: title, lines: lines, top: $0) }
    case .path(let field, _): return pressInPath(field, key)
    case .problems(let known, let top):
      scrollOverlay(key, top: top) { .problems(known: known, top: $0) }
    }
    return []
  }

  private mutating func setOverlay(_ overlay: Overlay) { overlays[overlays.count - 1] = overlay }

  /// The keys that move in a list move here too; those that leave close it.
  private mutating func scrollOverlay(_ key: Key, top: Int, _ make: (Int) -> Overlay) {
    guard case .command(let command) = keyMap.match([key], in: focus) else { return }
    let page = max(1, size.height / 2)
    switch command {
    case .down: setOverlay(make(top + 1))
    case .up: setOverlay(make(max(0, top - 1)))
    case .pageDown: setOverlay(make(top + page))
    case .pageUp: setOverlay(make(max(0, top - page)))
    case .top: setOverlay(make(0))
    case .back, .quit, .open: overlays.removeLast()
    default: break
    }
  }

  /// The commands that fit what is typed in the palette, those used lately first when nothing is.
  package func paletteMatches(_ query: String) -> [CommandDefinition] {
    let found = Fuzzy.search(query, among: CommandDefinition.all, keys: keyMap)
    guard query.isEmpty else { return found }
    let recent = recentCommands.reversed().map(\.definition)
    return recent + found.filter { command in !recentCommands.contains(command.id) }
  }

  private mutating func runFromPalette() -> [Effect] {
    guard case .palette(let field, let index) = overlays.last else { return [] }
    let matches = paletteMatches(field.text)
    guard !matches.isEmpty else { return [] }
    let command = matches[min(index, matches.count - 1)].id
    if case .disabled(let why) = availability(command) {
      toast = Toast(words: "\(command.definition.title): \(why).", weight: .refused, canUndo: false)
      return []
    }
    overlays.removeLast()
    return perform(command)
  }
}
