import TestSupport
import Testing

@testable import Care

/// Central Europe in 2026: clocks go forward on 29 March and back on 25 October, both at 01:00 UTC.
private let berlin = Zone(
  name: "Europe/Berlin", initialOffset: 3600,
  transitions: [
    Zone.Transition(at: instant("2026-03-29T01:00"), offset: 7200),
    Zone.Transition(at: instant("2026-10-25T01:00"), offset: 3600),
  ])

private func presence(
  _ hours: [AvailableTime], at now: String, zone: Zone = .utc, _ change: (inout Staff) -> Void = { _ in }
) -> Presence {
  var staff = Staff()
  let post = staff.post(1, "Ana", "nurse", hours: hours)
  change(&staff)
  return staff.directory.presence(of: post, now: instant(now), zone: zone)
}

private let every = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
private let nights = [hours(["sat"], "22:00:00", "06:00:00")]

@Suite struct PresenceTests {
  // 20 November 2026 is a Friday.
  @Test(arguments: [
    ("2026-11-20T07:59", Presence.away(until: instant("2026-11-20T08:00"))),
    ("2026-11-20T08:00", .here(until: instant("2026-11-20T17:00"))),
    ("2026-11-20T16:59", .here(until: instant("2026-11-20T17:00"))),
    ("2026-11-20T17:00", .away(until: instant("2026-11-23T08:00"))),
  ])
  func `office hours end at the hour and begin again on Monday`(now: String, presence: Presence) {
    #expect(CareTests.presence(office, at: now) == presence)
  }

  @Test(arguments: [
    ("2026-11-21T23:00", Presence.here(until: instant("2026-11-22T06:00"))),
    ("2026-11-22T05:59", .here(until: instant("2026-11-22T06:00"))),
    ("2026-11-22T06:00", .away(until: instant("2026-11-28T22:00"))),
    ("2026-11-22T23:00", .away(until: instant("2026-11-28T22:00"))),
  ])
  func `a night belongs to the day on which it began`(now: String, presence: Presence) {
    #expect(CareTests.presence(nights, at: now) == presence)
  }

  @Test func `a night is as long as the clocks make it`() {
    // Sunday 06:00 is 04:00 UTC after the change in spring, and 05:00 UTC after the one in autumn.
    #expect(presence(nights, at: "2026-03-29T00:30", zone: berlin) == .here(until: instant("2026-03-29T04:00")))
    #expect(presence(nights, at: "2026-10-25T00:30", zone: berlin) == .here(until: instant("2026-10-25T05:00")))
    #expect(presence(nights, at: "2026-10-25T04:59", zone: berlin).isHere)
    #expect(!presence(nights, at: "2026-10-25T05:00", zone: berlin).isHere)
    #expect(presence(office, at: "2026-10-24T12:00", zone: berlin) == .away(until: instant("2026-10-26T07:00")))
    #expect(presence(office, at: "2026-03-28T12:00", zone: berlin) == .away(until: instant("2026-03-30T06:00")))
  }

  @Test func `hours that are written in two pieces around midnight are one night`() {
    let night = [hours(every, "23:00:00", "23:59:59"), hours(every, "00:00:00", "07:00:00")]
    #expect(presence(night, at: "2026-11-20T23:59") == .here(until: instant("2026-11-21T07:00")))
    #expect(presence(night, at: "2026-11-21T00:00") == .here(until: instant("2026-11-21T07:00")))
  }

  @Test func `who is always there has no end`() {
    #expect(presence(always, at: "2026-11-20T23:59") == .here(until: nil))
  }

  @Test func `what isn't known isn't guessed`() {
    #expect(presence([], at: "2026-11-20T10:00") == .unknown)
    #expect(presence([hours(["fri"], "morning", "noon")], at: "2026-11-20T10:00") == .unknown)
    #expect(presence([AvailableTime()], at: "2026-11-20T10:00") == .unknown)
    let onlyAbsent = presence([], at: "2026-11-20T10:00") { staff in
      staff.roster(1, span(.absence, "2026-11-22T00:00", "2026-11-23T00:00"))
    }
    #expect(onlyAbsent == .unknown)
    let now = instant("2026-11-20T10:00")
    #expect(Directory().presence(of: Reference(display: "Dr Reyes"), now: now, zone: .utc) == .unknown)
    #expect(Directory().presence(of: person(1), now: now, zone: .utc) == .unknown)
  }

