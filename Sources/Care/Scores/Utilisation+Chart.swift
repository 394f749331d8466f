extension Utilisation {
  static func scores(_ chart: Chart, now: Instant, zone: Zone) -> [Score] {
    let admissions = chart.admissions(now: now, zone: zone)
    let emergencies = chart.encounters(now, zone, where: \.isEmergency)
    let visits = emergencies.filter { isWithin(visitDays, daysAgo: $0.start.days(to: now, zone: zone)) }
    let waiting = chart.encounters(now, zone) { ($0.isEmergency || $0.isObservation) && $0.isUnderWay }.last?.line
    let stay = admissions.last.flatMap { $0.isUnderWay ? $0 : nil }
    let here = stay?.encounters.last ?? waiting
    func present(_ name: String, _ line: Line<Encounter>?) -> (name: String, holds: Score.Input<Bool>) {
      (name, holds(line) { _ in "yes" })
    }
    func before(_ stays: [Admission]) -> (name: String, holds: Score.Input<Bool>) {
      let recent = stays.last { isWithin(stayDays, daysAgo: $0.start.days(to: now, zone: zone)) }
      return ("Admitted, 30 days", holds(recent?.encounters.first) { $0.title })
    }
    let left = chart.encounters(now, zone, where: \.isSkilledNursing).last { visit in
      guard let end = visit.line.value.period.end?.start(in: zone), end <= now else { return false }
      return isWithin(stayDays, daysAgo: end.days(to: now, zone: zone))
    }
    return [
      highUtiliser(
        visits: chart.counted(
          visits, "visit", since: now.adding(days: -visitDays), enough: 3, zone: zone)),
      score(.readmissionRisk, present("In the ED, observed", waiting), and: before(admissions)),
      score(.recentInpatient, present("In a hospital", stay?.encounters.last), and: before(admissions.dropLast(1))),
      score(
        .recentSkilledNursing, present("At a hospital", here),
        and: ("Left a SNF, 30 days", holds(left?.line) { $0.title })),
    ]
  }

  /// Whether somebody is somewhere is as good as the encounters that have come.
  private static func holds(_ line: Line<Encounter>?, _ words: (Encounter) -> String) -> Score.Input<Bool> {
    guard let line else { return .known(false, Score.Evidence("no encounter on file")) }
    return .known(
      true, Score.Evidence(words(line.value), at: line.value.period.end ?? line.value.period.start, source: line.source)
    )
  }
}
