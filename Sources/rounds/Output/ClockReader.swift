import Care

/// Every clock with its figures, for machines and for reading.
struct ClockReader {
  let site: SiteRules

  struct Item: Encodable {
    var id: String
    var asks: String
    var start: String
    /// What else must hold for it to begin.
    var conditions: [String]?
    var target: String
    /// Days before it is due from which it is a line; absent for at once.
    var lead: Int?
    var next: String?
    var closedBy: String?
    var owner: String?
    var source: String
    var version: String
    /// runs, rests or absent.
    var state: String
    /// Why it doesn't run.
    var why: String?
    /// What this site has otherwise, with the published figures.
    var changed: String?
  }

  var items: [Item] { site.table.map(Self.item) + Clock.absent.map(Self.item) }

  private static func item(_ clock: Clock) -> Item {
    Item(
      id: clock.id, asks: clock.duty.title, start: clock.start.words, conditions: clock.conditions.map(\.words),
      target: clock.target.words, lead: clock.lead, next: clock.duty.next, closedBy: clock.duty.closedBy,
      owner: clock.duty.role.words, source: clock.source, version: clock.version,
      state: clock.runs ? "runs" : "rests", why: clock.restsBecause, changed: clock.siteChange?.words)
  }

  private static func item(_ clock: AbsentClock) -> Item {
    Item(
      id: clock.id, asks: clock.title, start: clock.start, target: clock.target, source: clock.source,
      version: clock.version, state: "absent", why: clock.why)
  }

  private static let sections = [
    ("runs", "Running"), ("rests", "Resting, until clocks.toml switches them on"),
    ("absent", "Absent, since a chart can't tell"),
  ]

  /// Fits 100 columns.
  var grid: Grid {
    var grid = Grid(widths: [25, 26, 16, 27])
    grid.add(title: heading.joined(separator: "\n"))
    for (state, title) in Self.sections {
      let items = items.filter { $0.state == state }
      if items.isEmpty { continue }
      grid.add(title: "\n\(title)")
      for item in items { grid.add(Self.cells(item)) }
    }
    return grid
  }

  /// What holds for all of them.
  private var heading: [String] {
    let ladder = site.ladder
    let waits = ladder.steps.map { "\($0.wait)" }.joined(separator: ", then ")
    var lines = [
      "Days end in \(site.zone.name). When nothing is done: \(ladder.words).",
      ladder.isAutomatic
        ? "Unanswered messages go up by themselves; a taker has \(waits) min (\(ladder.source))."
        : "Nothing goes up by itself.",
    ]
    if let quiet = site.quietHours {
      let source = quiet == .standard ? QuietHours.standardSource : "here"
      lines.append("Patients are left alone from \(quiet.words) (\(source)).")
    }
    return lines
  }

  private static func cells(_ item: Item) -> [String] {
    let from = ([item.start] + (item.conditions ?? [])).joined(separator: ", ")
    let lead = item.lead.map { "; a line from \($0) days before" } ?? ""
    let remarks = [item.changed, item.why].compactMap(\.self).map { "\n\($0)" }.joined()
    return [
      item.id, "\(item.asks)\nfrom \(from)", item.target + lead, "\(item.source), \(item.version)\(remarks)",
    ]
  }
}
