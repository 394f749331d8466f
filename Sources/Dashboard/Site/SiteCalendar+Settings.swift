import Care
import Settings

extension SiteCalendar {
  /// By the lines under `[site]`; what they don't say, or say wrongly, is as in the standard.
  init(
    _ table: SettingsTable, zone named: (String) -> Zone?, standard zone: Zone, _ faults: inout [SettingsError]
  ) {
    refuse(table, except: ["zone", "holidays", "closed", "quiet"], &faults)
    let own = attempt(&faults) { () throws(SettingsError) in try Self.zone(table, named, standard: zone) }
    let closed = Self.closed(table, &faults)
    let isFederal = attempt(&faults) { () throws(SettingsError) in try Self.keepsFederalHolidays(table) } ?? true
    self.init(zone: own ?? zone, holidays: isFederal ? .usFederal(and: closed) : Holidays([], extra: closed))
  }

  private static func zone(
    _ table: SettingsTable, _ named: (String) -> Zone?, standard: Zone
  ) throws(SettingsError) -> Zone? {
    guard let name = try table.string("zone") else { return nil }
    guard let zone = named(name) else {
      throw table.refusal(
        "zone",
        "this machine knows no time zone `\(name)`; write one as \"America/New_York\". "
          + "Days end in \(standard.name) meanwhile.")
    }
    return zone
  }

  private static func keepsFederalHolidays(_ table: SettingsTable) throws(SettingsError) -> Bool? {
    switch try table.string("holidays") {
    case nil: return nil
    case "us-federal": return true
    case "none": return false
    case let other?:
      throw table.refusal(
        "holidays", "`\(other)` is not known; write \"us-federal\" or \"none\". The federal holidays stay in use.")
    }
  }

  /// Dates that are none are told one by one, and the others count.
  private static func closed(_ table: SettingsTable, _ faults: inout [SettingsError]) -> Set<CivilDate> {
    guard let value = table["closed"] else { return [] }
    let form = "write dates in quotes, as in closed = [\"2026-11-27\"]"
    guard case .array(let values) = value else {
      faults.append(table.refusal("closed", "`closed` should be a list; \(form)."))
      return []
    }
    var dates: Set<CivilDate> = []
    for value in values {
      guard case .string(let text) = value else {
        faults.append(table.refusal("closed", "a day in `closed` is not text; \(form). It is left out."))
        continue
      }
      guard let date = CivilDate(written: text) else {
        faults.append(table.refusal("closed", "`\(text)` is no date; \(form). It is left out."))
        continue
      }
      dates.insert(date)
    }
    return dates
  }
}

extension CivilDate {
  /// `2026-11-27`; nil for a date that no calendar has.
  init?(written text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month),
      (1...Self.daysInMonth(year: year, month: month)).contains(day)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
