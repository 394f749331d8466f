import Care
import Testing

@testable import Demo

@Suite("The network has what a demo needs to show")
struct ContentTests {
  private let folded = Folded()

  @Test("Every journey is under way, also in the smallest demos")
  func archetypes() {
    let small = DemoNetwork(patients: 10, seed: 3, now: folded.now, zone: folded.zone)
    #expect(Set((0..<10).map { Draft(network: small, index: $0).archetype }) == Set(Archetype.allCases))
    let shares = (0..<200).map { Draft(network: folded.network, index: $0).archetype }
    for archetype in Archetype.allCases { #expect(shares.filter { $0 == archetype }.count >= 3) }
    #expect(Archetype.allCases.map(\.share).reduce(0, +) == 100)
  }

  @Test("Allergies are listed, none known, not asked and in conflict")
  func allergies() {
    var counts = ["listed": 0, "none": 0, "not asked": 0, "conflict": 0]
    for chart in folded.charts {
      switch chart.allergyState {
      case .listed: counts["listed", default: 0] += 1
      case .noneKnown: counts["none", default: 0] += 1
      case .noneOfSomeKinds: break
      case .notAsked: counts["not asked", default: 0] += 1
      case .conflict: counts["conflict", default: 0] += 1
      }
    }
    #expect(counts["listed", default: 0] > 60)
    #expect(counts["none", default: 0] > 25)
    #expect(counts["not asked", default: 0] > 15)
    #expect((3...30).contains(counts["conflict", default: 0]))
  }

  @Test("A coordinator's day is full and can be done", arguments: [1, 7, 2026] as [UInt64])
  func load(_ seed: UInt64) {
    let folded = Folded(seed: seed)
    let items = folded.charts.map { chart in
      chart.owed(SiteRules(zone: folded.zone)).filter { $0.shownFrom ?? folded.now <= folded.now }
    }
    let open = items.flatMap { $0 }
    #expect((220...400).contains(open.count))
    #expect(items.filter(\.isEmpty).count > 40)
    #expect(items.allSatisfy { $0.count <= 8 })
    let tasks = open.filter { $0.kind == .task }
    let overdue = tasks.filter { ($0.due?.end(in: folded.zone) ?? .distantFuture) <= folded.now }
    let today = tasks.filter { item in
      guard let due = item.due, !overdue.contains(item) else { return false }
      return due.civil(in: folded.zone).date == folded.zone.civil(folded.now).date
    }
    #expect((6...45).contains(overdue.count))
    #expect((4...40).contains(today.count))
    #expect(tasks.contains { $0.due == nil })
    #expect(tasks.contains { $0.owner.isEmpty })
    #expect(Set(open.map(\.kind)) == Set(WorkKind.allCases))
    let talking = folded.charts.filter { !$0.threads.isEmpty }.count
    #expect((60...110).contains(talking))
    #expect(folded.charts.flatMap(\.threads).contains { $0.isUrgent })
  }

  @Test("Somebody's vital signs and somebody's stay can be scored", arguments: [1, 7, 2026] as [UInt64])
  func scores(_ seed: UInt64) {
    let folded = Folded(patients: 40, seed: seed)
    let scores = folded.charts.map { chart in
      chart.scores(folded.directory, now: folded.now, zone: folded.zone).filter { $0.total != nil }
    }
    func total(_ index: Int, _ id: String) -> Double? { scores[index].first { $0.instrument.id == id }?.total }
    #expect(total(0, "lace") == 13)
    #expect(total(2, "news2") == 5)
    #expect(scores.joined().filter { $0.instrument.id == "news2" }.count < 12)
  }

  @Test("Tasks are in every one of FHIR's states")
  func taskStates() {
    let states = Folded(patients: 1000).charts.flatMap { $0.tasks.items.compactMap(\.value.status) }
    #expect(Set(states) == Set(TaskStatus.allCases))
  }

  @Test("Bookings are booked, kept, missed and cancelled; referrals have outcomes, or not yet")
  func loops() {
    let bookings = folded.charts.flatMap { $0.appointments.items.compactMap(\.value.status) }
    #expect(Set(bookings).isSuperset(of: [.booked, .fulfilled, .noshow, .cancelled]))
    let requests = folded.charts.map(\.serviceRequests.count).reduce(0, +)
    let open = folded.charts.flatMap { $0.openItems(SiteRules(zone: folded.zone)) }.filter { $0.kind == .referral }
      .count
    #expect(open > 15)
    #expect(requests - open > 40)
  }

  @Test("Every profession is at work somewhere, with hours, a phone and a mail address that is kept for examples")
  func professions() {
    let roles = folded.directory.members.values.compactMap { member -> PractitionerRole? in
      if case .practitionerRole(let role) = member.resource { role } else { nil }
    }
    let words = Set(roles.compactMap { $0.codes.first?.label })
    #expect(words == Set(Demo.Profession.allCases.map(\.words)))
    #expect((55...130).contains(roles.count))
    for role in roles {
      #expect(!role.hours.isEmpty)
      #expect(role.telecom.contains { $0.system == "phone" && $0.value.hasPrefix("555-01") })
      #expect(role.telecom.contains { $0.system == "email" && $0.value.hasSuffix("@example.org") })
      #expect(role.telecom.allSatisfy { $0.value.utf8.allSatisfy { $0 < 0x80 } })
    }
  }

  @Test("At any hour some of the round-the-clock people are here")
  func shifts() {
    let nurses = folded.directory.members.values.compactMap { member -> PractitionerRole? in
      guard case .practitionerRole(let role) = member.resource else { return nil }
      return role.codes.first?.label == Profession.unitNurse.words ? role : nil
    }
    for hour in 0..<24 {
      let reading = CivilTime(date: CivilDate(year: 2026, month: 11, day: 22), hour: hour, minute: 30)
      #expect(nurses.contains { role in role.hours.contains { $0.contains(reading) } })
    }
  }

  @Test("Teams have roles, someone who has left, and sometimes a role that nobody holds")
  func teams() {
    let teams = folded.charts.flatMap { $0.careTeams.items.map(\.value) }
    #expect(teams.count > 150)
    for team in teams {
      #expect(team.participants.allSatisfy { $0.roles.count == 1 })
      #expect(team.participants.contains { $0.period.end != nil })
    }
    #expect(teams.contains { team in team.participants.contains { $0.actor.isEmpty } })
    let roster = folded.charts[0].team(folded.directory, now: folded.now, zone: folded.zone)
    #expect(roster.contains { $0.standing == .past })
    #expect(roster.contains { $0.standing == .carer })
    #expect(
      roster.contains { folded.directory.presence(of: $0.reference, now: folded.now, zone: folded.zone).isHere })
  }

