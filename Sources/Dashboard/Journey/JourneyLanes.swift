package import Care

/// One line of the drawn journey.
package enum JourneyLane: Hashable, Sendable {
  /// The dates.
  case axis
  /// Ticks below the dates, and where the cursor is.
  case ruler
  /// The encounters of a setting; track 1 takes the stays that overlap those of track 0.
  case setting(Setting, track: Int)
  /// What has no lane of its own: results, procedures, messages, documents, settled work.
  case events
  case handoffs
  case owed
  case gaps
}

/// How a journey pane of some height is shared out: the drawing, the list, and the words about the event under the
/// cursor. Depends on the journey only, so that neither zooming nor moving shifts the list.
package struct JourneyShares: Hashable, Sendable {
  package private(set) var lanes: [JourneyLane] = []
  /// 1 where there is room for a blank line below the drawing.
  package private(set) var space = 0
  package private(set) var list: Int
  /// Lines about the event under the cursor, the rule above them counted in.
  package private(set) var foot = 0

  package var drawing: Int { lanes.count + space }

  package init(_ journey: Journey, height: Int) {
    list = max(0, height)
    guard !journey.events.isEmpty else { return }
    foot = height >= 24 ? 4 : height >= 14 ? 3 : 0
    let room = min(height - foot - min(7, height / 3), height * 2 / 3)
    lanes = Self.lanes(journey, room: room)
    space = lanes.count < room && height >= 20 ? 1 : 0
    list = max(0, height - foot - drawing)
  }

  /// The lines in order. Where there is not room for all, those that tell least are left out.
  private static func lanes(_ journey: Journey, room: Int) -> [JourneyLane] {
    var wanted: [JourneyLane] = [.axis]
    wanted += journey.settings.map { .setting($0, track: 0) }
    if journey.events.contains(where: { $0.lane == .owed }) { wanted.append(.owed) }
    if journey.events.contains(where: { $0.lane == .events }) { wanted.append(.events) }
    if !journey.transitions.isEmpty { wanted.append(.handoffs) }
    if !journey.gaps.isEmpty { wanted.append(.gaps) }
    wanted.append(.ruler)
    wanted += journey.settings.filter(journey.crowded.contains).map { .setting($0, track: 1) }
    return wanted.prefix(max(0, room)).sorted { $0.order < $1.order }
  }
}

extension JourneyLane {
  fileprivate var order: Int {
    switch self {
    case .axis: 0
    case .ruler: 1
    case .setting(let setting, let track): 2 + setting.rawValue * 2 + track
    case .events: 100
    case .handoffs: 101
    case .owed: 102
    case .gaps: 103
    }
  }
}

extension JourneyEvent {
  /// The line of the drawing that the event has its mark on.
  package var lane: JourneyLane {
    if let setting { return .setting(setting, track: 0) }
    if isHandoff { return .handoffs }
    return mark == .open ? .owed : .events
  }
}

extension State {
  package var journeyShares: JourneyShares? {
    view.map { JourneyShares($0.journey, height: bodyHeight(.journey)) }
  }
}
