import Care
import Dashboard
import Terminal

/// Referrals of all patients: a board by state, or a list in the order asked for; below it, what is said of the one under
/// the cursor.
struct ReferralsPane: View {
  let state: State

  func draw(on frame: inout Frame, in area: Rect) {
    let open = state.workspace.lists.tally.openCount
    let note = state.workspace.lists.isLoaded ? "\(open) open" : ""
    let body = PaneTitle(pane: .referrals, state: state, note: note).draw(on: &frame, in: area)
    if state.count(.referrals) == 0 {
      if state.editing != nil, state.focus == .referrals { FilterLine(state: state).draw(on: &frame, in: body.row(0)) }
      let words =
        state.referrals.filter == nil
        ? "No referrals yet. In the worklist or the patients, r asks somebody to take part in the care."
        : state.referrals.filter?.isComplete == false
          ? "Looking\(Text.ellipsis)" : "No referral fits this. Esc shows all."
      sayEmpty(words, on: &frame, in: body.inset(top: 1))
      return
    }
    let table = Table(.referrals, state, in: body)
    let rows = table.drawHeading(on: &frame, in: body)
    if state.editing != nil, state.focus == .referrals { FilterLine(state: state).draw(on: &frame, in: body.row(0)) }
    for (y, line) in state.boardLines(from: state.referrals.cursor.top, height: state.boardHeight).enumerated() {
      switch line {
      case .state(let referralState):
        heading(
          "\(referralState.number) \(referralState.words)", count: state.workspace.lists.tally.open[referralState],
          on: &frame, in: rows.row(y))
      case .over: heading("Over", count: state.workspace.lists.tally.closed, on: &frame, in: rows.row(y))
      case .row(let index): draw(index, table, on: &frame, in: rows.row(y))
      }
    }
    if rows.height > state.boardHeight {
      drawStanding(on: &frame, in: rows.cut(.bottom, rows.height - state.boardHeight).part)
    }
  }

  /// The state in its number and its word; of the whole list, how many there are.
  private func heading(_ words: String, count: Int?, on frame: inout Frame, in row: Rect) {
    let isWhole = state.referrals.filter == nil && state.workspace.lists.isLoaded
    let told = isWhole ? "\(words)  \(count ?? 0)" : words
    frame.put(told, at: Point(x: row.x + 1, y: row.y), fit: row.width - 2, style: Style(.dim, [.bold]), in: row)
  }

  private func draw(_ index: Int, _ table: Table, on frame: inout Frame, in row: Rect) {
    guard let referral = state.referralRow(at: index) else {
      frame.put(Text.ellipsis, at: Point(x: row.x + 3, y: row.y), style: Style(.dim), in: row)
      return
    }
    let isLate = !referral.isClosed && referral.deadline.map { $0 <= state.now } ?? false
    let sign: (String, Style)? =
      state.saving.concerns(referral.referral)
      ? (Text.ellipsis, Style(.dim)) : isLate ? (Band.breached.sign, Style(.urgent, [.bold])) : nil
    let text = Style(referral.isClosed ? .dim : .text)
    table.draw(index, sign: sign, on: &frame, in: row) { column in
      switch column {
      case .status: (referral.state.number, Style(.dim))
      case .patient: (referral.patientName, text)
      case .priority: (referral.priority?.rawValue ?? "", Style(.dim))
      case .what:
        (referral.service, Style(referral.priority?.isUrgent ?? false ? .bright : referral.isClosed ? .dim : .text))
      case .organization: (state.workspace.directory.naming(referral.recipient).words, Style(.dim))
      case .next: (referral.isOnHold ? "on hold" : referral.next.words, text)
      case .owner:
        referral.next == .none
          ? ("", Style(.dim))
          : referral.owner.isEmpty ? ("nobody yet", Style(.soon)) : (state.naming(referral.owner), Style(.dim))
      case .clock: (referral.clocks.first ?? "", Style(.dim))
      case .days: (days(referral), Style(.dim))
      default:
        referral.isClosed
          ? ("", Style(.dim))
          : (state.words.due(referral.due, deadline: referral.deadline), Style(isLate ? .urgent : .text))
      }
    }
  }

  /// Whole days in its state.
  private func days(_ referral: ReferralRow) -> String {
    guard let since = referral.since else { return "–" }
    return "\(max(0, (state.now.milliseconds - since.milliseconds) / 86_400_000)) d"
  }

  /// Why, what next, whose and by when, as in the worklist.
  private func drawStanding(on frame: inout Frame, in area: Rect) {
    frame.divide(area)
    guard let referral = state.referralInHand else { return }
    let bounds = area.inset(left: 1, right: 1, top: 1)
    var y = bounds.y
    for (label, words) in state.standing(of: referral) where y < bounds.bottom {
      frame.put(label, at: Point(x: bounds.x, y: y), style: Style(.dim), in: bounds)
      frame.put(words, at: Point(x: bounds.x + 9, y: y), fit: bounds.width - 9, style: Style(.text), in: bounds)
      y += 1
    }
  }
}
