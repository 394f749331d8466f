package import Care

/// The span of time that the drawn journey shows.
package struct JourneyWindow: Hashable, Sendable {
  /// From one day to a life.
  package enum Zoom: Int, CaseIterable, Sendable {
    case day, week, month, quarter, year, fiveYears, life

    package var days: Int {
      switch self {
      case .day: 1
      case .week: 7
      case .month: 28
      case .quarter: 91
      case .year: 365
      case .fiveYears: 1826
      case .life: 36_525
      }
    }
  }

  package private(set) var zoom: Zoom
  package private(set) var start: Instant
  package private(set) var end: Instant

  /// Shows what is under way: the last weeks and what is due next. A journey that ended long ago is shown at its end;
  /// an undated one around now.
  package init(_ journey: Journey, now: Instant, zone: Zone) {
    let span = journey.span(in: zone)
    let recent = journey.events.contains { abs($0.at.start(in: zone).milliseconds - now.milliseconds) < 56 * Self.day }
    zoom = recent || span == nil ? .quarter : .year
    (start, end) = (now, now)
    if recent || span == nil {
      start = now.adding(days: -49)
      end = now.adding(days: 14)
    } else if let span {
      end = min(span.upperBound, now).adding(days: 30)
      start = end.adding(days: -zoom.days)
    }
  }

  private static let day: Int64 = 86_400_000
  private var length: Int64 { end.milliseconds - start.milliseconds }

  package func contains(_ instant: Instant) -> Bool { start <= instant && instant < end }

  /// Moves by a share of the window's length.
  package mutating func pan(byTenths tenths: Int) {
    let shift = length / 10 * Int64(tenths)
    start.milliseconds += shift
    end.milliseconds += shift
  }

  /// Zooms one step about a point, which keeps its place. The life zoom shows the whole span.
  package mutating func zoom(by step: Int, about centre: Instant, span: ClosedRange<Instant>?) {
    guard let next = Zoom(rawValue: zoom.rawValue + step) else { return }
    let place = length == 0 ? 0.5 : min(1, max(0, Double(centre.milliseconds - start.milliseconds) / Double(length)))
    zoom = next
    if next == .life, let span {
      let margin = max(Self.day, (span.upperBound.milliseconds - span.lowerBound.milliseconds) / 40)
      start = Instant(milliseconds: span.lowerBound.milliseconds - margin)
      end = Instant(milliseconds: span.upperBound.milliseconds + margin)
      return
    }
    let newLength = Int64(next.days) * Self.day
    start = Instant(milliseconds: centre.milliseconds - Int64(Double(newLength) * place))
    end = Instant(milliseconds: start.milliseconds + newLength)
  }

  /// Moves as little as needed for an instant to lie inside.
  package mutating func reveal(_ instant: Instant) {
    guard !contains(instant) else { return }
    let margin = length / 10
    let shift =
      instant < start
      ? instant.milliseconds - margin - start.milliseconds : instant.milliseconds + margin - end.milliseconds
    start.milliseconds += shift
    end.milliseconds += shift
  }
}
