import TestSupport

@testable import Care

/// A directory of made-up people, by short names.
struct Staff {
  var directory = Directory()

  /// - Returns: a reference by the number.
  @discardableResult
  mutating func add(_ number: UInt64, _ resource: DirectoryResource) -> Reference {
    directory.upsert(
      Directory.Member(id: MemberID(high: 4, low: number), origins: [origin(number)], origin: "", resource: resource))
    return Reference(target: origin(number), kind: resource.kind.rawValue)
  }

  @discardableResult
  mutating func house(_ number: UInt64, _ name: String, partOf: Reference = Reference()) -> Reference {
    add(
      number,
      .organization(
        made(Organization()) {
          ($0.name, $0.partOf) = (name, partOf)
        }))
  }

  /// A person, and 100 further on their post.
  ///
  /// - Returns: a reference to the post.
  @discardableResult
  mutating func post(
    _ number: UInt64, _ name: String, _ role: String, at unit: Reference = Reference(), hours: [AvailableTime] = []
  ) -> Reference {
    let person = add(
      number,
      .practitioner(
        made(Practitioner()) {
          $0.names = [HumanName(text: name)]
        }))
    return add(
      number + 100,
      .practitionerRole(
        made(PractitionerRole()) {
          $0.practitioner = person
          $0.organization = unit
          $0.codes = [Concept(text: role)]
          $0.hours = hours
        }))
  }

  /// - Parameter number: of whose roster it is.
  mutating func roster(_ number: UInt64, _ spans: RosterSpan...) {
    directory.upsert(
      Directory.Member(
        id: Directory.dutyRosterID(of: MemberID(high: 4, low: number)), origins: [], origin: "",
        resource: .dutyRoster(DutyRoster(member: Reference(target: origin(number)), spans: spans))))
  }
}

func hours(_ days: [String], _ start: String, _ end: String) -> AvailableTime {
  made(AvailableTime()) {
    ($0.days, $0.start, $0.end) = (days, start, end)
  }
}

let office = [hours(["mon", "tue", "wed", "thu", "fri"], "08:00:00", "17:00:00")]
let always = [made(AvailableTime()) { $0.allDay = true }]

func person(_ number: UInt64) -> Reference { Reference(target: origin(number), kind: "Practitioner") }

func span(
  _ kind: RosterSpan.Kind, _ start: String, _ end: String, rank: Int = 0, unit: Reference = Reference(),
  deputy: Reference = Reference()
) -> RosterSpan {
  RosterSpan(kind, start: moment(start), end: moment(end), rank: rank, unit: unit, deputy: deputy)
}
