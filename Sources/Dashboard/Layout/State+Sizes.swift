import Terminal

extension State {
  /// Moves the border of the focused pane by one step.
  mutating func resize(_ command: CommandID) -> [Effect] {
    if command == .evenOut {
      proportions = Proportions()
      return [.remember(proportions)]
    }
    let isWidth = command == .widen || command == .narrow
    let grows = command == .widen || command == .heighten
    let found = isWidth ? arrangement.border(beside: focus) : arrangement.border(below: focus)
    guard let (border, isAfter) = found else { return [] }
    let step = isWidth ? 2 : 1
    return move(border, to: border.at + (grows == isAfter ? step : -step))
  }

  /// Moves a border as far as the panes beside it can give way.
  mutating func move(_ border: Border, to place: Int) -> [Effect] {
    let before = proportions
    proportions = border.moved(to: place, in: proportions)
    // What the panes could not give is not kept, or the next steps back would do nothing.
    if let now = arrangement.borders.first(where: { $0.share == border.share }) {
      proportions = now.at == border.at ? before : now.moved(to: now.at, in: before)
    }
    return proportions == before ? [] : [.remember(proportions)]
  }
}
