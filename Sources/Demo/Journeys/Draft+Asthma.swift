import Care

extension Draft {
  /// A child with asthma, and the parent who knows best.
  mutating func tellAsthma(_ carer: Carer?) {
    document = .primaryCare
    let doctor = the(.pediatrician)
    problem(Terms.asthma, since: draw.number(200...900))
    ordered(
      "Fluticasone inhaler", "2 puffs morning and night, with spacer", since: draw.number(60...200), by: .pediatrician)
    ordered("Albuterol inhaler", "2 puffs when wheezing", since: draw.number(60...200), by: .pediatrician)
    let visit = calendar.at(calendar.workday(-turn - 30), 15, 20)
    encounter(
      .clinic, "Asthma visit", at: doctor.place, from: visit, to: calendar.later(visit, minutes: 30),
      because: "cough at night", with: [doctor])

    document = .hospital
    if isLive || draw.chance(50) {
      let start = calendar.at(-turn, 19, 35)
      let end = calendar.later(start, minutes: 165)
      let stay = encounter(
        .emergency, "ED visit", at: .emergency, from: start, to: end, because: "wheeze after soccer",
        with: [the(.emergencyPhysician)], disposition: "home")
      vital(Terms.saturation, String(draw.number(89...93)), "%", at: start)
      vital(Terms.pulse, String(draw.number(112...138)), "/min", at: start)
      paper(Terms.emergencyNote, "Asthma, settled with nebulizer", at: end, by: the(.emergencyPhysician), about: stay)
    }
    episode("Asthma", at: doctor.place, since: turn + 100)

    let coordinator = the(.coordinator)
    if isLive {
      owed("Asthma plan to the school", by: coordinator, from: doctor)
      if draw.chance(70) { booking("Asthma visit", with: doctor, days: draw.number(2...12), hour: 15) }
      if draw.chance(30) { owed("Mold in the bedroom: ask the landlord", by: the(.communityWorker), from: doctor) }
    } else {
      settled("Asthma plan to the school", by: coordinator, days: min(turn, 25))
      if draw.chance(25) { owed("Renew the school’s inhaler", by: coordinator, from: doctor) }
    }
    says(draw.pick(Self.childWishes), days: 20)
    let play = goal("Soccer without stopping", due: 60, by: doctor)
    plan(
      "Asthma plan", goals: [play],
      [
        Activity("Inhaler with spacer, shown back", "completed", .pharmacist),
        Activity("Plan at school", "in-progress", .coordinator),
      ])
    team("Asthma team", [.pediatrician, .pharmacist, .coordinator], left: .nursePractitioner, carer: carer)
    if let carer, talks() {
      let day = isLive ? -1 : -min(turn, 50)
      thread(
        "Inhaler at school",
        [
          Saying(carer.reference, calendar.at(day, 20, 10), "The school nurse says she has no paper for the inhaler."),
          Saying(coordinator, calendar.at(day, 20, 40), "I will send it first thing and call her."),
          Saying(doctor, calendar.at(day, 21, 5), "Signed. Two puffs before sports, too."),
        ])
    }
  }

  private static let childWishes = [
    "I want to be goalie.", "No mask with the monkey on it. I am big.", "To sleep over at Max’s.",
    "Can I keep the cat?",
  ]
}
