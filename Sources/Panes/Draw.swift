package import Dashboard
package import Terminal

/// Draws the whole screen. Pure: the same state gives the same frame, on a terminal, in a file or in a test.
package func draw(_ state: State) -> Frame {
  var frame = Frame(size: state.size)
  let arrangement = state.arrangement
  if arrangement.form == .tooSmall {
    TooSmall(size: state.size).draw(on: &frame, in: frame.bounds)
    return frame
  }
  if let triage = state.triage {
    TriageHeader(state: state, triage: triage).draw(on: &frame, in: arrangement.header)
  } else {
    HeaderLine(state: state).draw(on: &frame, in: arrangement.header)
  }
  if state.isFirstStart {
    FirstStart(state: state).draw(on: &frame, in: frame.bounds.inset(top: 1, bottom: 1))
  } else {
    PatientStrip(state: state).draw(on: &frame, in: arrangement.strip)
    if let tabs = arrangement.tabs, state.triage == nil { TabLine(state: state).draw(on: &frame, in: tabs) }
    for pane in Pane.allCases {
      if let area = arrangement.panes[pane] { view(of: pane, state).draw(on: &frame, in: area) }
    }
    drawBorders(of: arrangement, on: &frame)
  }
  KeyLine(state: state).draw(on: &frame, in: arrangement.keys)
  if let work = state.work { WorkLine(work: work, state: state).draw(on: &frame, in: arrangement.toast) }
  if let toast = state.toast { ToastLine(toast: toast, state: state).draw(on: &frame, in: arrangement.toast) }
  if state.isResting { PrefixPopup(state: state).draw(on: &frame, in: frame.bounds) }
  for overlay in state.overlays { view(of: overlay, state)?.draw(on: &frame, in: frame.bounds) }
  return frame
}

/// The lines between panes that stand side by side, one from top to bottom, joined to the rules they meet.
private func drawBorders(of arrangement: Arrangement, on frame: inout Frame) {
  for column in Dictionary(grouping: arrangement.panes.values.filter { $0.x > 0 }, by: \.x).values {
    guard let top = column.map(\.y).min(), let bottom = column.map(\.bottom).max() else { continue }
    frame.rule(down: Point(x: column[0].x, y: top), height: bottom - top)
  }
}

/// Something that draws itself into a part of a frame.
protocol View {
  func draw(on frame: inout Frame, in area: Rect)
}

private func view(of pane: Pane, _ state: State) -> any View {
  switch pane {
  case .worklist: WorklistPane(state: state)
  case .patients: PatientsPane(state: state)
  case .referrals: ReferralsPane(state: state)
  case .inbox: InboxPane(state: state)
  case .journey: JourneyPane(state: state)
  case .chart: ChartPane(state: state)
  case .team: TeamPane(state: state)
  case .messages: MessagesPane(state: state)
  case .triage: TriagePane(state: state)
  }
}

private func view(of overlay: Overlay, _ state: State) -> (any View)? {
  switch overlay {
  case .help(let field, let top): HelpOverlay(state: state, field: field, top: top)
  case .palette(let field, let index): PaletteOverlay(state: state, field: field, index: index)
  case .thread(_, let top), .detail(_, _, let top), .scores(let top), .referral(_, let top), .handoff(_, let top),
    .measures(let top),
    .preview(_, let top), .problems(_, let top),
    .conflict(_, let top):
    state.reading(overlay).map { ReadingOverlay(reading: $0, top: top) }
  case .summary: state.reading(overlay).map { ReadingOverlay(reading: $0, top: 0) }
  case .composer(let composer): ComposerOverlay(state: state, composer: composer)
  case .form(let form): FormOverlay(state: state, form: form)
  case .themes(let name): ThemesOverlay(state: state, name: name)
  case .path(let field, let choices): PathOverlay(field: field, choices: choices, lost: state.lostPath)
  }
}
