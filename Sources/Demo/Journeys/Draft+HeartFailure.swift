import Care

extension Draft {
  /// Breathless, ED, ward 4B, home. The echo waits for someone to acknowledge it, the practice hasn't taken over.
  mutating func tellHeartFailure(_ carer: Carer?) {
    let home = -turn
    let admitted = home - 6
    document = .primaryCare
    problem(Terms.heartFailure, since: draw.number(200...1500))
    if draw.chance(40) { problem(Terms.fibrillation, since: draw.number(300...2000)) }
    ordered("Lisinopril 10 mg", "1 tablet in the morning", since: draw.number(200...900))
    ordered("Furosemide 20 mg", "1 tablet in the morning", since: draw.number(100...190), stopped: true)

    document = .hospital
    tellEarlierStay(admitted: admitted)
    let arrived = calendar.at(admitted, 19, 5)
    let moved = calendar.at(admitted, 21, 40)
    let left = calendar.at(home, 14, 10)
    encounter(
      .emergency, "ED visit", at: .emergency, from: arrived, to: moved,
      because: "breathless, +\(draw.number(3...6)) kg", with: [the(.emergencyPhysician)], disposition: "admitted")
    let stay = encounter(
      .inpatient, "Ward 4B", at: .unit4B, from: moved, to: left, because: "Heart failure",
      with: [the(.hospitalist), the(.unitNurse), the(.cardiologist)], disposition: "home")
    lab(
      Terms.natriureticPeptide, String(draw.number(2400...8800)), "pg/mL", at: calendar.at(admitted, 19, 40), flag: "H")
    let potassium = lab(
      Terms.potassium, "3.2", "mmol/L", at: calendar.at(home, 6, 30), range: "3.5–5.1 mmol/L", flag: "L")
    vital(Terms.weight, String(draw.number(62...97)), "kg", at: calendar.at(home, 6, 45))
    vital(Terms.saturation, String(draw.number(93...97)), "%", at: calendar.at(home, 6, 45))
    pressure(draw.number(104...138), draw.number(60...80), at: calendar.at(home, 6, 45))
    let fraction = index == 0 ? 35 : draw.number(24...44)
    let measured = lab(Terms.ejectionFraction, String(fraction), "%", at: calendar.at(home - 1, 16), flag: "L")
    let order = referral(
      "Echocardiogram", to: .cardiology, from: the(.hospitalist), asked: calendar.at(admitted + 2, 11, 45),
      because: "Heart failure")
    let echo = report(
      "Echocardiogram", "EF \(fraction) %", at: calendar.at(home - 1, 16), by: the(.cardiologist), results: [measured],
      basedOn: [order])
    paper(Terms.dischargeSummary, "Heart failure, six days", at: left, by: the(.hospitalist), about: stay)
    ordered("Furosemide 40 mg", "1 tablet in the morning", since: turn, by: .cardiologist)
    ordered("Metoprolol succinate 25 mg", "1 tablet in the morning", since: turn, by: .cardiologist)
    episode("Heart failure", at: .cardiology, since: turn + 40)

    handoff("ED → ward 4B", to: the(.unitNurse), at: moved, accepted: true)
    owe(home: home, left: left, echo: echo, fraction: fraction)
    says(index == 0 ? "Home for my granddaughter’s recital on the 28th." : draw.pick(Self.heartWishes))
    let weight = goal("Weight within 1 kg of discharge", due: 30, by: the(.cardiologist))
    plan(
      "Heart failure at home", goals: [weight],
      [
        Activity("Weigh every morning", "in-progress", .homeNurse),
        Activity("Check potassium", "scheduled", .primaryCare),
        Activity("Less salt, together with family", "in-progress", .dietitian),
      ])
    team(
      "Heart failure team", [.cardiologist, .unitNurse, .pharmacist, .coordinator, .primaryCare, .dietitian],
      left: .hospitalist, missing: index == 0 || draw.chance(30) ? .socialWorker : nil, carer: carer)
    if talks() { talkAboutHeart(home: home, potassium: potassium) }
  }

