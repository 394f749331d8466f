/// What a site has otherwise than the published rule, with the rule's own figures, so that nobody takes one for the other.
package struct SiteChange: Hashable, Sendable {
  /// As published; nil where the site left it.
  package var target: Target?
  package var lead: Int?
  /// Whether the site switched it on or off; nil where it did neither.
  package var isOn: Bool?

  package init() {}

  /// "here; published: 2 business days".
  package var words: String {
    let published = [target?.words, lead.map { "from \($0) days before" }].compactMap(\.self)
    let figures = published.isEmpty ? nil : "here; published: \(published.joined(separator: ", "))"
    let switched = isOn.map { $0 ? "switched on here" : "switched off here" }
    return [figures, switched].compactMap(\.self).joined(separator: "; ")
  }
}

extension Clock {
  /// The same with a target of the site's own.
  package func with(_ target: Target) -> Clock {
    changed { clock, change in
      change.target = target == published.target ? nil : published.target
      clock.target = target
    }
  }

  /// The same as a line from another number of days before it is due.
  package func with(lead: Int) -> Clock {
    changed { clock, change in
      change.lead = lead == published.lead ? nil : published.lead
      clock.lead = lead
    }
  }

  /// The same, running or resting as the site wants.
  package func switched(on: Bool) -> Clock {
    changed { clock, change in
      let why = published.restsBecause
      change.isOn = on == (why == nil) ? nil : on
      clock.restsBecause = on ? nil : why ?? "this site has switched it off"
    }
  }

  /// As the table of all clocks has it.
  private var published: Clock { Clock.all.first { $0.id == id } ?? self }

  private func changed(_ body: (inout Clock, inout SiteChange) -> Void) -> Clock {
    var clock = self
    var change = siteChange ?? SiteChange()
    body(&clock, &change)
    clock.siteChange = change == SiteChange() ? nil : change
    return clock
  }
}

extension SiteCalendar {
  /// When nothing can settle a clock any more. Where the site gives more time than is published, its line stays as long
  /// after that as the published figures let it.
  func lapse(of clock: Clock, after start: Moment) -> Moment? {
    guard let end = due(clock.relevance, after: start) else { return nil }
    guard let published = clock.siteChange?.target, let due = due(clock.target, after: start).flatMap(date),
      let first = self.due(published, after: start).flatMap(date) ?? date(of: start), due > first
    else { return end }
    return date(of: end).map { Moment(date: $0.adding(days: due.daysSince1970 - first.daysSince1970)) }
  }
}
