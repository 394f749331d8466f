import Care

extension Draft {
  /// A lump, a biopsy, an MDT meeting, and a chain of referrals.
  mutating func tellCancer(_ carer: Carer?) {
    let found = -turn - draw.number(12...20)
    document = .primaryCare
    let pcp = the(.primaryCare)
    let first = calendar.at(calendar.workday(found), 9, 20)
    encounter(
      .clinic, "Visit", at: pcp.place, from: first, to: calendar.later(first, minutes: 25),
      because: "lump, left breast", with: [pcp])
    let imaging = referral(
      "Mammogram and ultrasound", to: .imaging, from: pcp, asked: calendar.later(first, minutes: 20), because: "Lump",
      priority: .urgent)

    document = .hospital
    let scanned = calendar.at(calendar.workday(found + 4), 14)
    report(
      "Mammogram and ultrasound", "2.1 cm, left, biopsy advised", at: scanned, by: the(.radiologist), basedOn: [imaging]
    )
    let biopsied = calendar.at(calendar.workday(found + 7), 10)
    let order = referral(
      "Biopsy", to: .surgery, from: the(.radiologist), asked: calendar.later(scanned, minutes: 60), priority: .urgent)
    procedure(
      "Core biopsy", from: biopsied, to: calendar.later(biopsied, minutes: 35), by: the(.surgeon), because: "Lump",
      basedOn: [order])
    let read = calendar.at(calendar.workday(-turn - 3), 15, 20)
    let pathology = report("Pathology", "invasive ductal, grade 2", at: read, by: the(.oncologist))
    paper(Terms.pathologyReport, "Left breast, core biopsy", at: read, by: the(.oncologist))
    problem(Terms.breastCancer, since: turn + 1)
    lab(Terms.hemoglobin, draw.pick(["12.1", "12.8", "13.4"]), "g/dL", at: biopsied, range: "12–16 g/dL")
    let visit = calendar.at(calendar.workday(-turn), 11)
    encounter(
      .clinic, "Oncology visit", at: .oncology, from: visit, to: calendar.later(visit, minutes: 60),
      because: "Breast cancer", with: [the(.oncologist), the(.socialWorker)])
    episode("Breast cancer", at: .oncology, since: turn + 1)
    if !isLive { tellTreatment() }

    oweForCancer(pathology)
    says(draw.pick(Self.cancerWishes))
    let decide = goal(
      "Treatment chosen together", due: 14, by: the(.oncologist), achievement: isLive ? "in progress" : "achieved")
    plan(
      "Cancer care", goals: [decide],
      [
        Activity("MDT meeting", isLive ? "scheduled" : "completed", .oncologist),
        Activity("Genetic counselling offered", "not-started", .oncologist),
        Activity("Someone to talk to", "in-progress", .socialWorker),
      ])
    team(
      "Cancer team", [.oncologist, .surgeon, .radiologist, .socialWorker, .coordinator, .primaryCare],
      left: .nursePractitioner, missing: draw.chance(35) ? .dietitian : nil, carer: carer)
    if talks() { talkAboutCancer() }
  }

  private static let cancerWishes = [
    "Time with my kids before anything else.", "I want to hear all the options, also doing less.",
    "Keep me working if you can.", "No calls at work, please. Evenings.", "To see the sea in spring.",
  ]

  private mutating func tellTreatment() {
    let operated = -turn + 14
    let start = calendar.at(calendar.workday(operated), 8, 30)
    encounter(
      .inpatient, "Surgery", at: .surgery, from: calendar.later(start, minutes: -90),
      to: calendar.later(start, minutes: 360), because: "Breast cancer", with: [the(.surgeon)], disposition: "home")
    procedure(
      "Lumpectomy", from: start, to: calendar.later(start, minutes: 95), by: the(.surgeon), because: "Breast cancer")
    ordered("Letrozole 2.5 mg", "1 tablet a day", since: turn - 20, by: .oncologist)
  }

  private mutating func oweForCancer(_ pathology: Reference) {
    let coordinator = the(.coordinator)
    guard isLive else {
      settled("MDT preparation", by: coordinator, days: turn - 3)
      settled("Acknowledge result: pathology", by: the(.oncologist), days: turn - 1, about: pathology)
      if draw.chance(45) { booking("Oncology follow-up", with: the(.oncologist), days: draw.number(5...60), hour: 14) }
      return
    }
    owed("Prepare MDT meeting", by: coordinator, from: the(.oncologist), about: pathology)
    referral(
      "Genetic counselling", to: .oncology, from: the(.oncologist), asked: calendar.asked(daysAgo: turn),
      due: draw.chance(60) ? calendar.day(draw.number(5...28)) : nil, because: "Family history",
      status: isOneOfMany && turn > 5 ? .completed : .active)
    if draw.chance(40) {
      owed(
        "Acknowledge result: pathology", by: the(.primaryCare), from: the(.oncologist), about: pathology,
        status: .requested)
    }
    if draw.chance(55) { booking("Treatment talk", with: the(.oncologist), days: draw.number(3...10), hour: 11) }
    if draw.chance(25) {
      owed("Help with time off work", by: draw.chance(50) ? the(.socialWorker) : nil, from: the(.oncologist))
    }
  }

  private mutating func talkAboutCancer() {
    let day = isLive ? -1 : -turn + 2
    thread(
      "MDT meeting", with: [the(.primaryCare)],
      [
        Saying(
          the(.oncologist), calendar.at(day, 9), "For Thursday: surgery first, or medicine first? Node status open."),
        Saying(the(.surgeon), calendar.at(day, 9, 25), "I favor surgery first. 2.1 cm, clear margins likely."),
        Saying(the(.radiologist), calendar.at(day, 11, 5), "One node looks thick. I would sample it before we decide."),
        Saying(
          the(.coordinator), calendar.at(day, 11, 30),
          "She asks to hear both options. I have put that first on the agenda."),
      ])
  }
}
