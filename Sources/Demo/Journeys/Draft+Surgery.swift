import Care

extension Draft {
  /// Fainted, ED, cardiologist, tests, a new valve, ward, home: six steps by six people, and one handoff that nobody
  /// took.
  mutating func tellSurgery(_ carer: Carer?) {
    let home = -turn
    let operated = home - 5
    let found = operated - draw.number(9...16)
    document = .primaryCare
    problem(Terms.hypertension, since: draw.number(900...5000))

    document = .hospital
    problem(Terms.aorticStenosis, since: -found, note: "Severe; valve replaced.")
    let arrived = calendar.at(found, 10, 25)
    let seen = calendar.at(found, 15, 50)
    encounter(
      .emergency, "ED visit", at: .emergency, from: arrived, to: seen, because: "fainted on the stairs",
      with: [the(.emergencyPhysician)], disposition: "cardiology in two days")
    paper(Terms.emergencyNote, "Fainted; murmur", at: seen, by: the(.emergencyPhysician))
    let consult = calendar.at(calendar.businessDays(2, after: found), 9, 30)
    encounter(
      .clinic, "Cardiology visit", at: .cardiology, from: consult, to: calendar.later(consult, minutes: 45),
      because: "murmur", with: [the(.cardiologist)])
    let echoOrder = referral(
      "Echocardiogram", to: .cardiology, from: the(.cardiologist), asked: calendar.later(consult, minutes: 40))
    let tested = calendar.at(calendar.businessDays(4, after: found), 13, 15)
    report("Echocardiogram", "valve area 0.7 cm²", at: tested, by: the(.cardiologist), basedOn: [echoOrder])
    let scanOrder = referral(
      "CT of the aorta", to: .imaging, from: the(.cardiologist), asked: calendar.later(consult, minutes: 40))
    let scanned = calendar.later(tested, minutes: 120)
    report("CT of the aorta", "fit for valve replacement", at: scanned, by: the(.radiologist), basedOn: [scanOrder])
    let surgery = referral(
      "Valve replacement", to: .surgery, from: the(.cardiologist), asked: calendar.later(scanned, minutes: 70),
      because: "Aortic stenosis",
      priority: .urgent)
    let admitted = calendar.at(operated - 1, 16)
    let start = calendar.at(operated, 8, 40)
    let end = calendar.at(operated, 12, 10)
    let leftICU = calendar.at(operated + 1, 11)
    let left = calendar.at(home, 13, 30)
    encounter(
      .inpatient, "Surgery", at: .surgery, from: admitted, to: end, because: "Aortic stenosis", with: [the(.surgeon)])
    procedure(
      "Valve replacement", from: start, to: end, by: the(.surgeon), because: "Aortic stenosis", basedOn: [surgery])
    encounter(
      .inpatient, "ICU", at: .intensiveCare, from: end, to: leftICU, because: "After surgery",
      with: [the(.intensiveCareNurse)])
    encounter(
      .inpatient, "Ward 4B", at: .unit4B, from: leftICU, to: left, because: "After surgery",
      with: [the(.unitNurse), the(.hospitalist), the(.physicalTherapist)], disposition: "home")
    lab(
      Terms.hemoglobin, draw.pick(["8.9", "9.4", "10.1"]), "g/dL", at: calendar.at(home, 6, 20), range: "12–16 g/dL",
      flag: "L")
    vital(Terms.pulse, String(draw.number(66...92)), "/min", at: calendar.at(home, 6, 20))
    pressure(draw.number(108...140), draw.number(60...82), at: calendar.at(home, 6, 20))
    paper(Terms.operationNote, "Valve replacement, no complications", at: calendar.at(operated, 13), by: the(.surgeon))
    ordered("Aspirin 81 mg", "1 tablet in the morning", since: turn, by: .surgeon)
    ordered("Metoprolol tartrate 25 mg", "1 tablet twice a day", since: turn, by: .hospitalist)
    episode("Valve replacement", at: .surgery, since: -found)

    handoff("ED → cardiology", to: the(.cardiologist), at: consult, accepted: true)
    handoff("cardiology → surgery", to: the(.surgeon), at: admitted, accepted: true)
    handoff("surgery → ICU", to: the(.intensiveCareNurse), at: end, accepted: true)
    // The walkthrough's missing handoff; at rest it has been made good.
    handoff("ICU → ward 4B", to: the(.unitNurse), at: leftICU, accepted: index != 1 && (!isLive || draw.chance(70)))
    owe(home: home, left: left)
    says(draw.pick(Self.surgeryWishes))
    let walk = goal("Walk ten minutes, twice a day", due: 40, by: the(.physicalTherapist))
    plan(
      "Back on your feet", goals: [walk],
      [
        Activity("Breathing exercises, hourly", "completed", .unitNurse),
        Activity("Wound check", "scheduled", .nursePractitioner),
        Activity("Cardiac rehabilitation", "not-started", .physicalTherapist),
      ])
    team(
      "Surgery team", [.surgeon, .cardiologist, .unitNurse, .physicalTherapist, .coordinator, .primaryCare],
      left: .intensiveCareNurse, missing: draw.chance(25) ? .pharmacist : nil, carer: carer)
    if talks() { talkAboutSurgery(home: home, carer: carer) }
  }

  private static let surgeryWishes = [
    "I want to be back at the choir by Easter.", "Just tell me straight what comes next.",
    "I need my hands steady for the workshop.", "To carry my grandson again.", "Don’t let me be a burden to Ada.",
  ]

  private mutating func owe(home: Int, left: Moment) {
    let coordinator = the(.coordinator)
    guard isLive else {
      settled("Wound check", by: the(.nursePractitioner), days: turn - 7)
      booking("Surgery follow-up", with: the(.surgeon), days: -(turn - 14), status: .fulfilled)
      if draw.chance(30) {
        referral(
          "Cardiac rehabilitation", to: .skilledNursing, from: the(.cardiologist),
          asked: calendar.asked(daysAgo: turn - 5),
          due: calendar.day(draw.number(3...20)))
      }
      return
    }
    handoff("ward 4B → PCP", to: the(.primaryCare), at: left, accepted: true)
    owed("Book wound check", by: coordinator, from: the(.surgeon))
    booking("Surgery follow-up", with: the(.surgeon), days: draw.number(4...16), hour: 9)
    if draw.chance(45) { owed("Arrange a ride to the follow-up", by: the(.communityWorker), from: coordinator) }
    if draw.chance(40) { owed("Explain the new tablets again", by: the(.pharmacist), from: the(.unitNurse)) }
  }

  private mutating func talkAboutSurgery(home: Int, carer: Carer?) {
    let day = isLive ? -1 : home + 1
    if let carer, draw.chance(50) {
      thread(
        "Lifting and stairs",
        [
          Saying(
            carer.reference, calendar.at(day, 18, 20),
            "May we use the stairs yet? The bedroom is on the second floor."),
          Saying(
            the(.physicalTherapist), calendar.at(day, 19, 5),
            "Yes, slowly, one rest halfway. Nothing over 10 lb until the check."),
        ])
    } else {
      thread(
        "Wound, left edge", urgent: isLive && draw.chance(50),
        [
          Saying(
            the(.unitNurse), calendar.at(day, 9, 15),
            "Left edge a little red at discharge, no fever. Please look at it early."),
          Saying(the(.coordinator), calendar.at(day, 9, 40), "Asking for a check within the week."),
          Saying(the(.surgeon), calendar.at(day, 12, 25), "Good. Photo through the portal if it spreads."),
        ])
    }
  }
}
