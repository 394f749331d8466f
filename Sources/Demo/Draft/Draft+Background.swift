import Care

extension Draft {
  /// What primary care has known for years: long-standing problems, medicines, measurements, vaccines.
  mutating func tellBackground() {
    if person.age >= 45 {
      if draw.chance(65) {
        problem(Terms.hypertension, since: draw.number(700...5000))
        ordered("Amlodipine 5 mg", "1 tablet in the morning", since: draw.number(200...900))
      }
      if draw.chance(45) {
        problem(Terms.highLipids, since: draw.number(700...4000))
        ordered("Atorvastatin 20 mg", "1 tablet at night", since: draw.number(200...900))
      }
      if draw.chance(30) { problem(Terms.arthritis, since: draw.number(700...4000)) }
      if draw.chance(15) { problem(Terms.kidneyDisease, since: draw.number(300...2000), note: "Stage 3, stable.") }
      if draw.chance(20) { takes("Ibuprofen 400 mg", "when the knees hurt", asked: turn + 20) }
    }
    if archetype != .asthma && draw.chance(24) {
      let finding = draw.pick([
        Terms.livesAlone, Terms.livesAlone, Terms.noTransport, Terms.foodShort, Terms.fewContacts,
      ])
      _ = social(finding, since: draw.number(20...300))
    }
    immunized("Influenza", code: "140", days: draw.number(35...60))
    if person.age >= 65 && draw.chance(50) { immunized("Pneumococcal", code: "33", days: draw.number(300...1500)) }
    let drawn = draw.number(160...330)
    let visited = index == 0 ? 300 : drawn
    let day = calendar.workday(-visited)
    let start = calendar.at(day, draw.number(9...15), 10)
    encounter(
      .clinic, "Yearly visit", at: the(.primaryCare).place, from: start, to: calendar.later(start, minutes: 30),
      with: [the(archetype == .asthma ? .pediatrician : .primaryCare)])
    if person.age >= 16 { pressure(draw.number(118...158), draw.number(66...92), at: start) }
    vital(Terms.weight, String(person.age < 16 ? person.age * 3 + 8 : draw.number(52...104)), "kg", at: start)
    if person.age >= 45 {
      lab(Terms.creatinine, "\(draw.number(7...13))".inserting(), "mg/dL", at: start, range: "0.6–1.3 mg/dL")
    }
    if draw.chance(9) && person.languages[0] != "en" { warn("Interpreter needed") }
    if person.age >= 75 && draw.chance(22) { warn("Falls: two this year") }
  }
}

extension String {
  /// Two digits as a number with one decimal: "13" is "1.3", "7" is "0.7".
  fileprivate func inserting() -> String {
    count == 1 ? "0." + self : String(dropLast()) + "." + String(suffix(1))
  }
}
