import TestSupport
import Testing

@testable import Care

private let house = Reference(target: origin(1))
private let clinic = Reference(target: origin(2))

/// A house, a service of it, and what is noted of the house and of the service.
private func directory(
  types: [Concept] = [], said: Capacity? = nil, updated: Moment? = nil, house noted: Partnership? = nil,
  service own: Partnership? = nil
) -> Directory {
  var directory = Directory()
  func add(_ number: UInt64, _ resource: DirectoryResource) {
    directory.upsert(
      Directory.Member(
        id: MemberID(high: 4, low: number), origins: [origin(number)], origin: "", resource: resource))
  }
  add(
    1,
    .organization(
      made(Organization()) {
        $0.name = "Harbour House"
        $0.types = types
      }))
  add(
    2,
    .healthcareService(
      made(HealthcareService()) {
        $0.providedBy = house
        ($0.capacity, $0.updated) = (said, updated)
      }))
  for (number, partnership) in [(UInt64(1), noted), (2, own)] {
    guard let partnership else { continue }
    directory.upsert(
      Directory.Member(
        id: Directory.partnershipID(of: MemberID(high: 4, low: number)), origins: [], origin: "",
        resource: .partnership(partnership)))
  }
  return directory
}

private func noted(_ change: (inout Partnership) -> Void) -> Partnership { made(Partnership(), change) }

@Suite struct PartnershipTests {
  @Test(arguments: [
    ("prov", false), ("dept", false), ("team", false), ("edu", true), ("reli", true), ("crs", true), ("cg", true),
    ("bus", true), ("govt", true), ("ins", true), ("pay", true),
  ])
  func `what a body is by its own record decides, whatever is asked of it`(type: String, isOutside: Bool) {
    let directory = directory(types: [Concept(codings: [Coding(code: type)])])
    for isSocial in [false, true] {
      #expect(directory.isOutsideCare(house, isSocial: isSocial) == isOutside)
      #expect(directory.isOutsideCare(clinic, isSocial: isSocial) == isOutside, "a service is what its house is")
    }
  }

  @Test func `one that says nothing is outside where what is asked is no care`() {
    for partner in [house, clinic, Reference(display: "somebody")] {
      #expect(directory().isOutsideCare(partner, isSocial: true))
      #expect(!directory().isOutsideCare(partner, isSocial: false))
    }
    #expect(directory(types: [Concept(text: "Food bank")]).isOutsideCare(house, isSocial: false))
  }

  @Test func `what is noted here stands over its own record`() {
    let provider = [Concept(codings: [Coding(code: "prov")])]
    #expect(directory(types: provider, house: noted { $0.isOutsideCare = true }).isOutsideCare(clinic, isSocial: false))
    #expect(!directory(house: noted { $0.isOutsideCare = false }).isOutsideCare(clinic, isSocial: true))
  }

  @Test func `every visit is told unless it is known that it isn't`() {
    #expect(directory().machine(of: clinic) == .detailed)
    #expect(directory(house: noted { $0.sendsVisits = true }).machine(of: clinic) == .detailed)
    #expect(directory(house: noted { $0.sendsVisits = false }).machine(of: clinic) == .coarse)
    #expect(
      directory(house: noted { $0.sendsVisits = false }, service: noted { $0.sendsVisits = true }).machine(of: clinic)
        == .detailed, "what is noted of the service itself comes first")
  }

  @Test func `a provider is taken to speak BSeR and a body outside care Gravity, unless it is noted`() {
    #expect(directory().profile(of: clinic, isSocial: false) == .bser)
    #expect(directory().profile(of: clinic, isSocial: true) == .gravity)
    #expect(directory(house: noted { $0.profile = .gravity }).profile(of: clinic, isSocial: false) == .gravity)
    #expect(directory(house: noted { $0.profile = .bser }).profile(of: clinic, isSocial: true) == .bser)
  }

  @Test(arguments: [
    ("2026-11-01", "2026-11-02", Capacity.waitlist), ("2026-11-02", "2026-11-01", .capacity),
    ("2026-11-01", "2026-11-01", .waitlist),
  ])
  func `of what it says and what was noted the newer counts, with its date`(
    said: String, noted date: String, counts: Capacity
  ) {
    let known = noted { ($0.capacity, $0.capacityAsOf) = (.waitlist, day(date)) }
    let found = directory(said: .capacity, updated: day(said), service: known).capacity(of: clinic)
    #expect(found?.capacity == counts && found?.asOf == day(counts == .waitlist ? date : said))
  }

  @Test func `what only one of them tells counts, and nothing is not no capacity`() {
    #expect(directory(said: .noCapacity).capacity(of: clinic)?.capacity == .noCapacity)
    #expect(directory(house: noted { $0.capacity = .waitlist }).capacity(of: clinic)?.capacity == .waitlist)
    #expect(directory(house: Partnership()).capacity(of: clinic) == nil)
  }

  @Test func `an interest declared in the house is one in its service`() {
    let interest = DeclaredInterest(holder: Reference(display: "Dr Reyes"), words: "owns a share")
    #expect(directory(house: noted { $0.interests = [interest] }).interests(in: clinic) == [interest])
    #expect(directory().interests(in: clinic) == [])
  }
}
