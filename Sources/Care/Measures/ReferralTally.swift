/// What the referrals of a whole network come to, kept up with the list row by row: it costs the same however many
/// there are.
package struct ReferralTally: Hashable, Sendable {
  /// Open referrals by state.
  package private(set) var open: [ReferralState: Int] = [:]
  package private(set) var closed = 0
  package private(set) var years: [Int: LoopCount] = [:]
  /// By what the reference to the recipient means.
  private var partners: [OriginID: PartnerFigures] = [:]

  package init() {}

  /// The rows of a page come in, or go.
  mutating func count(_ page: Page, _ sign: Int) {
    guard page.isLoaded else { return }
    for index in 0..<page.rows {
      var fields = page.fields(index)
      count(ReferralRow(&fields), sign)
    }
  }

  mutating func count(_ row: ReferralRow, _ sign: Int) {
    if row.isClosed {
      closed += sign
    } else {
      open[row.state, default: 0] += sign
      if open[row.state] == 0 { open[row.state] = nil }
    }
    if let measure = row.measured {
      years[measure.year, default: LoopCount()].denominator += sign
      if measure.isAnswered { years[measure.year, default: LoopCount()].numerator += sign }
      if years[measure.year]?.denominator == 0 { years[measure.year] = nil }
    }
    if let target = row.recipient.target, row.state != .draft {
      partners[target, default: PartnerFigures()].count(row, sign)
      if partners[target]?.sent == 0 { partners[target] = nil }
    }
  }

  /// What is known of a partner, by all the names it has.
  package func figures(_ names: some Sequence<OriginID>) -> PartnerFigures {
    names.reduce(into: PartnerFigures()) { sum, name in
      if let figures = partners[name] { sum.add(figures) }
    }
  }

  /// Every recipient that something was sent to.
  package var recipients: [OriginID] { partners.keys.sorted() }

  package var openCount: Int { open.values.reduce(0, +) }
}

package struct LoopCount: Hashable, Sendable {
  package var denominator = 0
  package var numerator = 0

  package init() {}
}

/// How a partner has dealt with what was sent to it.
package struct PartnerFigures: Hashable, Sendable {
  package private(set) var sent = 0
  package private(set) var takenOn = 0
  package private(set) var declined = 0
  package private(set) var scheduled = 0
  package private(set) var noShows = 0
  package private(set) var closed = 0
  /// Whole days to each step, and how often it took as long.
  private var days: [Referral.Interval: [Int: Int]] = [:]

  package init() {}

  mutating func count(_ row: ReferralRow, _ sign: Int) {
    sent += sign
    if let isTakenOn = row.isTakenOn { if isTakenOn { takenOn += sign } else { declined += sign } }
    if row.daysToSchedule != nil { scheduled += sign }
    noShows += row.noShows * sign
    if row.isLoopClosed { closed += sign }
    for (interval, length) in [
      (Referral.Interval.answer, row.daysToAnswer), (.schedule, row.daysToSchedule), (.report, row.daysToReport),
    ] {
      guard let length else { continue }
      days[interval, default: [:]][length, default: 0] += sign
      if days[interval]?[length] == 0 { days[interval]?[length] = nil }
      if days[interval]?.isEmpty ?? false { days[interval] = nil }
    }
  }

  mutating func add(_ other: PartnerFigures) {
    sent += other.sent
    takenOn += other.takenOn
    declined += other.declined
    scheduled += other.scheduled
    noShows += other.noShows
    closed += other.closed
    days.merge(other.days) { $0.merging($1, uniquingKeysWith: +) }
  }

  package var answered: Int { takenOn + declined }

  /// Of those answered, the share taken on, 0 to 1; nil where none has been answered.
  package var acceptance: Double? { answered == 0 ? nil : Double(takenOn) / Double(answered) }

  /// Days that half of them took no longer than; nil where none has come so far.
  package func median(_ interval: Referral.Interval) -> Int? {
    let lengths = (days[interval] ?? [:]).sorted { $0.key < $1.key }
    let total = lengths.reduce(0) { $0 + $1.value }
    var seen = 0
    for (length, count) in lengths {
      seen += count
      if seen * 2 >= total { return length }
    }
    return nil
  }

  /// Too few to say anything by: shown, and marked as such.
  /// Source: Rounds domain rules, small cells below 11.
  package var isSmall: Bool { answered < SmallCount.limit }
}

package enum SmallCount {
  package static let limit = 11
}
