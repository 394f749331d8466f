import Care
import Terminal

extension State {
  /// A key goes to the topmost thing that takes keys: an overlay, a field being typed in, the key map.
  mutating func press(_ key: Key) -> [Effect] {
    if isLeaving { return stay(key) }
    toast = nil
    isResting = false
    if !overlays.isEmpty { return pressInOverlay(key) }
    if let field = editing { return pressInFilter(field, key) }
    if jump != nil, pressInJump(key) { return [] }
    if let effects = pressAtFirstStart(key) { return effects }
    pending.append(key)
    switch keyMap.match(pending, in: focus) {
    case .command(let command):
      pending = []
      return perform(command)
    case .prefix:
      return []
    case .none:
      // A slip after a prefix does nothing: read as a key of its own it could close somebody's task.
      if pending.count > 1 || key.character != nil, key.code != .escape {
        let keys = pending.map(\.label).joined()
        toast = Toast(words: "\(keys) is no command here.", weight: .refused, canUndo: false)
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
    case .composer(let composer): paste(text, into: composer)
    case .form(var form):
      form.field.paste(text)
      (form.index, form.fault) = (0, nil)
      overlays[overlays.count - 1] = .form(form)
    case .thread, .detail, .scores, .referral, .handoff, .measures, .preview, .problems, .themes, .conflict, .summary,
      nil:
      break
    }
  }

  private mutating func pressInOverlay(_ key: Key) -> [Effect] {
    guard let overlay = overlays.last else { return [] }
    if key.code == .escape {
      overlays.removeLast()
      if case .composer(let composer) = overlay { return leaveComposer(composer) }
      if case .summary = overlay { leaveTriage() }
      return []
    }
    switch overlay {
    case .help(var field, let top):
      switch key.code {
      case .down: scrollHelp(field, to: top + 1)
      case .up: scrollHelp(field, to: top - 1)
      case .pageDown: scrollHelp(field, to: top + helpHeight)
      case .pageUp: scrollHelp(field, to: top - helpHeight)
      case .enter: overlays.removeLast()
      default: if field.take(key) { setOverlay(.help(field, top: 0)) }
      }
    case .palette(var field, let index):
      switch key {
      case Key(.down), Key(.character("n"), .ctrl):
        let last = max(0, paletteMatches(field.text).count - 1)
        setOverlay(.palette(field, index: min(index + 1, last)))
      case Key(.up), Key(.character("p"), .ctrl): setOverlay(.palette(field, index: max(0, index - 1)))
      case Key(.enter): return runFromPalette()
      default: if field.take(key) { setOverlay(.palette(field, index: 0)) }
      }
    case .thread(let id, let top): return pressInThread(key, id, top: top)
    case .detail(let title, let lines, let top):
      read(key, overlay, top: top) { .detail(title: title, lines: lines, top: $0) }
    case .scores(let top): read(key, overlay, top: top) { .scores(top: $0) }
    case .referral(let id, let top): read(key, overlay, top: top) { .referral(id, top: $0) }
    case .handoff(let id, let top): read(key, overlay, top: top) { .handoff(id, top: $0) }
    case .measures(let top): read(key, overlay, top: top) { .measures(top: $0) }
    case .preview(let preview, let top):
      if key.code == .enter {
        carryOut(preview)
      } else {
        read(key, overlay, top: top) { .preview(preview, top: $0) }
      }
    case .form(let form): return pressInForm(form, key)
    case .composer(let composer): return pressInComposer(composer, key)
    case .conflict(let conflict, let top):
      if key.code == .enter {
        if conflict.isSeen { insist(conflict) }
      } else {
        read(key, overlay, top: top) { .conflict(conflict, top: $0) }
      }
    case .summary:
      if key.code == .enter {
        overlays.removeLast()
        leaveTriage()
      }
    case .path(let field, _): return pressInPath(field, key)
    case .problems(let known, let top):
      read(key, overlay, top: top) { .problems(known: known, top: $0) }
    case .themes(let name): return pressInThemes(name, key)
    }
    return []
  }

  private mutating func scrollHelp(_ field: TextField, to top: Int) {
    let last = helpLines(field.text).count - helpHeight
    setOverlay(.help(field, top: max(0, min(top, last))))
  }

  private mutating func setOverlay(_ overlay: Overlay) { overlays[overlays.count - 1] = overlay }

  /// The keys that move in a list move here too; those that leave close it.
  mutating func read(_ key: Key, _ overlay: Overlay, top: Int, _ make: (Int) -> Overlay) {
    pending.append(key)
    let match = keyMap.match(pending, in: focus)
    if case .prefix = match { return }
    pending = []
    guard case .command(let command) = match else { return }
    let last = reading(overlay)?.lastTop ?? 0
    let page = max(1, (reading(overlay)?.size.height ?? 0) - 3)
    func scroll(_ state: inout State, _ top: Int) { state.setOverlay(make(max(0, min(top, last)))) }
    switch command {
    case .down: scroll(&self, top + 1)
    case .up: scroll(&self, top - 1)
    case .pageDown: scroll(&self, top + page)
    case .pageUp: scroll(&self, top - page)
    case .top: scroll(&self, 0)
    case .bottom: scroll(&self, last)
    case .back, .quit, .open: overlays.removeLast()
    default:
      toast = Toast(
        words: "\(command.definition.title): close this first, with \(keyMap.label(of: .back)).", weight: .refused,
        canUndo: false)
    }
  }

  /// The commands that fit what is typed in the palette. Before anything is: those used lately, then what works here
  /// and now, then the rest.
  package func paletteMatches(_ query: String) -> [Fuzzy.Hit] {
    var commands = CommandDefinition.all
    if query.isEmpty {
      let recent = recentCommands.reversed().map(\.definition)
      let others = commands.filter { !recentCommands.contains($0.id) }
      commands =
        recent + others.filter { availability($0.id).isEnabled } + others.filter { !availability($0.id).isEnabled }
    }
    return Fuzzy.search(query, among: commands, keys: keyMap, recent: recentCommands) {
      availability($0).isEnabled
    }
  }

  private mutating func runFromPalette() -> [Effect] {
    guard case .palette(let field, let index) = overlays.last else { return [] }
    let matches = paletteMatches(field.text)
    guard !matches.isEmpty else { return [] }
    let command = matches[min(index, matches.count - 1)].command.id
    if case .disabled(let why) = availability(command) {
      toast = Toast(words: "\(command.definition.title): \(why).", weight: .refused, canUndo: false)
      return []
    }
    overlays.removeLast()
    return perform(command)
  }
}
