package import Care

/// The span of time that the drawn journey shows: from one day to a life.
package struct JourneyWindow: Hashable, Sendable {
  package private(set) var start: Instant
  package private(set) var end: Instant
  /// What there is to look at, today included.
  private var whole: ClosedRange<Instant>
  private let zone: Zone

  private static let day: Int64 = 86_400_000
  /// The steps of the zoom, in days: day, week, month, quarter, year, five years, twenty. The last is the whole journey.
  private static let steps: [Int64] = [1, 7, 28, 91, 365, 1826, 7305]

  /// Shows what is under way: the last weeks and what is due next. A journey that ended long ago is shown at its end;
  /// an undated one around now.
  package init(_ journey: Journey, now: Instant, zone: Zone) {
    self.zone = zone
    whole = journey.whole ?? now...now
    let isRecent = journey.events.contains { abs($0.span.start.milliseconds - now.milliseconds) < 56 * Self.day }
    if isRecent || journey.events.isEmpty {
      (start, end) = (now.adding(days: -49), now.adding(days: 14))
    } else {
      let last = journey.events.last { $0.span.start > now } ?? journey.events.first
      let about = last.map(\.span.start) ?? now
      (start, end) = (about.adding(days: -335), about.adding(days: 30))
    }
    hold()
  }

  /// Milliseconds from start to end.
  package var length: Int64 { end.milliseconds - start.milliseconds }

  package func contains(_ instant: Instant) -> Bool { start <= instant && instant < end }

  /// True where some of what lies between two instants is in sight.
  package func meets(_ from: Instant, _ to: Instant) -> Bool { from < end && (to > start || contains(from)) }

  package var canZoomIn: Bool { length > Self.day }
  package var canZoomOut: Bool { length < lengthOfWhole }

  /// Moves by tenths of the window's length, no further than a little beyond what there is to look at.
  package mutating func pan(byTenths tenths: Int) {
    move(to: Instant(milliseconds: start.milliseconds + length / 10 * Int64(tenths)), length: length)
  }

  /// Shows a shorter time about a point, which keeps its place.
  package mutating func zoomIn(about centre: Instant) {
    guard let step = Self.steps.last(where: { $0 * Self.day < length }) else { return }
    zoom(to: step * Self.day, about: centre)
    // One day is shown from midnight to midnight.
    if step == 1 { move(to: zone.startOfDay(zone.civil(contains(centre) ? centre : start).date), length: length) }
  }

  /// Shows a longer time about a point, which keeps its place; in the end the whole journey.
  package mutating func zoomOut(about centre: Instant) {
    let step = Self.steps.first { $0 * Self.day > length }.map { $0 * Self.day } ?? .max
    if step < lengthOfWhole { zoom(to: step, about: centre) } else if canZoomOut { showWhole() }
  }

  /// From the first of it to the last, and a margin.
  package mutating func showWhole() {
    move(to: Instant(milliseconds: whole.lowerBound.milliseconds - lengthOfWhole / 40), length: lengthOfWhole)
  }

  private var lengthOfWhole: Int64 {
    let length = whole.upperBound.milliseconds - whole.lowerBound.milliseconds
    return max(Self.day, length + length / 19)
  }

  private mutating func zoom(to newLength: Int64, about centre: Instant) {
    let place = contains(centre) ? Double(centre.milliseconds - start.milliseconds) / Double(length) : 0.5
    let kept = contains(centre) ? centre.milliseconds : start.milliseconds + length / 2
    move(to: Instant(milliseconds: kept - Int64(Double(newLength) * place)), length: newLength)
  }

  /// Moves as little as needed for an instant to lie inside.
  package mutating func reveal(_ instant: Instant) {
    guard !contains(instant) else { return }
    let margin = length / 10
    let first = instant < start ? instant.milliseconds - margin : instant.milliseconds + margin - length
    move(to: Instant(milliseconds: first), length: length)
  }

  /// Something has arrived: there may be more to look at. What is in sight stays.
  package mutating func bound(by journey: Journey) {
    if let whole = journey.whole { self.whole = whole }
  }

  private mutating func move(to newStart: Instant, length: Int64) {
    start = newStart
    end = Instant(milliseconds: newStart.milliseconds + length)
    hold()
  }

  /// Keeps within a day, or a quarter of its length, of what there is to look at.
  private mutating func hold() {
    let length = length
    let margin = max(Self.day, length / 4)
    let first = whole.lowerBound.milliseconds - margin
    let last = whole.upperBound.milliseconds + margin - length
    start.milliseconds = min(max(start.milliseconds, min(first, last)), max(first, last))
    end.milliseconds = start.milliseconds + length
  }
}
