import Care

/// One line of the worklist on screen.
package enum WorklistLine: Hashable, Sendable {
  case band(Band)
  /// Position among the rows shown.
  case row(Int)
}

extension State {
  /// The worklist from a row on; in the order of due dates each band is named above its first line on screen. Looks
  /// only at what is shown.
  package func worklistLines(from top: Int, height: Int) -> [WorklistLine] {
    var lines: [WorklistLine] = []
    var current: Band?
    var index = top
    let hasBands = worklist.order(.worklist).column == .due
    while lines.count < height, index < count(.worklist) {
      let band = !hasBands ? nil : work(at: index).map { Band(deadline: $0.deadline, now: now, zone: workspace.zone) }
      if let band, band != current {
        current = band
        lines.append(.band(band))
        if lines.count == height { break }
      }
      lines.append(.row(index))
      index += 1
    }
    return lines
  }

  /// Height of the worklist's rows, less the explanation of the row under the cursor where there is room for both:
  /// because, next, owner, due and the rule, one of them on two lines in a high pane.
  package var worklistHeight: Int {
    let body = bodyHeight(.worklist) - headingHeight(.worklist)
    return body >= 24 ? body - 7 : body >= 16 ? body - 6 : body
  }
}
