import Care
import Settings

/// The table of clocks while a site's file changes it.
struct ClockSettings {
  private(set) var table = Clock.all
  /// Lines that switch a clock on, in the order of the file.
  private var switches: [(id: String, lines: SettingsTable)] = []

  mutating func read(_ clocks: SettingsTable, _ faults: inout [SettingsError]) {
    for entry in clocks.entries {
      guard let lines = attempt(&faults, { () throws(SettingsError) in try clocks.table(entry.key) }) else { continue }
      guard let index = table.firstIndex(where: { $0.id == entry.key }) else {
        faults.append(clocks.refusal(entry.key, Self.stranger(entry.key)))
        continue
      }
      refuse(lines, except: ["target", "on", "lead"], &faults)
      let published = table[index]
      if let target = attempt(&faults, { () throws(SettingsError) in try Self.target(lines, published) }) {
        table[index] = table[index].with(target)
      }
      if let lead = attempt(&faults, { () throws(SettingsError) in try Self.lead(lines, published) }) {
        table[index] = table[index].with(lead: lead)
      }
      guard let isOn = attempt(&faults, { () throws(SettingsError) in try lines.bool("on") }) else { continue }
      if isOn { switches.append((entry.key, lines)) }
      table[index] = table[index].switched(on: isOn)
    }
    takeBack(&faults)
  }

  /// Of rules that can't run together what the site switched on rests again; all lines count first, so that one may be
  /// switched on above the line that switches the other off.
  private mutating func takeBack(_ faults: inout [SettingsError]) {
    for (id, lines) in switches.reversed() {
      for choice in Clock.choices where choice.among.contains(id) {
        guard let index = table.firstIndex(where: { $0.id == id }), table[index].siteChange?.isOn == true,
          let other = table.first(where: { $0.id != id && choice.among.contains($0.id) && $0.runs })
        else { continue }
        faults.append(
          lines.refusal(
            "on",
            "`\(id)` can't run beside `\(other.id)`: \(choice.why). Switch the other off, with on = false under "
              + "[clocks.\(other.id)]; this one rests meanwhile."))
        table[index] = table[index].switched(on: false)
      }
    }
  }

  private static func stranger(_ id: String) -> String {
    if let absent = Clock.absent.first(where: { $0.id == id }) {
      return "`\(id)` can't run here: \(absent.why)."
    }
    let nearest = Nearest.word(to: id, among: Clock.all.map(\.id)).map { " (did you mean `\($0)`?)" } ?? ""
    return "there is no clock `\(id)`\(nearest); `rounds clocks` lists them."
  }

  private static func target(_ lines: SettingsTable, _ clock: Clock) throws(SettingsError) -> Target? {
    guard let text = try lines.string("target") else { return nil }
    let kept = "; the published figure, \(clock.target.words), stays in use."
    if clock.target == .calendarDays(0) {
      throw lines.refusal("target", "`\(clock.id)` is due on the day itself; `lead` says from when it is a line.")
    }
    switch Target.reading(text) {
    case .target(let target):
      if target.days > Clock.longestTarget {
        throw lines.refusal("target", "`\(text)` is longer than a year\(kept)")
      }
      return target
    case .tooShort: throw lines.refusal("target", "`\(text)` leaves no time; write 1 or more\(kept)")
    case .unreadable:
      throw lines.refusal(
        "target",
        "`\(text)` is no target; write as \"3 business days\", \"30 days\", \"72 hours\" or \"90 minutes\"\(kept)")
    }
  }

  private static func lead(_ lines: SettingsTable, _ clock: Clock) throws(SettingsError) -> Int? {
    guard let days = try lines.integer("lead") else { return nil }
    guard let published = clock.lead else {
      throw lines.refusal("lead", "`\(clock.id)` is a line from its start on; it has no `lead`.")
    }
    guard (0...Clock.longestTarget).contains(days) else {
      throw lines.refusal(
        "lead",
        "`\(days)` is no number of days from 0 to \(Clock.longestTarget); the published figure, "
          + "\(published) days, stays in use.")
    }
    return days
  }
}
