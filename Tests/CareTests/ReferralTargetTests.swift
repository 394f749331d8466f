import TestSupport
import Testing

@testable import Care

private func target(_ name: String, _ change: (inout ReferralTarget) -> Void = { _ in }) -> ReferralTarget {
  made(
    ReferralTarget(
      reference: Reference(display: name), member: MemberID(high: 4, low: 1), name: name, house: "", match: 1,
      capacity: nil, capacityAsOf: nil, figures: PartnerFigures(), kilometres: nil, interests: []),
    change)
}

/// How a partner answered: so many of so many yes, each after as many days.
private func figures(yes: Int, of answers: Int, days: Int = 3) -> PartnerFigures {
  var figures = PartnerFigures()
  for number in 0..<answers {
    figures.count(
      made(ReferralRow(referral: line(UInt64(number)), patient: somePatient)) {
        ($0.isTakenOn, $0.daysToAnswer) = (number < yes, days)
      }, 1)
  }
  return figures
}

private func order(_ targets: [ReferralTarget]) -> [String] {
  var dice = Seeded(seedOfThisRun)
  return targets.shuffled(using: &dice).sorted(by: ReferralTarget.precedes).map(\.name)
}

@Suite struct TargetOrderTests {
  @Test func `what offers all that is asked for comes first, however full it is`() {
    #expect(
      order([
        target("all") { ($0.match, $0.capacity) = (2, .noCapacity) },
        target("part") { ($0.match, $0.capacity) = (1, .capacity) },
        target("none") { ($0.match, $0.capacity) = (0, .capacity) },
      ]) == ["all", "part", "none"])
  }

  @Test func `then what has room, where what isn't known stands between room and less`() {
    #expect(
      order(
        [
          ("room", Capacity.capacity), ("unknown", nil), ("assessed", .additionalAssessment), ("waiting", .waitlist),
          ("full", .noCapacity),
        ].map { name, capacity in
          target(name) {
            $0.capacity = capacity
            // Room is asked before answers are.
            $0.figures = name == "full" ? figures(yes: 20, of: 20, days: 0) : figures(yes: 0, of: 20, days: 30)
          }
        }) == ["room", "unknown", "assessed", "waiting", "full"])
  }

  @Test func `then who says yes more often, where a hundredth more doesn't decide`() {
    #expect(
      order([
        target("nine of ten") { $0.figures = figures(yes: 18, of: 20, days: 30) },
        target("never asked"), target("one of five") { $0.figures = figures(yes: 4, of: 20, days: 0) },
      ]) == ["nine of ten", "never asked", "one of five"])
    #expect(
      order([
        target("51 of 100, late") { $0.figures = figures(yes: 51, of: 100, days: 9) },
        target("50 of 100, soon") { $0.figures = figures(yes: 50, of: 100, days: 1) },
      ]) == ["50 of 100, soon", "51 of 100, late"])
  }

  @Test func `a small count is taken for none`() {
    #expect(
      order([
        target("a, never asked"), target("b, ten yes") { $0.figures = figures(yes: 10, of: 10, days: 0) },
        target("c, ten no") { $0.figures = figures(yes: 0, of: 10, days: 0) },
      ]) == ["a, never asked", "b, ten yes", "c, ten no"])
  }

  @Test func `then who answers sooner, then who is nearer, then the name`() {
    #expect(
      order([
        target("soon, far") { ($0.figures, $0.kilometres) = (figures(yes: 10, of: 20, days: 1), 90) },
        target("later, near") { ($0.figures, $0.kilometres) = (figures(yes: 10, of: 20, days: 2), 1) },
      ]) == ["soon, far", "later, near"])
    #expect(
      order([
        target("near") { $0.kilometres = 3 }, target("somewhere"), target("far") { $0.kilometres = 80 },
      ]) == ["near", "somewhere", "far"])
    #expect(order([target("b"), target("a") { $0.kilometres = 25.3 }]) == ["a", "b"])
  }

  @Test func `an interest is shown and moves nobody`() {
    #expect(
      order([target("a") { $0.interests = [DeclaredInterest(words: "owns a share")] }, target("b")]) == ["a", "b"])
    #expect(
      order([target("a"), target("b") { $0.interests = [DeclaredInterest(words: "owns a share")] }]) == ["a", "b"])
  }
}

@Suite struct TargetListTests {
  private let paris = Position(latitude: 48.8566, longitude: 2.3522)
  private let london = Position(latitude: 51.5074, longitude: -0.1278)

  private func member(_ number: UInt64, _ resource: DirectoryResource) -> Directory.Member {
    Directory.Member(
      id: MemberID(high: 4, low: number), origins: [origin(number)], origin: "\(number)", resource: resource)
  }

  private func house(_ number: UInt64, _ name: String, active: Bool? = nil) -> Directory.Member {
    member(
      number,
      .organization(
        made(Organization()) {
          $0.name = name
          $0.active = active
        }))
  }

  private func service(
    _ number: UInt64, _ type: String, of house: UInt64, at place: UInt64? = nil
  ) -> Directory.Member {
    member(
      number,
      .healthcareService(
        made(HealthcareService()) {
          $0.name = type
          $0.providedBy = Reference(target: origin(house))
          $0.locations = place.map { [Reference(target: origin($0))] } ?? []
        }))
  }

  private func targets(
    _ service: String, _ members: [Directory.Member], near: Position? = nil, tally: ReferralTally = ReferralTally()
  ) -> [ReferralTarget] {
    var directory = Directory()
    for member in members { directory.upsert(member) }
    return directory.targets(for: service, among: members.map(\.id), near: near, tally: tally)
  }

  @Test func `services and bodies are offered by how much of the words they offer`() {
    let found = targets(
      "Cardiology clinic",
      [
        house(1, "Mercy"), service(2, "Cardiology clinic", of: 1), service(3, "Eye clinic", of: 1),
        house(4, "Closed cardiology clinic", active: false), member(5, .location(Location())),
      ])
    #expect(found.map(\.name) == ["Cardiology clinic", "Eye clinic", "Mercy"])
    #expect(found.map(\.match) == [2, 1, 0])
    #expect(found.map(\.house) == ["Mercy", "Mercy", ""])
  }

  @Test func `the distance is along the surface, from the clinic to the service's own place`() throws {
    // Source: great-circle distance of London and Paris by their centres, 343.6 km.
    #expect(abs(london.kilometres(to: paris) - 343.6) < 0.5)
    #expect(london.kilometres(to: london) == 0)
    let place = member(3, .location(made(Location()) { $0.position = paris }))
    let members = [house(1, "Mercy"), service(2, "Cardiology", of: 1, at: 3), place]
    let known = try #require(targets("Cardiology", members, near: london).first?.kilometres)
    #expect(abs(known - 343.6) < 0.5)
    #expect(targets("Cardiology", members).first?.kilometres == nil, "the clinic's place isn't known")
    #expect(targets("Cardiology", Array(members.prefix(2)), near: london).first?.kilometres == nil)
  }

  @Test func `a service that nothing was sent to is known by its house`() {
    var tally = ReferralTally()
    tally.count(
      made(ReferralRow(referral: line(1), patient: somePatient)) {
        ($0.state, $0.recipient) = (.accepted, Reference(target: origin(1)))
      }, 1)
    let found = targets("Cardiology", [house(1, "Mercy"), service(2, "Cardiology", of: 1)], tally: tally)
    #expect(found.map(\.figures.sent) == [1, 1])
  }
}