  @Test("Names come in many scripts, very long and one letter long, hyphenated and without parts")
  func names() {
    let names = folded.charts.map(\.listedName)
    let scalars = names.flatMap(\.unicodeScalars).map(\.value)
    #expect(scalars.contains { (0x4E00...0x9FFF).contains($0) })
    #expect(scalars.contains { (0x0600...0x06FF).contains($0) })
    #expect(scalars.contains { (0x00C0...0x024F).contains($0) })
    #expect(names.contains { $0.contains("Wolfeschlegelsteinhausenbergerdorff") })
    #expect(names.contains("E, Y"))
    #expect(names.contains("Dewi"))
    #expect(names.contains { $0.contains("-") })
    #expect(!names.contains("Name not on file"))
  }

  @Test("Everyone but a newcomer has said what matters; a newcomer has nothing on file")
  func newcomers() {
    for (index, chart) in folded.charts.enumerated() {
      let isNew = Draft(network: folded.network, index: index).archetype == .newcomer
      #expect((chart.whatMatters == nil) == isNew)
      #expect((chart.importedLines.count == 1) == isNew)
    }
  }

  @Test("Ages and sexes fit the journeys")
  func ages() {
    for index in 0..<200 {
      let draft = Draft(network: folded.network, index: index)
      #expect(draft.archetype.ages.contains(draft.person.age) || index == 0)
      if draft.archetype == .pregnancy { #expect(draft.person.isFemale) }
      let today = folded.zone.civil(folded.now).date
      let born = draft.person.birthDate.civil(in: folded.zone).date
      let hadBirthday = (born.month, born.day) <= (today.month, today.day)
      let age = today.year - born.year - (hadBirthday ? 0 : 1)
      #expect(age == draft.person.age)
    }
  }
}
