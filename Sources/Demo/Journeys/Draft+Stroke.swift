import Care

extension Draft {
  /// A stroke, the stroke unit, then weeks at a skilled nursing facility.
  mutating func tellStroke(_ carer: Carer?) {
    let moved = -turn
    let admitted = moved - draw.number(6...10)
    document = .hospital
    problem(Terms.stroke, since: -admitted, note: "Left side; speech mostly back.")
    if draw.chance(50) { problem(Terms.fibrillation, since: -admitted) }
    let arrived = calendar.at(admitted, 6, 50)
    let treated = calendar.at(admitted, 8, 35)
    let left = calendar.at(moved, 11, 15)
    encounter(
      .emergency, "ED visit", at: .emergency, from: arrived, to: treated, because: "face drooped, speech slurred",
      with: [the(.emergencyPhysician)], disposition: "admitted")
    let order = referral(
      "CT of the head", to: .imaging, from: the(.emergencyPhysician), asked: calendar.later(arrived, minutes: 8),
      priority: .stat)
    report(
      "CT of the head", "no bleeding; clot in the right middle artery", at: calendar.at(admitted, 7, 20),
      by: the(.radiologist), basedOn: [order])
    let stay = encounter(
      .inpatient, "Stroke unit", at: .strokeUnit, from: treated, to: left, because: "Stroke",
      with: [the(.neurologist), the(.physicalTherapist), the(.socialWorker)], disposition: "skilled nursing facility")
    procedure(
      "Clot removal", from: calendar.at(admitted, 9), to: calendar.at(admitted, 10, 5), by: the(.neurologist),
      because: "Stroke")
    pressure(draw.number(128...164), draw.number(70...92), at: calendar.at(moved, 7))
    paper(Terms.dischargeSummary, "Stroke; to Willow Skilled Nursing", at: left, by: the(.neurologist), about: stay)
    ordered("Apixaban 5 mg", "1 tablet twice a day", since: turn, by: .neurologist)
    ordered("Atorvastatin 80 mg", "1 tablet at night", since: turn, by: .neurologist)
    episode("Stroke", at: .strokeUnit, since: -admitted, endedAt: isLive ? nil : max(1, turn - 25))

    document = .coordination
    let wentHome = isLive ? nil : turn - 24
    encounter(
      .skilledNursing, "Skilled nursing", at: .skilledNursing, from: calendar.later(left, minutes: 55),
      to: wentHome.map { calendar.at(-$0, 10) }, because: "Learning to walk again",
      with: [the(.physicalTherapist), the(.dietitian)],
      disposition: wentHome == nil ? "" : "home with home health")
    if let wentHome {
      tellHomeVisits(from: -wentHome + 2, to: -1, every: 6)
      handoff("Willow → PCP", to: the(.primaryCare), at: calendar.at(-wentHome, 10), accepted: true)
    }
    handoff("stroke unit → Willow", to: the(.physicalTherapist), at: left, accepted: !isLive || draw.chance(60))
    oweAfterStroke()
    says(draw.pick(Self.strokeWishes))
    let walk = goal("To the bathroom with a cane, alone", due: 28, by: the(.physicalTherapist))
    plan(
      "After the stroke", goals: [walk],
      [
        Activity("Walking practice, daily", "in-progress", .physicalTherapist),
        Activity("Swallowing check", "completed", .dietitian),
        Activity("Home made safe: rails, rugs", "not-started", .socialWorker),
      ])
    team(
      "Stroke team", [.neurologist, .physicalTherapist, .dietitian, .socialWorker, .coordinator, .primaryCare],
      left: .emergencyPhysician, missing: draw.chance(30) ? .pharmacist : nil, carer: carer)
    if talks() { talkAfterStroke(carer) }
  }

  private static let strokeWishes = [
    "To hold a pen and write my own letters.", "I want to go home to my garden, not to stay.",
    "Speak slowly. I understand all of it.", "To make tea for my friends again.", "My dog. Who has my dog?",
  ]

  private mutating func oweAfterStroke() {
    let coordinator = the(.coordinator)
    guard isLive else {
      settled("Home made safe", by: the(.socialWorker), days: turn - 20)
      if draw.chance(40) { booking("Neurology visit", with: the(.neurologist), days: draw.number(6...40), hour: 13) }
      return
    }
    owed("Plan the way home from Willow", by: the(.socialWorker), from: coordinator)
    if draw.chance(60) { owed("Send medication list to Willow", by: the(.pharmacist), from: the(.neurologist)) }
    if draw.chance(45) { owed("Call family about home visit", by: coordinator) }
    booking("Neurology visit", with: the(.neurologist), days: draw.number(9...30), hour: 13)
  }

  private mutating func talkAfterStroke(_ carer: Carer?) {
    let day = isLive ? -1 : -turn + 2
    var sayings = [
      Saying(
        the(.physicalTherapist), calendar.at(day, 10, 5),
        "Stands with one helper. Tires after lunch; mornings are better."),
      Saying(
        the(.socialWorker), calendar.at(day, 10, 50), "House has six steps and no rail. Asking for one this week."),
    ]
    if let carer {
      sayings.append(
        Saying(carer.reference, calendar.at(day, 19, 30), "I can be there from Thursday. What shall I bring?"))
    }
    thread("Going home", with: [the(.primaryCare)], sayings)
  }

  /// Visits by a nurse at home, a few days apart.
  mutating func tellHomeVisits(from first: Int, to last: Int, every days: Int) {
    for day in stride(from: max(first, last - days * 5), through: last, by: days) {
      let start = calendar.at(calendar.workday(day), 10, 20)
      encounter(
        .home, "Home visit", at: .homeHealth, from: start, to: calendar.later(start, minutes: 40),
        with: [the(.homeNurse)])
    }
  }
}
