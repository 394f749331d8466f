package import Care
package import Settings

extension SiteRules {
  /// The published rules with what the site's file changes.
  ///
  ///     [site]
  ///     zone = "America/New_York"
  ///     holidays = "us-federal"
  ///     closed = ["2026-11-27"]
  ///     [clocks.tcm-contact]
  ///     target = "3 business days"
  ///     [clocks.tcm-visit]
  ///     on = false
  ///     [ladder]
  ///     steps = ["charge nurse", "medical director"]
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
    var ladder = standardLadder
    var clocks = ClockSettings()
    if let site = attempt(&faults, { () throws(SettingsError) in try file.root.table("site") }) {
      calendar = SiteCalendar(site, zone: named, standard: zone, &faults)
    }
    if let table = attempt(&faults, { () throws(SettingsError) in try file.root.table("clocks") }) {
      clocks.read(table, &faults)
    }
    if let table = attempt(&faults, { () throws(SettingsError) in try file.root.table("ladder") }) {
      refuse(table, except: ["steps"], &faults)
      ladder = attempt(&faults) { () throws(SettingsError) in try steps(table) } ?? standardLadder
    }
    let routing = Route.reading(file.root, &faults)
    faults.sort { $0.line < $1.line }
    return (SiteRules(calendar: calendar, table: clocks.table, ladder: ladder, routing: routing), faults)
  }

  /// nil where there are none.
  private static func steps(_ table: SettingsTable) throws(SettingsError) -> [CareRole]? {
    guard let steps = try table.strings("steps") else { return nil }
    let words = steps.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    if words.isEmpty || words.contains("") {
      throw table.refusal("steps", #"a step is a role, as in "charge nurse"; the published ladder stays in use."#)
    }
    if let twice = words.first(where: { word in words.count { Folding.fold($0) == Folding.fold(word) } > 1 }) {
      throw table.refusal("steps", "`\(twice)` stands twice; the published ladder stays in use.")
    }
    return words.map { CareRole(words: $0) }
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
