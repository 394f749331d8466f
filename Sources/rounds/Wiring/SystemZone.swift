import Care
import Foundation
import Glibc

/// Reads a time zone of this system into a value that the domain can carry.
enum SystemZone {
  private static let folder = "/usr/share/zoneinfo/"

  /// The name of the zone this machine lives in; "UTC" where it names none that it knows.
  static var name: String {
    let name = statedName
    return isKnown(name) ? name : "UTC"
  }

  private static func isKnown(_ name: String) -> Bool {
    name == "UTC" || (!name.isEmpty && !name.contains("..") && FileManager.default.fileExists(atPath: folder + name))
  }

  /// What this machine says its zone is, known or not.
  static var statedName: String {
    if let name = ProcessInfo.processInfo.environment["TZ"], !name.isEmpty {
      return name.hasPrefix(":") ? String(name.dropFirst()) : name
    }
    if let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/etc/localtime"),
      let range = link.range(of: "zoneinfo/")
    {
      return String(link[range.upperBound...])
    }
    if let text = try? String(contentsOfFile: "/etc/timezone", encoding: .utf8) {
      let name = text.trimmingCharacters(in: .whitespacesAndNewlines)
      if !name.isEmpty { return name }
    }
    return "UTC"
  }

  /// The zone called `name`; nil where this machine has no data for it. Changes the process's own zone on the way, so it is called before any thread starts.
  static func named(_ name: String) -> Zone? {
    if name == "UTC" { return .utc }
    guard isKnown(name) else { return nil }
    unsafe setenv("TZ", name, 1)
    tzset()
    let first = seconds(1950)
    let last = seconds(2051)
    let initial = offset(first)
    var transitions: [Zone.Transition] = []
    var known = initial
    var at = first
    // No zone has changed twice within three weeks in these years but for Ramadan pauses of about a month.
    let step = 21 * 86_400
    while at < last {
      let next = at + step
      let then = offset(next)
      if then != known {
        var (low, high) = (at, next)
        while high - low > 1 {
          let middle = low + (high - low) / 2
          if offset(middle) == known { low = middle } else { high = middle }
        }
        transitions.append(Zone.Transition(at: Instant(milliseconds: Int64(high) * 1000), offset: then))
        known = then
      }
      at = next
    }
    return Zone(name: name, initialOffset: initial, transitions: transitions)
  }

  private static func seconds(_ year: Int) -> Int { CivilDate(year: year).daysSince1970 * 86_400 }

  private static func offset(_ seconds: Int) -> Int {
    var time = time_t(seconds)
    var parts = unsafe tm()
    unsafe localtime_r(&time, &parts)
    return unsafe parts.tm_gmtoff
  }
}
