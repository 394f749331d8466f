package import Care
package import Settings

extension SiteRules {
  /// The published rules with what the site's file changes.
  ///
  ///     [site]
  ///     zone = "America/New_York"
  ///     holidays = "us-federal"
  ///     closed = ["2026-11-27"]
  ///     quiet = "21:00-08:00"
  ///     [clocks.tcm-contact]
  ///     target = "3 business days"
  ///     [clocks.tcm-visit]
  ///     on = false
  ///     [ladder]
  ///     steps = ["charge nurse", "medical director"]
  ///     minutes = [15, 60]
  ///     automatic = true
  ///     [[routing]]
  ///     topic = "medication use"
  ///     roles = ["pharmacist", "nurse", "doctor"]
  ///
  /// - Parameters:
  ///   - named: the zone of a name; nil where this machine doesn't know it.
  ///   - zone: the record's own, for a file that names none.
  /// - Returns: rules that can always be used, and every fault found, each with file and line. A faulty line leaves the
  ///   published figure in place.
  package static func reading(
    _ file: SettingsFile, zone named: (String) -> Zone?, standard zone: Zone
  ) -> (SiteRules, [SettingsError]) {
    var faults: [SettingsError] = []
    refuse(file.root, except: ["site", "clocks", "ladder", "routing"], &faults)
    var calendar = SiteCalendar(zone: zone)
    var ladder = Ladder.standard
    var quietHours: QuietHours? = .standard
    var clocks = ClockSettings()
    if let site = attempt(&faults, { () throws(SettingsError) in try file.root.table("site") }) {
      calendar = SiteCalendar(site, zone: named, standard: zone, &faults)
      quietHours = QuietHours.reading(site, &faults)
    }
    if let table = attempt(&faults, { () throws(SettingsError) in try file.root.table("clocks") }) {
      clocks.read(table, &faults)
    }
    if let table = attempt(&faults, { () throws(SettingsError) in try file.root.table("ladder") }) {
      ladder = Ladder(table, &faults)
    }
    let routing = Route.reading(file.root, &faults)
    faults.sort { $0.line < $1.line }
    let rules = SiteRules(
      calendar: calendar, table: clocks.table, ladder: ladder, routing: routing, quietHours: quietHours)
    return (rules, faults)
  }

}

/// What was read, or nothing and its fault told.
func attempt<Value>(_ faults: inout [SettingsError], _ body: () throws(SettingsError) -> Value?) -> Value? {
  do {
    return try body()
  } catch {
    faults.append(error)
    return nil
  }
}

/// Tells of every key that means nothing here; the others count.
func refuse(_ table: SettingsTable, except known: [String], _ faults: inout [SettingsError]) {
  for key in table.keys where !known.contains(key) {
    let nearest = Nearest.word(to: key, among: known).map { " (did you mean `\($0)`?)" } ?? ""
    faults.append(
      table.refusal(key, "`\(key)` is not known here\(nearest); write one of \(known.joined(separator: ", "))."))
  }
}
