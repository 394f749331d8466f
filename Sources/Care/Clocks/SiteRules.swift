/// A site's own rules: how it counts days, which clocks it runs and with what figures, and who hears of it when nothing
/// happens. Whoever makes lists from charts makes them by these.
package struct SiteRules: Hashable, Sendable {
  package let calendar: SiteCalendar
  /// Every clock that a chart can start and stop, as the site has it.
  package let table: [Clock]
  /// Those that run, in the order of the table.
  package let clocks: [Clock]
  package let ladder: Ladder
  /// Whom to ask about what.
  package let routing: [Route]
  /// When patients are left alone; nil where a site keeps none.
  package let quietHours: QuietHours?

  package init(
    calendar: SiteCalendar, table: [Clock] = Clock.all, ladder: Ladder = .standard,
    routing: [Route] = Route.standard, quietHours: QuietHours? = .standard
  ) {
    self.calendar = calendar
    self.table = table
    clocks = table.filter(\.runs)
    self.ladder = ladder
    self.routing = routing
    self.quietHours = quietHours
  }

  /// The rules as published, for a site that says nothing of its own.
  package init(zone: Zone) { self.init(calendar: SiteCalendar(zone: zone)) }

  /// Days end, and times are shown, in it.
  package var zone: Zone { calendar.zone }

  /// By what rules rows are made from charts: lists with another mark are not what this program would make at this site.
  /// The number is that of the rows' own form; the rest comes from the clocks' figures, the ladder's and the calendar.
  package var mark: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    let figures = clocks.map { clock in
      "\(clock.id) \(clock.duty.title) \(clock.start) \(clock.conditions) \(clock.target) \(clock.dayZero) "
        + "\(clock.relevance) \(clock.lead ?? -1)"
    }
    let waits = ladder.isAutomatic ? ladder.steps.map { "up after \($0.wait)" } : []
    for figure in figures + waits + [zone.name] + calendar.holidays.figures {
      // FNV-1a. No text has a zero in it, so what one ends with the next can't begin with.
      for byte in Array(figure.utf8) + [0] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    return "\(ChartRows.form) \(String(hash, radix: 16))"
  }
}
