import Care

extension Draft {
  /// A referral under way of which only the partner's own lines tell: one for the first patient on each journey.
  mutating func tellToldReferral() {
    guard isFirstOfJourney else { return }
    within(.coordination) { draft in
      switch draft.archetype {
      case .lungDisease: draft.tellAccepted()
      case .surgery: draft.tellMissed()
      case .cancer: draft.tellBegun()
      case .pregnancy: draft.tellWaiting()
      case .heartFailure: draft.tellBookedAgain()
      case .steady: draft.tellCancelAsked()
      case .stroke: draft.tellRefused()
      case .diabetes, .asthma, .newcomer: break
      }
    }
  }

  /// Whether this is the first on its journey among those who are many. Only a hundred are looked through, so that a
  /// large network takes no longer.
  var isFirstOfJourney: Bool {
    guard (Self.firstOfMany..<Self.firstOfMany + 100).contains(index) else { return false }
    return !(Self.firstOfMany..<index).contains { other in
      var draw = Draw(seed: network.seed, topic: Self.topic, index: other)
      return Cast.drawn(other, &draw).archetype == archetype
    }
  }

  private mutating func tellAccepted() {
    let asked = calendar.asked(daysAgo: 8)
    let request = toldRequest(
      "Lung rehabilitation", to: .lungClinic, from: .pulmonologist, because: "coughs at night", at: asked)
    fulfilment(of: request, by: .lungClinic, asked: asked, .accepted, .accepted, at: calendar.asked(daysAgo: 3))
  }

  private mutating func tellMissed() {
    let asked = calendar.asked(daysAgo: 15)
    let request = toldRequest(
      "Nursing at home", to: .homeHealth, from: .primaryCare, because: "wound dressed twice a week", at: asked)
    visit(
      for: request, at: .homeHealth, made: calendar.asked(daysAgo: 12), from: calendar.at(calendar.workday(-3), 10, 30),
      .noshow)
  }

  private mutating func tellBegun() {
    let asked = calendar.asked(daysAgo: 9)
    let request = toldRequest(
      "Rides to care", to: .rideShare, from: .communityWorker, because: "infusions every second week", at: asked)
    agree(to: .rideShare, purpose: "Sharing the need for rides")
    fulfilment(of: request, by: .rideShare, asked: asked, .inProgress, nil, at: calendar.asked(daysAgo: 6))
  }

  private mutating func tellWaiting() {
    let asked = calendar.asked(daysAgo: 12)
    let request = toldRequest(
      "Housing support", to: .housingTrust, from: .socialWorker, because: "sleeps at a friend’s", at: asked)
    fulfilment(
      of: request, by: .housingTrust, asked: asked, .onHold, .accepted, at: calendar.asked(daysAgo: 7),
      because: "waiting list, about six weeks")
  }

  private mutating func tellBookedAgain() {
    let asked = calendar.asked(daysAgo: 18)
    let request = toldRequest(
      "Heart failure clinic", to: .cardiology, from: .primaryCare, because: "faint on standing", at: asked)
    visit(
      for: request, at: .cardiology, made: calendar.asked(daysAgo: 14),
      from: calendar.at(calendar.workday(-6), 11, 30), .cancelled, because: "the clinic was closed for snow")
    visit(
      for: request, at: .cardiology, made: calendar.asked(daysAgo: 5), from: calendar.at(calendar.workday(5), 11, 30),
      .booked)
  }

  private mutating func tellCancelAsked() {
    let asked = calendar.asked(daysAgo: 11)
    let request = toldRequest(
      "Medication review", to: .pharmacy, from: .primaryCare, because: "two lists that differ", at: asked)
    fulfilment(
      of: request, by: .pharmacy, asked: asked, .inProgress, .cancelRequested, at: calendar.asked(daysAgo: 4),
      because: "reviewed in the hospital")
  }

  private mutating func tellRefused() {
    let asked = calendar.asked(daysAgo: 7)
    let request = toldRequest(
      "Short-term rehabilitation", to: .skilledNursing, from: .caseManager, because: "cannot climb the stairs",
      at: asked)
    fulfilment(
      of: request, by: .skilledNursing, asked: asked, .rejected, .declined, at: calendar.asked(daysAgo: 2),
      because: "no bed before January")
  }
}