  @Test func `a shift makes somebody there beside their hours, and joins on to them`() {
    let late = presence(office, at: "2026-11-20T16:00") { staff in
      staff.roster(101, span(.shift, "2026-11-20T17:00", "2026-11-20T20:00"))
    }
    #expect(late == .here(until: instant("2026-11-20T20:00")))
    let called = presence(office, at: "2026-11-21T03:00") { staff in
      staff.roster(1, span(.onCall, "2026-11-21T00:00", "2026-11-21T08:00", rank: 1))
    }
    #expect(called == .here(until: instant("2026-11-21T08:00")))
    let over = presence([], at: "2026-11-21T09:00") { staff in
      staff.roster(1, span(.shift, "2026-11-21T00:00", "2026-11-21T08:00"))
    }
    #expect(over == .away(until: nil))
  }

  @Test func `an absence beats hours and shifts, and names who stands in`() {
    let away = presence(office, at: "2026-11-20T10:00") { staff in
      staff.roster(1, span(.absence, "2026-11-20T09:00", "2026-11-25T12:00", deputy: person(2)))
      staff.roster(101, span(.shift, "2026-11-20T08:00", "2026-11-20T20:00"))
    }
    #expect(away == .absent(until: instant("2026-11-25T12:00"), deputy: person(2)))
  }

  @Test func `presence ends where an absence begins, and comes back after it`() {
    func change(_ staff: inout Staff) { staff.roster(1, span(.absence, "2026-11-20T12:00", "2026-11-24T09:00")) }
    #expect(presence(office, at: "2026-11-20T10:00", change) == .here(until: instant("2026-11-20T12:00")))
    var staff = Staff()
    let post = staff.post(1, "Ana", "nurse", hours: office)
    change(&staff)
    let found = staff.directory.availability(of: post, now: instant("2026-11-21T10:00"), zone: .utc)
    #expect(found.presence == .absent(until: instant("2026-11-24T09:00"), deputy: Reference()))
    #expect(found.next == instant("2026-11-24T09:00"))
  }

  @Test func `an absence by the day lasts to the end of the last one, and one that follows goes on with it`() {
    let away = presence(office, at: "2026-11-20T10:00") { staff in
      staff.roster(
        1, RosterSpan(.absence, start: day("2026-11-20"), end: day("2026-11-21")),
        RosterSpan(.absence, start: day("2026-11-22"), end: day("2026-11-22")))
    }
    #expect(away == .absent(until: instant("2026-11-23"), deputy: Reference()))
  }

  @Test func `a person is there in whichever of their posts is`() {
    var staff = Staff()
    let mornings = staff.post(1, "Ana", "nurse", hours: [hours(["fri"], "08:00:00", "12:00:00")])
    staff.add(
      150,
      .practitionerRole(
        made(PractitionerRole()) {
          $0.practitioner = person(1)
          $0.hours = [hours(["fri"], "13:00:00", "18:00:00")]
        }))
    func at(_ reference: Reference, _ now: String) -> Presence {
      staff.directory.presence(of: reference, now: instant(now), zone: .utc)
    }
    #expect(at(person(1), "2026-11-20T14:00") == .here(until: instant("2026-11-20T18:00")))
    #expect(!at(mornings, "2026-11-20T14:00").isHere)
    staff.roster(150, span(.absence, "2026-11-20T00:00", "2026-11-21T00:00"))
    #expect(at(person(1), "2026-11-20T14:00") == .away(until: instant("2026-11-27T08:00")))
    #expect(at(person(1), "2026-11-20T09:00").isHere)
    staff.roster(101, span(.absence, "2026-11-20T00:00", "2026-11-20T20:00"))
    #expect(at(person(1), "2026-11-20T09:00") == .absent(until: instant("2026-11-20T20:00"), deputy: Reference()))
  }

  @Test func `a post that has ended or rests is never there`() {
    for change in [
      { $0.period = Period(end: day("2026-11-01")) }, { $0.active = false },
    ] as [(inout PractitionerRole) -> Void] {
      var staff = Staff()
      let post = staff.add(
        101,
        .practitionerRole(
          made(PractitionerRole()) {
            $0.hours = always
            change(&$0)
          }))
      #expect(staff.directory.presence(of: post, now: instant("2026-11-20T10:00"), zone: .utc) == .away(until: nil))
    }
  }

  @Test func `a service has hours of its own`() {
    var staff = Staff()
    let service = staff.add(9, .healthcareService(made(HealthcareService()) { $0.hours = office }))
    let found = staff.directory.presence(of: service, now: instant("2026-11-20T10:00"), zone: .utc)
    #expect(found == .here(until: instant("2026-11-20T17:00")))
  }

