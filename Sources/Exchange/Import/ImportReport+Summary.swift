extension ImportReport {
  /// The report as lines for a reader: what came in, what was read past, what was remarked on.
  package var summary: [String] {
    var lines = wasStopped ? [headline] : []
    lines.append(counts)
    for (type, tally) in resources.sorted(by: { $0.key < $1.key }) {
      let parts = [(tally.new, "new"), (tally.changed, "changed"), (tally.unchanged, "unchanged")]
      let words = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
      lines.append("  \(type): \(words)")
    }
    if !skipped.isEmpty { lines.append("Read past, not for coordination: \(Self.counts(skipped)).") }
    if !otherFiles.isEmpty {
      let named = otherFiles.map { ($0.key.isEmpty ? "without an ending" : ".\($0.key)", $0.value) }
      lines.append("Other files left alone: \(Self.counts(Dictionary(named, uniquingKeysWith: +))).")
    }
    if remarkCount > 0 { lines += ["Remarks: \(remarkCount)"] + Self.lines(remarks, of: remarkCount).map { "  " + $0 } }
    if refusedCount > 0 { lines.append("Refused: \(refusedCount), named below.") }
    return lines
  }

  /// One sentence about how it ended.
  package var headline: String {
    guard wasStopped else { return counts }
    if files == filesFound {
      return "Stopped while references were looked up; what came in stays, and importing again adds the rest."
    }
    return "Stopped: \(files) of \(Self.count(filesFound, "file")) read; what came in stays, and importing again adds "
      + "the rest."
  }

  private var counts: String {
    "\(Self.count(files, "file")) read: \(Self.count(patientsNew, "new patient")), \(patientsSeen) known already; "
      + "\(Self.count(entries, "journal entry", "journal entries")) added."
  }

  /// What was refused, by file, place and reason; a line each.
  package var refusals: [String] { Self.lines(refused, of: refusedCount) }

  private static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    number == 1 ? "1 \(one)" : "\(number) \(many ?? one + "s")"
  }

  private static func counts(_ counts: [String: Int]) -> String {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }

  private static func lines(_ notices: [Notice], of count: Int) -> [String] {
    notices.map(\.text) + (count > notices.count ? ["… and \(count - notices.count) more."] : [])
  }
}

extension ImportReport.Notice {
  /// `path:line: place: words`, as compilers write it.
  package var text: String {
    let position = line.map { "\(path):\($0)" } ?? path
    return [position, place, words].filter { !$0.isEmpty }.joined(separator: ": ")
  }
}
