import Care
import Terminal

extension State {
  mutating func pressInFilter(_ field: TextField, _ key: Key) -> [Effect] {
    switch key.code {
    case .enter:
      editing = nil
      if filter(focus)?.isEmpty ?? false {
        changeList(focus) { $0.filter = nil }
        lookThrough()
      } else if Self.asking.contains(focus), let fault = finishedFilter(field.text).query?.faults.first {
        // What can't be read is told before it is left, and stays where it can be mended.
        editing = field
        toast = Toast(words: fault.words, weight: .refused, canUndo: false)
      }
    case .escape: return back()
    case .down: step(focus, by: 1)
    case .up: step(focus, by: -1)
    case .tab: if let completion = completions.first { edit(completed(field, by: completion)) }
    case .right where field.isEmpty: edit(TextField(list(focus)?.lastFilter ?? ""))
    default:
      var field = field
      if field.take(key) { edit(field) }
    }
    return []
  }

  /// The list follows what is typed.
  mutating func edit(_ field: TextField) {
    editing = field
    let filter = filter(for: focus, field.text)
    changeList(focus) {
      $0.show(filter)
      $0.cursor = ListCursor()
    }
    lookThrough()
  }

  /// The lists that understand a query.
  private static let asking: Set<Pane> = [.worklist, .patients, .referrals, .inbox]

  /// What a list is looked through for: a query where it understands one.
  func filter(for pane: Pane, _ text: String) -> Filter {
    Self.asking.contains(pane) ? Filter(Query(text, now: now, calendar: workspace.site.calendar)) : Filter(text)
  }

  /// The same with nothing left to be typed: what is unfinished is a fault now.
  private func finishedFilter(_ text: String) -> Filter {
    Filter(Query(text, now: now, calendar: workspace.site.calendar, isBeingTyped: false))
  }

  /// Dates and lateness are as of a minute: what is shown follows the clock.
  mutating func renewFilter() {
    guard let text = worklist.filter?.text, worklist.filter?.query?.isPlain == false else { return }
    worklist.coming = filter(for: .worklist, text)
  }

  /// Shows all again, the cursor on its row; what was typed can be had again.
  mutating func putFilterAway(_ pane: Pane) {
    changeList(pane) {
      if let text = $0.filter?.text, !text.isEmpty { $0.lastFilter = text }
      $0.show(nil)
    }
    lookThrough()
    restoreCursor(pane)
  }

  // MARK: Completion

  private static let mostCompletions = 12

  /// What the filter that is being typed can be gone on with.
  package var completions: [Query.Completion] {
    guard let field = editing, Self.asking.contains(focus) else { return [] }
    let text = field.text
    func isAsked(_ name: String) -> Bool { Folding.fold(text).contains("\(name):") }
    let typed = text.split(whereSeparator: { ":, ".contains($0) }).last.map(String.init) ?? ""
    func named(_ kind: DirectoryKind) -> [String] {
      names?.matches(typed, kinds: [kind], most: Self.mostCompletions).map(\.name) ?? []
    }
    let people = isAsked("owner") || isAsked("from") || isAsked("with") ? named(.practitioner) : []
    let houses = isAsked("org") || isAsked("with") ? named(.organization) : []
    return Query.completions(
      of: text, at: field.cursor, owners: people, clocks: isAsked("clock") ? workspace.site.clocks.map(\.id) : [],
      organizations: houses)
  }

  private func completed(_ field: TextField, by completion: Query.Completion) -> TextField {
    var field = TextField(completion.text)
    while field.cursor > completion.cursor { field.left() }
    return field
  }
}
