import Care

extension Draft {
  /// Diabetes that won't come right while the home isn't: a referral to a community organization.
  mutating func tellDiabetes(_ carer: Carer?) {
    document = .primaryCare
    let pcp = the(.primaryCare)
    problem(Terms.diabetes, since: draw.number(900...4000))
    let need = social(draw.pick([Terms.poorHousing, Terms.poorHousing, Terms.noHome]), since: turn + 5)
    if draw.chance(45) { _ = social(Terms.foodShort, since: turn + 5) }
    ordered("Metformin 1000 mg", "1 tablet twice a day", since: draw.number(100...900))
    let asked = calendar.at(calendar.workday(-turn - 5), 10, 30)
    encounter(
      .clinic, "Diabetes visit", at: pcp.place, from: asked, to: calendar.later(asked, minutes: 40),
      because: "sugar high, insulin spoiled", with: [pcp, the(.dietitian)])
    lab(
      Terms.glycatedHemoglobin, draw.pick(["8.9", "9.6", "10.4", "11.2"]), "%", at: asked, range: "under 7 %", flag: "H"
    )
    lab(
      Terms.glycatedHemoglobin, draw.pick(["7.4", "7.9", "8.3"]), "%",
      at: calendar.at(calendar.workday(-turn - 190), 9, 30), range: "under 7 %", flag: "H")
    pressure(draw.number(122...150), draw.number(70...90), at: asked)
    if draw.chance(60) {
      ordered("Insulin glargine 100 units/mL", "\(draw.number(10...26)) units at night", since: turn + 60)
      takes("Insulin glargine 100 units/mL", "when there is a refrigerator", asked: turn + 5)
    }
    episode("Diabetes", at: pcp.place, since: turn + 100)

    document = .coordination
    agree(to: .housingTrust, purpose: "Sharing the housing need")
    oweForHousing(need)
    says(draw.pick(Self.homeWishes))
    let sugar = goal("HbA1c under 8 %", due: 90, by: pcp)
    plan(
      "Home and health", goals: [sugar],
      [
        Activity("A safe room with a refrigerator", "in-progress", .communityWorker),
        Activity("Meals that fit", "in-progress", .dietitian),
        Activity("Foot check", "scheduled", .nursePractitioner),
      ])
    team(
      "Diabetes team", [.primaryCare, .dietitian, .communityWorker, .socialWorker, .coordinator],
      left: .nursePractitioner, missing: draw.chance(35) ? .pharmacist : nil, carer: carer)
    if talks() { talkAboutHome() }
  }

  private static let homeWishes = [
    "First a door that locks. Then we talk about sugar.", "I want my kids with me for the holidays.",
    "A kitchen. I used to cook for thirty.", "To stop choosing between food and bus fare.",
    "To go back to night school.",
  ]

  private mutating func oweForHousing(_ need: Reference) {
    let worker = the(.communityWorker)
    guard isLive else {
      let request = referral(
        "Housing support", to: .housingTrust, from: the(.socialWorker), asked: calendar.asked(daysAgo: turn + 2),
        because: need.display)
      settled("Housing support", by: worker, days: max(2, turn - 14), about: request)
      settled(
        "Food boxes, weekly", by: worker, days: max(2, turn - 6),
        as: draw.pick([.completed, .completed, .enteredInError, .cancelled]))
      if draw.chance(30) { booking("Diabetes visit", with: the(.primaryCare), days: draw.number(4...50)) }
      return
    }
    let isWaiting = draw.chance(35)
    referral(
      "Housing support", to: .housingTrust, from: the(.socialWorker), asked: calendar.asked(daysAgo: turn + 1),
      due: calendar.day(draw.number(2...24)), because: need.display, status: isWaiting ? .onHold : .active,
      note: isWaiting ? "Waitlist: about three weeks." : "")
    owed(
      "Call Open Door about a room", by: draw.chance(80) ? the(.coordinator) : nil, from: the(.socialWorker),
      about: need)
    if draw.chance(40) { owed("Store insulin at the pharmacy", by: the(.pharmacist), from: the(.primaryCare)) }
    if draw.chance(30) { booking("Foot check", with: the(.nursePractitioner), days: draw.number(2...14), hour: 9) }
    if draw.chance(25) { settled("Ask again about a shelter", by: worker, days: 2, as: .draft) }
  }

  private mutating func talkAboutHome() {
    let day = isLive ? -1 : -turn + 3
    thread(
      "A room", with: [the(.socialWorker)],
      [
        Saying(
          the(.communityWorker), calendar.at(day, 14, 20),
          "One room frees up on the 1st. They need income papers by Wednesday."),
        Saying(the(.coordinator), calendar.at(day, 14, 45), "Papers are with the practice. I will scan them tomorrow."),
      ])
    if draw.chance(25) {
      thread(
        "Insulin without a refrigerator",
        [
          Saying(the(.primaryCare), calendar.at(day, 16, 10), "Can the pen stay out for a month?"),
          Saying(
            the(.pharmacist), calendar.at(day, 16, 32), "Yes, 28 days below 86 °F. We can keep the spare ones here."),
        ])
    }
  }
}