  @Test func `a stand-in who is absent too hands on, and a circle ends with nobody`() {
    var staff = Staff()
    for number in [UInt64(1), 2, 3] { staff.post(number, "\(number)", "nurse", hours: always) }
    let now = instant("2026-11-20T10:00")
    func standIn() -> Reference? { staff.directory.standIn(for: person(1), at: now, zone: .utc) }
    #expect(standIn() == person(1))
    staff.roster(1, span(.absence, "2026-11-20", "2026-11-21", deputy: person(2)))
    staff.roster(2, span(.absence, "2026-11-20", "2026-11-21", deputy: person(3)))
    #expect(standIn() == person(3))
    staff.roster(3, span(.absence, "2026-11-20", "2026-11-21", deputy: person(1)))
    #expect(standIn() == nil)
    staff.roster(3, span(.absence, "2026-11-20", "2026-11-21"))
    #expect(standIn() == nil)
  }

  @Test func `a post that goes to another person is theirs alone`() {
    var staff = Staff()
    staff.post(1, "Ana", "nurse", hours: always)
    staff.post(2, "Bo", "doctor")
    staff.add(101, .practitionerRole(made(PractitionerRole()) { $0.practitioner = person(2) }))
    #expect(staff.directory.roles(of: MemberID(high: 4, low: 1)).isEmpty)
    #expect(staff.directory.roles(of: MemberID(high: 4, low: 2)).count == 2)
  }
}

@Suite struct OnCallTests {
  private let now = instant("2026-11-20T20:00")

  /// A house with a ward; two on call for the ward tonight, one tomorrow.
  private func network() -> Staff {
    var staff = Staff()
    let house = staff.house(10, "Harbour House")
    let ward = staff.house(11, "4B", partOf: house)
    staff.post(1, "Ana", "doctor", at: ward)
    staff.post(2, "Bo", "nurse", at: ward)
    staff.post(3, "Cy", "doctor", at: house)
    staff.roster(
      1, span(.onCall, "2026-11-20T18:00", "2026-11-21T08:00", rank: 1),
      span(.onCall, "2026-11-22T18:00", "2026-11-23T08:00", rank: 1))
    staff.roster(2, span(.onCall, "2026-11-20T18:00", "2026-11-21T08:00", rank: 2))
    staff.roster(
      3, span(.onCall, "2026-11-21T18:00", "2026-11-22T08:00", rank: 1, unit: Reference(target: origin(11))))
    return staff
  }

  private func numbers(_ turns: [OnCall.Turn]) -> [OriginID?] { turns.map(\.member.target) }

  @Test func `who answers now and who is next are told by rank`() {
    let onCall = network().directory.onCall(for: Reference(target: origin(11)), now: now, zone: .utc)
    #expect(numbers(onCall.now) == [origin(1), origin(2)])
    #expect(onCall.now.map(\.rank) == [1, 2])
    #expect(numbers(onCall.next) == [origin(3)], "of each rank the next alone")
    #expect(onCall.next.first?.interval.start == instant("2026-11-21T18:00"))
  }

  @Test func `a house is asked with all its wards, and a profession leaves the others out`() {
    let directory = network().directory
    let house = directory.onCall(for: Reference(target: origin(10)), profession: .nurse, now: now, zone: .utc)
    #expect(numbers(house.now) == [origin(2)])
    #expect(house.next.isEmpty)
    #expect(directory.onCall(for: Reference(display: "4B"), now: now, zone: .utc) == OnCall(now: [], next: []))
  }

  @Test func `a turn of who is absent is the deputy's, and nobody's where none is named`() {
    var staff = network()
    let ward = Reference(target: origin(11))
    staff.roster(
      1, span(.onCall, "2026-11-20T18:00", "2026-11-21T08:00", rank: 1),
      span(.absence, "2026-11-20T19:00", "2026-11-21T08:00", deputy: person(3)))
    let turn = staff.directory.onCall(for: ward, now: now, zone: .utc).now.first
    #expect(turn?.member == person(3) && turn?.inPlaceOf?.target == origin(1))
    staff.roster(
      1, span(.onCall, "2026-11-20T18:00", "2026-11-21T08:00", rank: 1),
      span(.absence, "2026-11-20T19:00", "2026-11-21T08:00"))
    #expect(numbers(staff.directory.onCall(for: ward, now: now, zone: .utc).now) == [origin(2)])
  }
}
