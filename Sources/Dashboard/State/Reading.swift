import Care
package import Terminal

/// Text lying over the panes to be read in full: laid out here, so that scrolling ends where the text does.
package struct Reading: Sendable {
  package struct Line: Hashable, Sendable {
    package var words: String
    package var role: Role = .overlay
  }

  package var title: String
  package var lines: [Line]
  /// Of the box, its edge included.
  package var size: Size

  /// The furthest that it can be scrolled.
  package var lastTop: Int { max(0, lines.count - (size.height - 2)) }

  init(title: String, most width: Int, in screen: Size, lines: (Int) -> [Line]) {
    let width = min(screen.width - 4, width)
    let cells = max(1, width - 4)
    // A title too long for the edge is read in full inside.
    let titles = Text.wrap(title, cells: cells)
    self.title = titles.first ?? ""
    let rest = titles.dropFirst().map { Line(words: $0, role: .overlayTitle) }
    self.lines = rest + (rest.isEmpty ? [] : [Line(words: "")]) + lines(cells)
    size = Size(width: width, height: min(screen.height - 4, self.lines.count + 2))
  }
}

extension State {
  /// The text of an overlay that is read; nil for one that is typed into.
  package func reading(_ overlay: Overlay) -> Reading? {
    switch overlay {
    case .thread(let id, _):
      guard let thread = view?.threads.first(where: { $0.id == id }) else { return nil }
      return Reading(title: thread.subject, most: 90, in: size) { cells in
        ThreadLines(state: self, thread: thread, cells: cells).all
      }
    case .detail(let title, let lines, _):
      return Reading(title: title, most: 76, in: size) { cells in
        lines.flatMap { $0.isEmpty ? [""] : Text.wrap($0, cells: cells) }.map { Reading.Line(words: $0) }
      }
    case .scores:
      guard let view else { return nil }
      // People share names: the number tells whose scores these are.
      let number = view.chart.medicalRecordNumber
      let whose = view.chart.listedName + (number.isEmpty ? "" : "  MRN \(number)")
      return Reading(title: "Scores  \(whose)", most: 92, in: size) { cells in
        ScoreLines(view: view, words: words, cells: cells).all
      }
    case .problems(let known, _):
      return Reading(title: "What went wrong  \(problems.count)", most: 84, in: size) { cells in
        problems.enumerated().reversed().flatMap { lines($0.element, isNew: $0.offset >= known, cells: cells) }
      }
    case .referral(let id, _): return reading(ofReferral: id)
    case .handoff(let id, _):
      guard let handoff = view?.chart.handoff(id) else { return nil }
      return Reading(title: view?.chart.listedName ?? "", most: 84, in: size) {
        HandoffLines(state: self, handoff: handoff).all(cells: $0)
      }
    case .measures: return readingOfMeasures
    case .preview(let preview, _): return reading(preview)
    case .conflict(let conflict, _): return reading(conflict)
    case .summary(let summary): return reading(summary)
    case .help, .palette, .themes, .path, .form, .composer: return nil
    }
  }

  private func lines(_ problem: Problem, isNew: Bool, cells: Int) -> [Reading.Line] {
    let head = [words.recent(Moment(problem.at)), problem.about, isNew ? "\(Glyphs.unicode.finding) new" : ""]
    return [
      Reading.Line(words: ""), Reading.Line(words: head.filter { !$0.isEmpty }.joined(separator: "   "), role: .title),
    ]
      + Text.wrap(problem.words, cells: cells).map { Reading.Line(words: $0) }
  }
}
