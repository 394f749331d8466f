import Care

/// How a partner usually deals with what is asked of it, so that its history tells it from others.
struct PartnerManner: Sendable {
  var place: Place
  var service: String
  var reasons: [String]
  var asker: Profession
  /// How many of a hundred it takes on.
  var accepts: Int
  /// Business days to an answer, from there to the visit, and from there to the report.
  var answers: ClosedRange<Int>
  var visits: ClosedRange<Int>
  var reports: ClosedRange<Int>
  var refusal: String
  var letter: String

  /// Those that a journey leads to; none for a child, whose team does all of it.
  static func met(on journey: Archetype) -> [PartnerManner] {
    switch journey {
    case .heartFailure: [heartClinic, nursing, medication]
    case .surgery: [rehabilitation, nursing]
    case .stroke: [rehabilitation, therapy]
    case .lungDisease: [lungs, lungs, medication]
    case .cancer: [rides, medication]
    case .diabetes: [food, housing, medication]
    case .pregnancy: [food, rides]
    case .steady: [heartClinic, therapy, rides]
    case .asthma, .newcomer: []
    }
  }

  private static let heartClinic = PartnerManner(
    place: .cardiology, service: "Heart failure clinic", reasons: ["short of breath", "swollen legs", "new murmur"],
    asker: .primaryCare, accepts: 93, answers: 1...4, visits: 4...10, reports: 0...3,
    refusal: "known to another clinic", letter: "EF stable; dose raised; back in six months")
  private static let lungs = PartnerManner(
    place: .lungClinic, service: "Lung rehabilitation", reasons: ["tires on stairs", "third flare this year"],
    asker: .pulmonologist, accepts: 80, answers: 4...9, visits: 6...10, reports: 2...5,
    refusal: "smokes again; ask after the course", letter: "twelve sessions done; walks 400 m")
  private static let medication = PartnerManner(
    place: .pharmacy, service: "Medication review", reasons: ["ten medicines", "dizzy in the morning"],
    asker: .primaryCare, accepts: 97, answers: 0...1, visits: 1...4, reports: 0...1,
    refusal: "fills elsewhere", letter: "two tablets stopped, one halved")
  private static let nursing = PartnerManner(
    place: .homeHealth, service: "Nursing at home", reasons: ["wound care", "weight and blood pressure at home"],
    asker: .primaryCare, accepts: 84, answers: 1...2, visits: 1...3, reports: 2...5,
    refusal: "no nurse on that side of the river", letter: "wound closed; visits ended")
  private static let therapy = PartnerManner(
    place: .homeHealth, service: "Therapy at home", reasons: ["fell twice", "unsteady"],
    asker: .primaryCare, accepts: 78, answers: 1...3, visits: 2...5, reports: 2...5,
    refusal: "not homebound", letter: "walks with a cane; rail fitted")
  private static let rehabilitation = PartnerManner(
    place: .skilledNursing, service: "Short-term rehabilitation", reasons: ["weak after the hospital", "cannot climb"],
    asker: .caseManager, accepts: 58, answers: 3...7, visits: 1...3, reports: 3...5,
    refusal: "no bed", letter: "home after three weeks, walks alone")
  private static let housing = PartnerManner(
    place: .housingTrust, service: "Housing support", reasons: ["notice to leave", "mold in the bedroom"],
    asker: .socialWorker, accepts: 62, answers: 4...9, visits: 5...10, reports: 3...5,
    refusal: "not eligible: income", letter: "moved in")
  private static let food = PartnerManner(
    place: .foodTable, service: "Food boxes", reasons: ["the money is gone by the twentieth", "skips meals"],
    asker: .communityWorker, accepts: 95, answers: 0...1, visits: 1...3, reports: 0...2,
    refusal: "outside the district", letter: "enrolled; a box a week")
  private static let rides = PartnerManner(
    place: .rideShare, service: "Rides to care", reasons: ["no way to the clinic", "cannot drive any more"],
    asker: .communityWorker, accepts: 86, answers: 0...2, visits: 1...4, reports: 0...2,
    refusal: "no driver on that day", letter: "driven there and back")
}
