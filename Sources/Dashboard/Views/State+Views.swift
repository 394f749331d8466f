import Care
import Terminal

extension CommandID {
  static let views: [CommandID] = [.view1, .view2, .view3, .view4, .view5, .view6, .view7, .view8, .view9]
}

extension State {
  package func view(_ number: Int) -> SavedView? {
    views.first { $0.number == number } ?? SavedView.usual.first { $0.number == number }
  }

  func availabilityOfView(_ id: CommandID) -> Availability {
    if id == .keepView { return .enabled }
    let number = (CommandID.views.firstIndex(of: id) ?? 0) + 1
    return view(number) == nil
      ? .disabled("nothing is kept under \(number); \(keyMap.label(of: .keepView)) keeps a view") : .enabled
  }

  mutating func performView(_ command: CommandID) -> [Effect] {
    if command == .keepView {
      openForm(.keepView)
    } else if let view = view((CommandID.views.firstIndex(of: command) ?? 0) + 1) {
      show(view: view.filter)
      worklist.sorting = view.order == .natural(.worklist) ? nil : Sorting(view.order)
      worklist.cursor = ListCursor()
      lookThrough()
      let fault = worklist.filter?.query?.faults.first.map { "\(view.number)  \(view.name): \($0.words)" }
      toast = Toast(
        words: fault ?? "\(view.number)  \(view.name)  \(view.filter)", weight: fault == nil ? .done : .refused,
        canUndo: false)
    }
    return []
  }

  /// Shows what a filter finds; an empty one shows all.
  mutating func show(view text: String) {
    editing = nil
    worklist.show(text.isEmpty ? nil : filter(for: .worklist, text))
    worklist.cursor = ListCursor()
    lookThrough()
  }

  mutating func keep(_ view: SavedView) -> [Effect] {
    views.removeAll { $0.number == view.number }
    views.append(view)
    views.sort { $0.number < $1.number }
    toast = Toast(words: "\(view.number) shows \(view.name) from now on.", weight: .done, canUndo: false)
    return [.rememberViews(views)]
  }
}
