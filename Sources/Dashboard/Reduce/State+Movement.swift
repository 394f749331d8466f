import Care
import Terminal

extension State {
  mutating func step(_ pane: Pane, by lines: Int) {
    let last = max(0, count(pane) - 1)
    change(pane) {
      $0.index = min(max(0, $0.index + lines), last)
      $0.key = nil
    }
    if pane == .journey { revealSelectedEvent() }
  }

  /// Puts the cursor back on the row it was on, wherever that row is now.
  mutating func restoreCursor(_ pane: Pane) {
    guard let key = cursor(pane).key, let position = position(pane, of: key),
      let index = list(pane)?.index(of: position)
    else { return }
    let shift = index - cursor(pane).index
    // The rows around it keep their lines on the screen too; but who looks at the top sees what comes in there.
    change(pane) {
      $0.index = index
      if $0.top > 0 { $0.top = max(0, $0.top + shift) }
    }
  }

  /// After every action: cursors inside their lists and on screen, and the patient in view the one under the cursor.
  mutating func settle() -> [Effect] {
    for pane in Pane.allCases where arrangement.panes[pane] != nil || pane == focus { keepInSight(pane) }
    // What a form asks about stays in view until it is answered.
    if overlays.contains(where: { if case .form = $0 { true } else { false } }) { return [] }
    if let item = triage?.item { return bringIntoView(item.patient) }
    guard focus.slot == .left || patient == nil else { return [] }
    let list = focus.slot == .left ? focus : left
    guard let under = patient(list, at: cursor(list).index) else {
      // Nothing is under the cursor, so nobody's record may stand beside the list.
      if count(list) == 0, filter(list)?.isComplete ?? false { showNobody() }
      return []
    }
    return bringIntoView(under)
  }

  private mutating func bringIntoView(_ under: PatientID) -> [Effect] {
    if under == patient, view?.chart.id == under || unreadable == under { return [] }
    patient = under
    unreadable = nil
    if let chart = workspace.chart(under) {
      show(under, chart)
      return []
    }
    return [.readChart(under)]
  }

  private mutating func keepInSight(_ pane: Pane) {
    let count = count(pane)
    let height = height(of: pane)
    change(pane) { $0.index = min(max(0, $0.index), max(0, count - 1)) }
    let index = cursor(pane).index
    var top = min(cursor(pane).top, max(0, count - 1))
    if index < top { top = index }
    if let lines = headed(pane) {
      top = headedTop(top, height: height, cursor: index, last: count - 1, lines)
    } else {
      top = max(top, index - height + 1)
      if count - top < height { top = max(0, count - height) }
    }
    let key = key(pane, index)
    change(pane) {
      $0.top = max(0, top)
      if let key { $0.key = key }
    }
  }

  /// The rows on screen of a list that names its bands between them; nil for one that has none.
  private func headed(_ pane: Pane) -> ((_ top: Int, _ height: Int) -> [Int])? {
    switch pane {
    case .worklist:
      { top, height in
        worklistLines(from: top, height: height).compactMap { if case .row(let row) = $0 { row } else { nil } }
      }
    case .referrals:
      { top, height in
        boardLines(from: top, height: height).compactMap { if case .row(let row) = $0 { row } else { nil } }
      }
    default: nil
    }
  }

  /// The first row at which the row under the cursor is on screen, the bands' names counted in.
  private func headedTop(
    _ top: Int, height: Int, cursor index: Int, last: Int, _ lines: (_ top: Int, _ height: Int) -> [Int]
  ) -> Int {
    var top = max(top, index - height + 1)
    while top < index, !lines(top, height).contains(index) { top += 1 }
    // Nothing is out of sight above while there is room below.
    while top > 0, lines(top - 1, height).contains(last) { top -= 1 }
    return top
  }

  /// Rows of a list that its pane has room for.
  package func height(of pane: Pane) -> Int {
    switch pane {
    case .worklist: max(1, worklistHeight)
    case .journey: max(1, journeyShares?.list ?? 0)
    // A thread takes two lines: its subject, and who wrote last.
    case .messages: max(1, bodyHeight(.messages) / 2)
    case .patients, .inbox: max(1, bodyHeight(pane) - headingHeight(pane))
    case .referrals: max(1, boardHeight)
    case .chart, .team, .triage: max(1, bodyHeight(pane))
    }
  }
}
