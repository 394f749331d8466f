import Care

extension Draft {
  mutating func tellPregnancy(_ carer: Carer?) {
    document = .hospital
    let weeks = draw.number(12...37)
    problem(Terms.pregnancy, since: max(weeks * 7 - 40, 20), note: "\(weeks) weeks.")
    let dueIn = (40 - weeks) * 7
    for visit in 0..<min(4, weeks / 7) {
      let day = calendar.workday(-turn - visit * 28)
      guard -day < weeks * 7 - 35 else { break }
      let start = calendar.at(day, 13, 40)
      encounter(
        visit == 2 ? .virtual : .clinic, "Antenatal visit", at: .maternity, from: start,
        to: calendar.later(start, minutes: 30), because: "\(max(5, weeks + day / 7)) weeks", with: [the(.midwife)])
      if visit != 2 { pressure(draw.number(104...138), draw.number(60...88), at: start) }
    }
    let scanned = calendar.at(calendar.workday(-turn - 1), 9, 30)
    let order = referral("Ultrasound", to: .imaging, from: the(.midwife), asked: calendar.asked(daysAgo: turn + 9))
    report(
      "Ultrasound", draw.pick(["growing well", "growing well; placenta low", "one baby, heart seen"]), at: scanned,
      by: the(.radiologist), basedOn: [order])
    lab(Terms.hemoglobin, draw.pick(["10.6", "11.4", "12.2"]), "g/dL", at: scanned, range: "11–15 g/dL")
    ordered("Prenatal vitamins", "1 tablet a day", since: max(turn, 8), by: .midwife)
    episode("Pregnancy", at: .maternity, since: max(weeks * 7 - 45, 15))

    let coordinator = the(.coordinator)
    if isLive {
      owed(
        draw.pick(["Book glucose test", "Book anatomy scan", "Talk about birth plan"]), by: coordinator,
        from: the(.midwife))
      booking("Antenatal visit", with: the(.midwife), days: draw.number(3...20), hour: 13)
      if draw.chance(35) { owed("Ride to the antenatal clinic", by: the(.communityWorker), from: the(.midwife)) }
    } else {
      settled("Book anatomy scan", by: coordinator, days: min(turn, 40))
      if draw.chance(55) { booking("Antenatal visit", with: the(.midwife), days: draw.number(5...27), hour: 13) }
    }
    says(draw.pick(Self.birthWishes), days: 14)
    let birth = goal("A birth plan we both know", due: max(dueIn - 21, 7), by: the(.midwife))
    plan(
      "Pregnancy", goals: [birth],
      [
        Activity("Antenatal visits", "in-progress", .midwife),
        Activity("Whom to call at night", "completed", .coordinator),
      ])
    team(
      "Maternity team", [.midwife, .obstetrician, .primaryCare, .coordinator], left: .nursePractitioner,
      missing: draw.chance(25) ? .dietitian : nil, carer: carer)
    if talks() { talkAboutBirth() }
  }

  private static let birthWishes = [
    "My sister with me, whatever happens.", "I lost one. Please don’t tell me not to worry.",
    "A calm room, few people.",
    "Speak to me first, then to my husband.",
  ]

  private mutating func talkAboutBirth() {
    let day = isLive ? -1 : -min(turn, 60)
    thread(
      "Headache since Sunday", urgent: isLive && draw.chance(40),
      [
        Saying(patient, calendar.at(day, 7, 45), "My head hurts since Sunday and my rings are tight. Is that normal?"),
        Saying(
          the(.midwife), calendar.at(day, 8, 5), "Please come in today for your blood pressure. I have told the clinic."
        ),
        Saying(the(.coordinator), calendar.at(day, 8, 20), "Ride booked for 9:30."),
      ])
  }
}
