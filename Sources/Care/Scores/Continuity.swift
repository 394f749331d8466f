/// How far a patient's visits stay with the same provider. The unit is a person or an organization: a team that shares
/// its patients looks fragmented when counted by person, so results name their unit.
package struct Continuity: Hashable, Sendable {
  /// Visits in order, each by whom it was.
  private let visits: [Int]
  /// Visits to each provider.
  package let counts: [Int]

  /// Fewer visits than these are not shown: the index is undefined for one and unreliable for three and fewer.
  /// Source: Kern et al., who restrict it to four ambulatory visits and more.
  package static let leastVisits = 4

  package init<Provider: Hashable>(_ visits: [Provider]) {
    var known: [Provider: Int] = [:]
    var counts: [Int] = []
    self.visits = visits.map { provider in
      let place = known[provider] ?? counts.count
      if place == counts.count {
        known[provider] = place
        counts.append(0)
      }
      counts[place] += 1
      return place
    }
    self.counts = counts
  }

  package var count: Int { visits.count }
  private var squares: Double { counts.reduce(0) { $0 + Double($1 * $1) } }
  private var number: Double { Double(count) }

  /// Bice and Boxerman's continuity of care; nil for fewer than two visits.
  package var coc: Double? { count > 1 ? (squares - number) / (number * (number - 1)) : nil }

  /// Reversed Bice–Boxerman.
  package var fragmentation: Double? { coc.map { 1 - $0 } }

  /// Usual provider continuity.
  package var upc: Double? { counts.max().map { Double($0) / number } }

  /// Sequential continuity; nil for fewer than two visits.
  package var secon: Double? {
    guard count > 1 else { return nil }
    return Double(zip(visits, visits.dropFirst()).count { $0 == $1 }) / (number - 1)
  }

  /// Modified, modified continuity index.
  package var mmci: Double? {
    guard count > 0 else { return nil }
    return (1 - Double(counts.count) / (number + 0.1)) / (1 - 1 / (number + 0.1))
  }

  /// Herfindahl.
  package var hhi: Double? { count > 0 ? squares / (number * number) : nil }
}

extension Continuity {
  package enum Unit: String, CaseIterable, Sendable {
    case practitioner
    case organization
  }

  package static func instrument(_ unit: Unit) -> Score.Instrument {
    Score.Instrument(
      id: "continuity-\(unit.rawValue)", title: "Continuity (COC) by \(unit.rawValue)",
      variant: "clinic visits of 12 months",
      source: "Bice and Boxerman, Med Care 1977;15:347–349; from 4 visits on, after Kern", version: "1", decimals: 2,
      isInStrip: false)
  }
}
