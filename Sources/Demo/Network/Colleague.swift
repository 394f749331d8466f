import Care

/// Someone who works in the network, with both references by which a record may mean them.
struct Colleague: Hashable, Sendable {
  let profession: Profession
  let place: Place
  let name: HumanName
  let gender: AdministrativeGender
  /// Counts those of one profession, from 0.
  let number: Int
  let practitionerID: MemberID
  let roleID: MemberID
  let practitioner: Reference
  let role: Reference

  var author: Author { Author(member: practitionerID, name: name.listed) }

  /// As a colleague would say it in a message: "Dr Reyes", "Jane".
  var spoken: String { profession.suffix == "MD" ? "Dr \(name.family)" : name.given.first ?? name.family }
}

extension Colleague {
  /// The people that the walkthroughs speak of: the first of their profession, whatever the seed.
  private static let known: [Profession: HumanName] = [
    .coordinator: HumanName(use: "official", family: "Khan", given: ["Ana"]),
    .primaryCare: HumanName(use: "official", family: "Reyes", given: ["Marta"]),
    .cardiologist: HumanName(use: "official", family: "Patel", given: ["Ravi"]),
    .unitNurse: HumanName(use: "official", family: "Moore", given: ["Jane"]),
    .pharmacist: HumanName(use: "official", family: "Levi", given: ["Dana"]),
    .dietitian: HumanName(use: "official", family: "Sato", given: ["Keiko"]),
    .surgeon: HumanName(use: "official", family: "Lindqvist", given: ["Åsa"]),
    .hospitalist: HumanName(use: "official", family: "Okoro", given: ["Ifeoma"]),
  ]

  init(_ profession: Profession, number: Int, seed: UInt64) {
    var draw = Draw(seed: seed, topic: 0x5AFF, index: profession.rawValue << 32 | number)
    self.profession = profession
    self.number = number
    let practitionerID: MemberID = draw.id()
    let roleID: MemberID = draw.id()
    let isFemale = draw.chance(55)
    var name = draw.pick(NameBook.all).name(&draw, female: isFemale)
    let known = number == 0 ? Self.known[profession] : nil
    if let known { name = known }
    if !profession.suffix.isEmpty { name.suffix = [profession.suffix] }
    self.name = name
    gender = known != nil && profession != .cardiologist || isFemale && known == nil ? .female : .male
    place = profession.places[number % profession.places.count]
    // The member who is signed in is the same in every network, so that a session can be opened before one is made.
    let isSignedIn = profession == .coordinator && number == 0
    self.practitionerID = isSignedIn ? DemoNetwork.coordinator : practitionerID
    self.roleID = roleID
    practitioner = Reference(
      target: OriginID(self.practitionerID), kind: "Practitioner", display: name.listed,
      written: "Practitioner/\(self.practitionerID)")
    role = Reference(
      target: OriginID(roleID), kind: "PractitionerRole", display: name.listed, written: "PractitionerRole/\(roleID)")
  }
}

/// Everyone who works in the network, by profession. A larger network has all of a smaller one's people and more.
struct Colleagues: Sendable {
  private let byProfession: [[Colleague]]

  init(patients: Int, seed: UInt64) {
    byProfession = Profession.allCases.map { profession in
      (0..<Self.headcount(profession, patients: patients)).map {
        Colleague(profession, number: $0, seed: seed)
      }
    }
  }

  var all: [Colleague] { byProfession.flatMap { $0 } }

  func all(_ profession: Profession) -> [Colleague] { byProfession[profession.rawValue] }

  /// The one whom the walkthroughs know.
  func first(_ profession: Profession) -> Colleague { byProfession[profession.rawValue][0] }

  /// One of a profession, from among those who are there in the smallest network that has this patient.
  func pick(_ profession: Profession, forPatient index: Int, draw: inout Draw) -> Colleague {
    let count = Self.headcount(profession, patients: index + 1)
    let chosen = draw.below(count)
    // The first patient's walkthrough and the scenes speak of these people. Whoever is signed in coordinates every walkthrough, and
    // about half of the patients.
    let isFirst =
      index == 0 || Scene(patient: index) != nil
      || profession == .coordinator && (index < Cast.walkthroughs || (chosen + index) % 2 == 0)
    return byProfession[profession.rawValue][isFirst ? 0 : chosen]
  }

  private static func headcount(_ profession: Profession, patients: Int) -> Int {
    let scale = 1 + patients / 200
    let doublings = Int.bitWidth - 1 - scale.leadingZeroBitCount
    return profession.headcount.base + profession.headcount.more * doublings
  }
}
