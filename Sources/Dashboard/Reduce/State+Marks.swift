package import Care

extension State {
  /// What holds a line's identity among the marks.
  package func mark(_ pane: Pane, at index: Int) -> (line: LineID, patient: PatientID)? {
    switch pane {
    case .worklist: work(at: index).map { ($0.item, $0.patient) }
    case .inbox: threadRow(at: index).map { ($0.thread, $0.patient) }
    case .patients, .journey, .chart, .team, .messages: nil
    }
  }

  mutating func toggleMark() {
    guard let mark = mark(focus, at: cursor(focus).index) else { return }
    changeList(focus) {
      if $0.marks.removeValue(forKey: mark.line) == nil {
        $0.marks[mark.line] = mark.patient
        $0.anchor = mark.line
      } else {
        $0.anchor = nil
      }
    }
    step(focus, by: 1)
  }

  mutating func markRange() {
    let here = cursor(focus).index
    guard let anchor = list(focus)?.anchor,
      let from = (0..<count(focus)).first(where: { mark(focus, at: $0)?.line == anchor })
    else { return toggleMark() }
    let lines = (min(from, here)...max(from, here)).compactMap { mark(focus, at: $0) }
    changeList(focus) { list in for mark in lines { list.marks[mark.line] = mark.patient } }
  }

  /// More than this are not marked at once: nobody could look them over.
  static let mostMarks = 1_000

  mutating func markAll() {
    if list(focus)?.marks.isEmpty == false {
      changeList(focus) { ($0.marks, $0.anchor) = ([:], nil) }
      return
    }
    let count = count(focus)
    guard count <= Self.mostMarks else {
      toast = Toast(
        words: "\(count) lines are more than can be looked over; \(keyMap.label(of: .filter)) shows fewer.",
        weight: .refused,
        canUndo: false)
      return
    }
    let lines = (0..<count).compactMap { mark(focus, at: $0) }
    changeList(focus) { list in for mark in lines { list.marks[mark.line] = mark.patient } }
  }

  /// A line that somebody settled can be marked no longer.
  mutating func forgetGoneMarks() {
    for pane in [Pane.worklist, .inbox] {
      guard let marks = list(pane)?.marks, !marks.isEmpty else { continue }
      let gone = marks.filter { line, patient in
        // Only a chart at hand can tell.
        guard let chart = workspace.chart(patient) else { return false }
        return pane == .worklist
          ? !chart.openItems.contains { $0.id == line } : !chart.threads.contains { $0.id == line }
      }
      for line in gone.keys { changeList(pane) { $0.marks[line] = nil } }
    }
  }
}
