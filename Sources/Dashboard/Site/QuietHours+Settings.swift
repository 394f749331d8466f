import Care
import Settings

extension QuietHours {
  /// By `quiet` under `[site]`: `"21:00-08:00"`, or `"none"` for a site that keeps none. The standard ones where it says
  /// nothing, or nothing that can be read.
  static func reading(_ table: SettingsTable, _ faults: inout [SettingsError]) -> QuietHours? {
    let text = attempt(&faults) { () throws(SettingsError) in try table.string("quiet") }
    guard let text else { return .standard }
    if text == "none" { return nil }
    let times = text.split(separator: "-", omittingEmptySubsequences: false).map(minutes)
    guard times.count == 2, let start = times[0], let end = times[1], start != end else {
      faults.append(
        table.refusal(
          "quiet",
          "`\(text)` is no span of hours; write it as \"21:00-08:00\", or \"none\". The standard ones stay in use."))
      return .standard
    }
    return QuietHours(start: start, end: end)
  }

  /// Minutes after midnight of `08:00`; nil for what is no time of day.
  private static func minutes(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [2, 2], parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
    else { return nil }
    return hour * 60 + minute
  }
}
