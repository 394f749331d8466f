import Care

/// One line of the worklist on screen.
package enum WorklistLine: Hashable, Sendable {
  case band(Band)
  /// What the lines below have in common, in an order that puts like to like.
  case group(String)
  /// Position among the rows shown.
  case row(Int)
}

extension State {
  /// The worklist from a row on; in the order of due dates each band is named above its first line on screen. Looks
  /// only at what is shown.
  package func worklistLines(from top: Int, height: Int) -> [WorklistLine] {
    var lines: [WorklistLine] = []
    var current: Band?
    var group: String?
    var index = top
    while lines.count < height, index < count(.worklist) {
      if let band = worklist.band(at: index), band != current {
        current = band
        lines.append(.band(band))
        if lines.count == height { break }
      }
      if let words = groupWords(at: index), words != group {
        group = words
        lines.append(.group(words))
        if lines.count == height { break }
      }
      lines.append(.row(index))
      index += 1
    }
    return lines
  }

  /// What a line is grouped by, where the list's order puts like to like: by owner, patient, clock or organisation.
  private func groupWords(at index: Int) -> String? {
    let column = worklist.order(.worklist).column
    guard Self.grouped.contains(column), let row = work(at: index) else { return nil }
    let words =
      switch column {
      case .patient: row.patientName
      case .owner: naming(row.owner)
      case .organization: workspace.directory.naming(row.organization).words
      default: row.clocks.first.map(clockTitle) ?? ""
      }
    return words.isEmpty ? column.missing : words
  }

  private static let grouped: Set<Column> = [.patient, .owner, .clock, .organization]

  /// A clock in words: what it asks for, and by whose rule.
  package func clockTitle(_ id: String) -> String {
    workspace.site.table.first { $0.id == id }.map { "\($0.duty.title), \($0.source)" } ?? id
  }

  /// Height of the worklist's rows, less the explanation of the row under the cursor where there is room for both:
  /// because, next, owner, due and the rule, one of them on two lines in a high pane.
  package var worklistHeight: Int {
    let body = bodyHeight(.worklist) - headingHeight(.worklist)
    return body >= 24 ? body - 7 : body >= 16 ? body - 6 : body
  }
}

extension Column {
  /// What a group is called whose lines don't have the thing.
  fileprivate var missing: String {
    switch self {
    case .owner: "Nobody yet"
    case .organization: "No organisation stated"
    case .clock: "No clock"
    default: "Not stated"
    }
  }
}
