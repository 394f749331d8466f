import Care

/// The patient as a person: name, age, address, and whom to tell.
struct Person {
  let names: [HumanName]
  let book: NameBook
  let isFemale: Bool
  let age: Int
  let birthDate: Moment
  let languages: [String]
  let recordNumber: String
  let phone: String
  let address: String

  var name: HumanName { names[0] }

  init(_ cast: Cast, index: Int, today: Int, draw: inout Draw) {
    names = cast.names
    book = cast.book
    isFemale = cast.isFemale
    let age = index == 0 ? 82 : draw.number(cast.archetype.ages)
    self.age = age
    let today = CivilDate(daysSince1970: today)
    let lastBirthday = CivilDate(year: today.year - age, month: today.month, day: min(today.day, 28)).daysSince1970
    let born = CivilDate(daysSince1970: lastBirthday - draw.below(364))
    // Some people know only the year, as some records do.
    birthDate =
      index >= Cast.walkthroughs && age > 60 && draw.chance(2)
      ? Moment(milliseconds: CivilTime(date: CivilDate(year: today.year - age)).floating, precision: .year)
      : Moment(date: born)
    languages = cast.language == "en" ? ["en"] : draw.chance(40) ? [cast.language] : ["en", cast.language]
    recordNumber = String(104_233 + index * 7)
    let digits = draw.number(100...199)
    phone = "555-0\(digits)"
    address = "\(draw.number(2...98)) \(draw.pick(Self.streets)), Springfield"
  }

  private static let streets = [
    "Example Street", "Sample Lane", "Specimen Road", "Placeholder Court", "Pattern Avenue", "Model Square",
  ]
}
