extension Chart {
  /// Changes of setting that have happened and that nobody is known to have taken over, oldest first.
  ///
  /// Source: Rounds domain rules, "every phase change of a journey needs an accepted handoff; otherwise it is listed as
  /// an uncommunicated transition".
  package func uncommunicatedTransitions(now: Instant, site: SiteRules) -> [Transition] {
    uncommunicatedTransitions(of: Journey(self, now: now, site: site), now: now)
  }

  /// The same where the journey is known already.
  package func uncommunicatedTransitions(of journey: Journey, now: Instant) -> [Transition] {
    journey.transitions.filter { transition in
      transition.handoff != .accepted && transition.at <= now && isOfSetting(transition)
    }
  }

  /// A handoff that was offered here and left no encounter passes a shift or a list on, or comes before the stay has
  /// ended: the patient is where they were. One that only a source's task tells of may be a change of which no encounter
  /// is on file.
  private func isOfSetting(_ transition: Transition) -> Bool {
    guard transition.from == nil else { return true }
    return !(transition.task.flatMap { tasks[$0] }.map(isOfferedHere) ?? false)
  }
}
