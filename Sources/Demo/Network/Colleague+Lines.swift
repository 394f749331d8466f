import Care

extension Colleague {
  /// The two lines by which the directory knows this person: who they are, and what they do where.
  func lines(_ places: Places, hired: Moment) -> [DirectoryLine] {
    var person = Practitioner()
    person.active = true
    person.identifiers = [
      Identifier(system: Terms.employeeNumbers, value: "S\(profession.rawValue * 1000 + number + 10_000)", type: "EI")
    ]
    person.names = [name]
    person.gender = gender
    person.telecom = telecom
    person.qualifications = [Concept(text: profession.words)]
    person.languages = number % 3 == 1 ? ["en", "es"] : ["en"]

    var work = PractitionerRole()
    work.active = true
    work.period = Period(start: hired)
    work.practitioner = practitioner
    work.organization = places.organization(place)
    work.codes = [profession.concept]
    work.specialties = profession.specialty.map { [$0] } ?? []
    work.locations = [places.location(place)]
    work.services = places.services(place).first.map { [$0] } ?? []
    work.telecom = telecom
    work.hours = hours
    if profession == .primaryCare && number == 0 { work.availability = "Away at weekends; Dr Okoro covers." }
    return [
      DirectoryLine(
        id: practitionerID, origins: [OriginID(practitionerID)], origin: practitionerID.description,
        resource: .practitioner(person)),
      DirectoryLine(
        id: roleID, origins: [OriginID(roleID)], origin: roleID.description, resource: .practitionerRole(work)),
    ]
  }

  private var telecom: [ContactPoint] {
    let local = (profession.rawValue * 37 + number) % 900 + 100
    return [
      ContactPoint(system: "phone", value: "\(place.phone) ext. \(local)", use: "work"),
      ContactPoint(
        system: "email", value: "\(Self.plain(name.given.first ?? "")).\(Self.plain(name.family))@example.org",
        use: "work"),
    ]
  }

  /// Letters and digits alone, without marks, as mail addresses have them.
  private static func plain(_ text: String) -> String {
    String(Folding.fold(text).unicodeScalars.filter { $0.isASCII && $0.properties.isAlphabetic })
  }

  private var hours: [AvailableTime] {
    func hours(_ days: [String], _ start: String, _ end: String) -> AvailableTime {
      var time = AvailableTime()
      time.days = days
      time.start = start
      time.end = end
      return time
    }
    let week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    if profession.worksShifts {
      switch number % 3 {
      case 0: return [hours(week, "07:00:00", "15:00:00")]
      case 1: return [hours(week, "15:00:00", "23:00:00")]
      default: return [hours(week, "23:00:00", "23:59:59"), hours(week, "00:00:00", "07:00:00")]
      }
    }
    let office = hours(Array(week.prefix(5)), "08:00:00", "17:00:00")
    let openSaturdays = profession == .coordinator || profession == .pharmacist || number % 4 == 3
    return openSaturdays ? [office, hours(["sat"], "08:00:00", "13:00:00")] : [office]
  }
}
