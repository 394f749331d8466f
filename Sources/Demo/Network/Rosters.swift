import Care

/// Who is on shift, on call and absent around the demo's instant, as an office notes it beside everybody's own hours.
struct Rosters: Sendable {
  let colleagues: Colleagues
  let places: Places
  let calendar: Calendar

  /// Who keeps them.
  var keeper: Colleague { colleagues.first(.administrator) }

  var lines: [DirectoryLine] {
    let (monday, doctor) = (calendar.nextMonday, colleagues.first(.primaryCare))
    let weekend = (start: calendar.at(-1, 17), end: calendar.at(monday, 7))
    let nurse = calendar.shift
    return [
      line(of: colleagues.first(.homeNurse), RosterSpan(.shift, start: nurse.start, end: nurse.end)),
      line(
        of: colleagues.first(.surgeon),
        RosterSpan(.shift, start: calendar.at(monday, 7), end: calendar.at(monday, 15), words: "operating room")),
      line(
        of: doctor,
        RosterSpan(
          .absence, start: weekend.start, end: calendar.at(monday, 8),
          deputy: colleagues.first(.hospitalist).practitioner)),
    ] + onCall(weekend.start, weekend.end, monday)
  }

  /// Two for the heart over the weekend, one called after the other, and who has the week after.
  private func onCall(_ start: Moment, _ end: Moment, _ monday: Int) -> [DirectoryLine] {
    let heart = places.organization(.cardiology)
    return zip(0..., colleagues.all(.cardiologist).prefix(3)).map { number, doctor in
      let isNext = number == 2
      return line(
        of: doctor,
        RosterSpan(
          .onCall, start: isNext ? end : start, end: isNext ? calendar.at(monday + 7, 7) : end,
          rank: isNext ? 1 : number + 1, unit: heart))
    }
  }

  private func line(of member: Colleague, _ span: RosterSpan) -> DirectoryLine {
    DirectoryLine(
      id: Directory.dutyRosterID(of: member.practitionerID), origins: [], origin: "",
      resource: .dutyRoster(DutyRoster(member: member.practitioner, spans: [span])))
  }
}
