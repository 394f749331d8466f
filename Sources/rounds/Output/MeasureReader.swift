import Care
import Dashboard

/// The measures for machines and readers.
struct MeasureReader {
  let workspace: Workspace
  let year: Int

  init(session: Session, workspace: Workspace, year: Int?) {
    self.workspace = workspace
    self.year = year ?? workspace.zone.civil(session.now).date.year
  }

  struct Loop: Encodable {
    struct Patient: Encodable {
      var id: String
      var mrn: String
      var name: String
      var referral: String
    }

    struct Group: Encodable {
      var count: Int
      var patients: [Patient]
    }

    var measure = "CMS50"
    var title = LoopMeasure.title
    var source = LoopMeasure.source
    /// What stands in for the value sets, which are licensed.
    var reading = LoopMeasure.reading
    var year: Int
    var numerator: Group
    var denominator: Group
    /// The measure has none.
    var exclusions = Group(count: 0, patients: [])
    /// Too few to say anything by.
    var small: Bool
  }

  struct Partner: Encodable {
    var partner: String
    var sent: Int
    var accepted: Int
    var declined: Int
    /// 0 to 1; absent where nothing was answered.
    var acceptance: Double?
    var medianDaysToAnswer: Int?
    var medianDaysToSchedule: Int?
    var medianDaysToReport: Int?
    var noShows: Int
    var closed: Int
    /// Fewer answers than can be gone by.
    var small: Bool

    init(_ name: String, _ figures: PartnerFigures) {
      partner = name
      (sent, accepted, declined) = (figures.sent, figures.takenOn, figures.declined)
      acceptance = figures.acceptance
      medianDaysToAnswer = figures.median(.answer)
      medianDaysToSchedule = figures.median(.schedule)
      medianDaysToReport = figures.median(.report)
      (noShows, closed, small) = (figures.noShows, figures.closed, figures.isSmall)
    }
  }

  var loop: Loop {
    var (all, answered) = ([Loop.Patient](), [Loop.Patient]())
    for row in (0..<workspace.lists.referrals.count).lazy.compactMap({ workspace.lists.referrals[$0] }) {
      guard let measure = row.measured, measure.year == year else { continue }
      let patient = Loop.Patient(
        id: row.patient.description, mrn: row.mrn, name: row.patientName, referral: row.referral.description)
      all.append(patient)
      if measure.isAnswered { answered.append(patient) }
    }
    func group(_ patients: [Loop.Patient]) -> Loop.Group {
      Loop.Group(count: patients.count, patients: patients.sorted { ($0.name, $0.id) < ($1.name, $1.id) })
    }
    return Loop(
      year: year, numerator: group(answered), denominator: group(all), small: all.count < SmallCount.limit)
  }

  /// The one that most was sent to first; last, together, whoever is in no directory.
  var partners: [Partner] {
    let tally = workspace.lists.tally
    let members = Set(tally.recipients.compactMap { workspace.directory.id(of: $0) })
    let known = members.compactMap { workspace.directory[$0] }.map { member in
      Partner(workspace.directory.name(of: member), tally.figures(member.origins))
    }.sorted { ($1.sent, $0.partner) < ($0.sent, $1.partner) }
    let others = tally.figures(tally.recipients.filter { workspace.directory.id(of: $0) == nil })
    return others.sent == 0 ? known : known + [Partner("not in the directory", others)]
  }

  func print() {
    let loop = loop
    let few = loop.small ? " (few)" : ""
    Swift.print("\(loop.title), \(year): \(loop.numerator.count) of \(loop.denominator.count) patients\(few)")
    Swift.print(loop.source)
    let answered = Set(loop.numerator.patients.map(\.id))
    let open = loop.denominator.patients.filter { !answered.contains($0.id) }
    for patient in open { Swift.print("  no report yet  \(patient.mrn)  \(patient.name)") }
    Swift.print("")
    var table = Table()
    table.add(["partner", "sent", "accepts", "answer", "booked", "report", "missed", "closed"])
    for partner in partners {
      func days(_ days: Int?) -> String { days.map { "\($0) d" } ?? "–" }
      let share = partner.acceptance.map { "\(Int(($0 * 100).rounded())) %" } ?? "–"
      table.add([
        partner.partner, "\(partner.sent)", partner.small && share != "–" ? "\(share) (few)" : share,
        days(partner.medianDaysToAnswer), days(partner.medianDaysToSchedule), days(partner.medianDaysToReport),
        "\(partner.noShows)", "\(partner.closed)",
      ])
    }
    table.print()
  }
}
