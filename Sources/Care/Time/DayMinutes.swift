/// Minutes after midnight, up to 1440 for the midnight that ends the day.
package enum DayMinutes {
  /// "08:30".
  package static func words(_ minutes: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(minutes / 60)):\(two(minutes % 60))"
  }
}