  private static let heartWishes = [
    "I want to climb my own stairs again.", "No more nights in the ED, if we can help it.",
    "To dance at my son’s wedding in June.", "Let me tend my tomatoes.", "To sleep lying flat, beside my wife.",
    "I’d like to walk to church by myself.",
  ]

  private mutating func tellEarlierStay(admitted: Int) {
    guard index == 0 || draw.chance(40) else { return }
    let went = admitted - (index == 0 ? 19 : draw.number(16...60))
    let came = went - draw.number(4...9)
    encounter(
      .emergency, "ED visit", at: .emergency, from: calendar.at(came, 8, 20), to: calendar.at(came, 13, 55),
      because: "swollen legs", with: [the(.emergencyPhysician)], disposition: "admitted")
    encounter(
      .inpatient, "Ward 4B", at: .unit4B, from: calendar.at(came, 13, 55), to: calendar.at(went, 11, 30),
      because: "Heart failure", with: [the(.unitNurse)], disposition: "home")
  }

  /// Medicare's transitional care asks for a call within two business days of the discharge.
  private mutating func owe(home: Int, left: Moment, echo: Reference, fraction: Int) {
    let coordinator = the(.coordinator)
    let callDay = calendar.businessDays(2, after: home)
    let isTaken = !isLive || (index != 0 && draw.chance(65))
    handoff("ward 4B → PCP", to: the(.primaryCare), at: left, accepted: isTaken)
    if callDay >= 0 {
      owed(
        "Call after discharge", by: coordinator, from: the(.hospitalist), due: calendar.at(callDay, 17), asked: left,
        status: .ready, priority: .urgent, note: "TCM: two business days.")
    } else {
      settled("Call after discharge", by: coordinator, days: -callDay)
    }
    guard isLive else {
      settled("Acknowledge result: echo", by: the(.cardiologist), days: turn - 3, about: echo)
      settled("Book cardiology visit", by: coordinator, days: turn - 8)
      booking(
        "Cardiology visit", with: the(.cardiologist), days: -(turn - 20), status: draw.chance(12) ? .noshow : .fulfilled
      )
      if draw.chance(28) { owed("Check weight log", by: coordinator) }
      return
    }
    if index == 0 || draw.chance(55) {
      owed(
        "Acknowledge result: echo, EF \(fraction) %", by: the(.cardiologist), from: the(.hospitalist),
        due: index == 0 ? calendar.day(0) : nil, about: echo, status: .requested)
    }
    let former = index != 0 && draw.chance(20) ? the(.caseManager) : nil
    let visit = owed(
      "Book echo follow-up", by: former ?? coordinator, from: the(.cardiologist),
      due: index == 0 ? calendar.at(calendar.businessDays(2, after: 0), 17) : nil, status: .accepted)
    if let former { takeOver(visit, from: former) }
  }

  private mutating func talkAboutHeart(home: Int, potassium: Reference) {
    let day = isLive ? -max(1, turn - 1) : home + 1
    let pcp = the(.primaryCare)
    thread(
      "Furosemide dose", urgent: isLive, about: [potassium], with: [pcp],
      [
        Saying(
          the(.cardiologist), calendar.at(day, 11, 30), "Start 40 mg in the morning. Weight is up again overnight."),
        Saying(the(.pharmacist), calendar.at(day, 11, 41), "K 3.2: check it before the second dose?"),
        Saying(
          the(.coordinator), calendar.at(day, 11, 52), "\(pcp.spoken)’s office told, blood draw asked for Monday."),
      ])
    if index == 0 || draw.chance(30) {
      thread(
        "Discharge summary", with: [pcp],
        [
          Saying(
            the(.unitNurse), calendar.at(home, 14, 12),
            "Sent to \(pcp.spoken). Needs a read-back: new dose, potassium, daily weight.")
        ])
    }
  }
}
