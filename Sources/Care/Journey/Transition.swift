/// The patient leaves an emergency department or a hospital, and responsibility has to pass on.
package struct Transition: Hashable, Sendable {
  /// Whether somebody is known to have taken over.
  package enum Handoff: Sendable {
    /// A handoff task was completed.
    case accepted
    /// A handoff task is still open.
    case owed
    /// The record holds no handoff task: it can't tell.
    case notOnFile
  }

  package var at: Instant
  /// The encounter that was left; nil where only a handoff is on file.
  package var from: LineID?
  /// The encounter that the patient went to; nil where none follows at once.
  package var to: LineID?
  package var handoff: Handoff
  /// The task that asks for the handoff or records it.
  package var task: LineID?
}

extension Transition {
  /// Every end of an ED visit or a hospital stay is a transition, save where a longer stay goes on around it. The next
  /// stay that begins by the end of the following day is where the patient went; anything later is another story.
  ///
  /// Source: Rounds domain rules, "every phase change of a journey needs an accepted handoff"; the day of grace is the
  /// direct transfer of NCQA HEDIS (admission to the second setting within one calendar day of leaving the first).
  static func all(of events: [JourneyEvent], zone: Zone) -> [Transition] {
    let stays = events.filter(\.isStay).sorted { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    func end(_ stay: JourneyEvent) -> Instant { stay.isUnderWay ? .distantFuture : stay.span.end }
    var transitions: [Transition] = []
    /// How far the stays that began before go on.
    var around = Instant.distantPast
    for (index, stay) in stays.enumerated() {
      let left = end(stay)
      defer { around = max(around, left) }
      guard !stay.isUnderWay, stay.end != nil, !stay.span.isVague, around <= left else { continue }
      let limit = zone.startOfDay(CivilDate(daysSince1970: zone.civil(left).date.daysSince1970 + 2))
      let next = stays[(index + 1)...].prefix { $0.span.start < limit }.first { end($0) > left }
      transitions.append(Transition(at: left, from: stay.id, to: next?.id, handoff: .notOnFile))
    }
    return covering(transitions, with: events.filter(\.isHandoff))
  }

  /// Each handoff task covers one transition: the one of the encounter it names, else the nearest within a day; one
  /// that was offered here says by itself whether an encounter is left, and covers none beside it. Of several that name
  /// one encounter an accepted one covers it: that another is still open takes nothing back. A task that covers none is a
  /// transition that only the task tells of.
  private static func covering(_ transitions: [Transition], with tasks: [JourneyEvent]) -> [Transition] {
    var transitions = transitions
    let day: Int64 = 86_400_000
    var tasks = tasks.sorted { ($0.span.start, $0.id) < ($1.span.start, $1.id) }
    for index in transitions.indices {
      let named = tasks.indices.filter { tasks[$0].encounter != nil && tasks[$0].encounter == transitions[index].from }
      guard let best = named.first(where: { tasks[$0].mark == .done }) ?? named.first else { continue }
      transitions[index].cover(with: tasks.remove(at: best))
    }
    for task in tasks {
      let at = task.at.precision <= .day ? task.span.end : task.span.start
      let free = transitions.indices.filter { transitions[$0].task == nil }
      func distance(_ index: Int) -> Int64 { abs(transitions[index].at.milliseconds - at.milliseconds) }
      let near = task.isOfNamedEncounter ? [] : free.filter { distance($0) <= day }
      let nearest = near.min { distance($0) < distance($1) }
      if let nearest {
        transitions[nearest].cover(with: task)
      } else {
        var told = Transition(at: at, from: nil, to: nil, handoff: .notOnFile)
        told.cover(with: task)
        transitions.append(told)
      }
    }
    return transitions.sorted { $0.at < $1.at }
  }

  private mutating func cover(with task: JourneyEvent) {
    handoff = task.mark == .done ? .accepted : .owed
    self.task = task.id
  }
}

extension JourneyEvent {
  /// An encounter that somebody has to be taken over from.
  fileprivate var isStay: Bool { tookPlace && (setting == .emergency || setting == .inpatient) }
}

extension Task {
  /// True for a task about passing responsibility on. FHIR has no code for it, so its own words tell.
  var isHandoff: Bool {
    let words = Folding.fold("\(code.label) \(description)")
    return ["handoff", "hand-off", "handover", "hand over"].contains { words.contains($0) }
  }
}
