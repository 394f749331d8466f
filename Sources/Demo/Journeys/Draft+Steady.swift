import Care

extension Draft {
  /// Old, and well looked after: a nurse comes by, the practice sees them once a year.
  mutating func tellSteady(_ carer: Carer?) {
    document = .primaryCare
    if draw.chance(50) { problem(Terms.arthritis, since: draw.number(2000...6000)) }
    ordered("Vitamin D 1000 units", "1 tablet a day", since: draw.number(100...900))
    episode("Care at home", at: .homeHealth, since: 400)

    document = .coordination
    tellHomeVisits(from: -70, to: -draw.number(2...6), every: 14)
    let weighed = calendar.at(calendar.workday(-8), 10, 40)
    vital(Terms.weight, String(draw.number(48...82)), "kg", at: weighed)
    pressure(draw.number(118...150), draw.number(62...84), at: weighed)

    let coordinator = the(.coordinator)
    if isLive {
      booking("Yearly visit", with: the(.primaryCare), days: draw.number(3...30), hour: 9)
      if draw.chance(60) { owed("Hearing aid: book fitting", by: coordinator, from: the(.homeNurse)) }
    } else {
      settled("Flu shot", by: the(.homeNurse), days: draw.number(6...40))
      if draw.chance(35) { booking("Yearly visit", with: the(.primaryCare), days: draw.number(20...80), hour: 9) }
    }
    says(draw.pick(Self.steadyWishes), days: 200)
    let stay = goal("To stay at home", due: 180, by: the(.homeNurse))
    plan(
      "Care at home", goals: [stay],
      [
        Activity("Nurse every two weeks", "in-progress", .homeNurse),
        Activity("Pill box filled", "in-progress", .pharmacist),
      ])
    team("Home team", [.homeNurse, .primaryCare, .pharmacist, .coordinator], left: .physicalTherapist, carer: carer)
    if talks() {
      let day = -draw.number(1...8)
      thread(
        "Doing well",
        [
          Saying(
            the(.homeNurse), calendar.at(day, 11, 15),
            "All steady. She beat me at chess again, twice.".steady(person.isFemale)),
          Saying(coordinator, calendar.at(day, 11, 50), "Lovely. Anything you need from us?"),
        ])
    }
  }

  private static let steadyWishes = [
    "My own bed, my own window.", "Visitors after ten, please. I read in the mornings.",
    "To be a hundred and still win at chess.",
    "Let the priest know if I go to the hospital.", "Nothing more, thank you. I am well.",
  ]
}

extension String {
  fileprivate func steady(_ isFemale: Bool) -> String { isFemale ? self : replacing("She", with: "He") }
}
