import Care

extension Draft {
  /// COPD: short visits to the ED, again and again.
  mutating func tellLungDisease(_ carer: Carer?) {
    document = .primaryCare
    problem(Terms.lungDisease, since: draw.number(900...4000))
    ordered("Tiotropium 18 mcg", "1 capsule to inhale, mornings", since: draw.number(100...700))
    ordered("Albuterol inhaler", "2 puffs when short of breath", since: draw.number(100...700))

    document = .hospital
    let visits = isLive ? draw.number(3...5) : draw.number(1...2)
    var day = -turn
    var latest = Reference()
    for visit in 0..<visits {
      let start = calendar.at(day, draw.pick([2, 5, 17, 20]), 15)
      let end = calendar.later(start, minutes: draw.number(130...170))
      let stay = encounter(
        .emergency, "ED visit", at: .emergency, from: start, to: end,
        because: draw.pick(["short of breath", "cough, fever", "wheeze"]),
        with: [the(.emergencyPhysician)], disposition: "home")
      vital(Terms.saturation, String(draw.number(86...91)), "%", at: start)
      if visit == 0 {
        latest = stay
        vital(Terms.temperature, draw.pick(["37.1", "37.9", "38.3"]), "°C", at: start)
        report(
          "Chest X-ray", draw.pick(["no pneumonia", "small shadow, right base"]),
          at: calendar.later(start, minutes: 60), by: the(.radiologist))
        paper(
          Terms.emergencyNote, "COPD, worse again; steroids for five days", at: end, by: the(.emergencyPhysician),
          about: stay)
      }
      day -= draw.number(13...24)
    }
    ordered(
      "Prednisone 40 mg", "1 tablet in the morning, five days", since: turn, by: .emergencyPhysician, stopped: turn > 5)
    episode("COPD", at: .lungClinic, since: turn + 200)
    if visits > 2 { warn("ED \(visits) times in three months", since: turn - 1) }
    if draw.chance(35) { warn("Oxygen at home, 2 L") }

    oweForLungs(latest, visits: visits)
    says(draw.pick(Self.lungWishes))
    let breathe = goal("Know what to do on a bad day", due: 21, by: the(.nursePractitioner))
    plan(
      "Breathing plan", goals: [breathe],
      [
        Activity("Inhaler technique shown back", "in-progress", .pharmacist),
        Activity("Bad-day plan on the fridge", "scheduled", .nursePractitioner),
        Activity("Lung rehabilitation", "not-started", .physicalTherapist),
      ])
    team(
      "Lung team", [.pulmonologist, .nursePractitioner, .pharmacist, .coordinator, .primaryCare], left: .hospitalist,
      missing: draw.chance(30) ? .physicalTherapist : nil, carer: carer)
    if talks() { talkAboutLungs() }
  }

  private static let lungWishes = [
    "To play cards on Fridays without the tube.", "I want a night without fear.", "To walk the dog to the corner.",
    "Please ask me before you call my son.", "To sing again, a little.",
  ]

  private mutating func oweForLungs(_ latest: Reference, visits: Int) {
    let coordinator = the(.coordinator)
    guard isLive else {
      settled("Call after ED visit", by: coordinator, days: turn - 3, about: latest)
      settled(
        "Lung rehabilitation", by: the(.physicalTherapist), days: turn - 12,
        as: draw.pick([.rejected, .cancelled, .failed, .completed]), because: "Did not want to travel")
      booking(
        "Lung clinic visit", with: the(.pulmonologist), days: -(turn - 15),
        status: draw.pick([.fulfilled, .fulfilled, .noshow, .cancelled]))
      if draw.chance(28) { owed("Renew oxygen papers", by: coordinator) }
      return
    }
    let former = draw.chance(15) ? the(.caseManager) : nil
    let call = owed("Call after ED visit", by: former ?? coordinator, from: the(.emergencyPhysician), about: latest)
    if let former { takeOver(call, from: former) }
    referral(
      "Lung rehabilitation", to: .lungClinic, from: the(.pulmonologist), asked: calendar.at(-turn + 1, 11, 45),
      due: draw.chance(70) ? calendar.day(draw.number(3...25)) : nil, because: "\(visits) ED visits")
    if draw.chance(45) { owed("Watch inhaler technique", by: the(.pharmacist), from: the(.pulmonologist)) }
    if draw.chance(20) {
      booking("Lung clinic visit", with: the(.pulmonologist), days: -max(2, turn - 1), status: .noshow)
    }
  }

  private mutating func talkAboutLungs() {
    let day = isLive ? -1 : -turn + 1
    thread(
      "ED again", urgent: isLive && draw.chance(35), with: [the(.primaryCare)],
      [
        Saying(
          the(.nursePractitioner), calendar.at(day, 8, 55),
          "Back in the ED at night, third inhaler lost. Nobody showed them the new one."),
        Saying(
          the(.coordinator), calendar.at(day, 9, 30), "I will call today and ask what happens before the bad nights."),
        Saying(
          the(.pharmacist), calendar.at(day, 13, 10), "Two refills in one month. I can show the technique by video."),
      ])
  }
}
