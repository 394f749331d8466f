import Care

extension Draft {
  /// The patients before are spoken of one by one; those after make up a network's past.
  static let firstOfMany = 40

  var isOneOfMany: Bool { index >= Self.firstOfMany }

  /// Most who went home have had their medicines compared; with the patients before it is still to do.
  mutating func tellReconciliation() {
    guard isOneOfMany, isLive, archetype == .heartFailure || archetype == .surgery, turn > 2 else { return }
    var done = Draw(seed: network.seed, topic: 0x4EC0, index: index)
    guard done.chance(75) else { return }
    let start = calendar.at(calendar.businessDays(1, after: -turn), 8, 30)
    let pharmacist = the(.pharmacist)
    within(.coordination) { draft in
      guard draft.calendar.isPast(draft.calendar.later(start, minutes: 40)) else { return }
      draft.procedure(
        "Medication reconciliation", from: start, to: draft.calendar.later(start, minutes: 20), by: pharmacist,
        because: "After discharge")
    }
  }

  /// Referrals that are over and closed where they were asked for: by them it is known how often and how soon each
  /// partner says yes.
  mutating func tellPastReferrals() {
    let partners = PartnerManner.met(on: archetype)
    guard isOneOfMany, !partners.isEmpty else { return }
    var past = Draw(seed: network.seed, topic: 0x9A57, index: index)
    let chosen = past.some(past.pick([0, 1, 1, 2]), of: partners)
    within(.coordination) { draft in
      for manner in chosen { draft.tellPast(manner, &past) }
    }
  }

  private mutating func tellPast(_ manner: PartnerManner, _ past: inout Draw) {
    let place = manner.place
    let first = calendar.workday(-past.number(55...300))
    let asked = calendar.at(first, 9, 40)
    let answered = calendar.businessDays(past.number(manner.answers), after: first)
    let seen = calendar.businessDays(past.number(manner.visits), after: answered)
    let told = calendar.businessDays(past.number(manner.reports), after: seen)
    let isTaken = past.chance(manner.accepts)
    let request = toldRequest(
      manner.service, to: place, from: manner.asker, because: past.pick(manner.reasons), at: asked,
      status: isTaken ? .completed : .revoked)
    let answer = calendar.at(answered, 14, 10)
    guard isTaken else {
      fulfilment(of: request, by: place, asked: asked, .rejected, .declined, at: answer, because: manner.refusal)
      return
    }
    let report = calendar.at(told, 16, 20)
    if Partners.isCoarse(place) {
      // It says that it has begun, and then that it is done.
      fulfilment(of: request, by: place, asked: asked, .inProgress, nil, at: answer)
      fulfilment(of: request, by: place, asked: asked, .completed, nil, at: report)
      return
    }
    let isBooked = past.chance(50)
    fulfilment(
      of: request, by: place, asked: asked, isBooked ? .inProgress : .accepted, isBooked ? .scheduled : .accepted,
      at: answer)
    visit(for: request, at: place, made: answer, from: calendar.at(seen, 10, 30), .fulfilled)
    if Partners.need(place) == nil {
      letter(about: request, manner.letter, from: place, asked: asked, at: report)
    } else {
      fulfilment(of: request, by: place, asked: asked, .completed, .completed, at: report, because: manner.letter)
    }
  }
}
