import Care

extension Draft {
  /// What the scores need: the vital signs of this morning where the patient lies in a bed, and the lung disease that
  /// some hearts come with. Drawn apart from the rest, so that nobody's story changes by it.
  mutating func tellSigns() {
    var draw = Draw(seed: network.seed, topic: 0x51645, index: index)
    if archetype == .heartFailure, index == 0 || draw.chance(30) {
      within(.primaryCare) { $0.problem(Terms.lungDisease, since: draw.number(400...2500)) }
    }
    guard archetype == .stroke, isLive else { return }
    // The walkthrough's patient is coming down with something.
    let isUnwell = index == 2 || draw.chance(20)
    let taken = calendar.later(Moment(calendar.now), minutes: -122)
    within(.coordination) { draft in
      draft.vital(Terms.respiration, String(isUnwell ? 21 : draw.number(14...19)), "/min", at: taken)
      draft.vital(Terms.saturation, String(isUnwell ? 95 : draw.number(95...98)), "%", at: taken)
      draft.vital(Terms.oxygenFlow, "0", "L/min", at: taken)
      draft.pressure(draw.number(122...158), draw.number(68...88), at: taken)
      draft.vital(Terms.pulse, String(isUnwell ? 96 : draw.number(62...94)), "/min", at: taken)
      draft.vital(Terms.temperature, isUnwell ? "38.2" : draw.pick(["36.4", "36.7", "37.2"]), "°C", at: taken)
      draft.finding(Terms.responsiveness, Terms.alert, at: taken)
    }
  }
}
