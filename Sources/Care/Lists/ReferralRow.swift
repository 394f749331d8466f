/// A referral in the list over all patients. Ordered as a board: what is open by its state, in the order of the
/// machine, the longest in its state first; then what is over.
package struct ReferralRow: PagedRow, Hashable {
  package var referral: LineID
  package var patient: PatientID
  package var patientName = ""
  package var birthDate: Moment?
  package var gender: AdministrativeGender?
  package var mrn = ""
  package var service = ""
  package var state = ReferralState.draft
  package var isClosed = false
  package var isOnHold = false
  package var priority: Priority?
  package var initiator = Reference()
  package var recipient = Reference()
  package var next = NextAction.none
  package var owner = Reference()
  /// The clocks that run on it by their ids, the first due first.
  package var clocks: [String] = []
  package var due: Moment?
  package var deadline: Instant?
  /// When it came to be in its state; nil where no source says.
  package var since: Instant?
  package var sent: Moment?
  /// Whether the recipient took it on; nil until there is an answer.
  package var isTakenOn: Bool?
  package var daysToAnswer: Int?
  package var daysToSchedule: Int?
  package var daysToReport: Int?
  package var noShows = 0
  package var isLoopClosed = false
  /// Where this is a patient's first referral of a year in which the loop is measured.
  package var measured: LoopMeasure?

  package init(referral: LineID, patient: PatientID) { (self.referral, self.patient) = (referral, patient) }

  /// Where a state stands on the board. Ends that wait for the initiator come first of the ends.
  package static let board: [ReferralState] = [
    .draft, .created, .accepted, .scheduled, .noShow, .appointmentCancelled, .visitCompleted, .inProgress,
    .cancelRequested, .completed, .declined, .cancelled,
  ]

  package static func place(of state: ReferralState) -> Int { board.firstIndex(of: state) ?? board.count }

  package var key: [UInt8] {
    var key = KeyWriter()
    key.byte(isClosed ? 1 : 0)
    key.byte(UInt8(Self.place(of: state)))
    // Of what is over the newest comes first; of what is open the oldest.
    let since = since?.milliseconds ?? sent?.milliseconds ?? .min
    if isClosed { key.descending(since) } else { key.ascending(since) }
    key.id(patient)
    key.id(referral)
    return key.bytes
  }

  /// The key before which all that is open in earlier states ends.
  package static func key(startOf state: ReferralState, isClosed: Bool = false) -> [UInt8] {
    [isClosed ? 1 : 0, UInt8(place(of: state))]
  }

  package var searched: String {
    Folding.fold("\(patientName) \(mrn) \(service) \(recipient.display) \(state.words)")
  }

  package func write(_ fields: inout RowWriter) {
    fields.id(referral)
    fields.id(patient)
    fields.byte(UInt8(Self.place(of: state)))
    fields.byte((isClosed ? 1 : 0) | (isOnHold ? 2 : 0) | (isLoopClosed ? 4 : 0))
    fields.byte(priority.flatMap { Priority.allCases.firstIndex(of: $0) }.map { UInt8($0 + 1) } ?? 0)
    fields.byte(gender.code)
    fields.byte(next.rawValue)
    fields.byte(isTakenOn.map { $0 ? 2 : 1 } ?? 0)
    fields.byte(UInt8(clamping: noShows))
    fields.byte(measured.map { $0.isAnswered ? 2 : 1 } ?? 0)
    fields.integer(measured?.year ?? 0)
    for days in [daysToAnswer, daysToSchedule, daysToReport] { fields.integer(days ?? -1) }
    fields.moment(birthDate)
    fields.moment(due)
    fields.integer(deadline?.milliseconds ?? .max)
    fields.integer(since?.milliseconds ?? .min)
    fields.moment(sent)
    fields.reference(initiator)
    fields.reference(recipient)
    fields.reference(owner)
    for text in [patientName, mrn, service] { fields.text(text) }
    fields.byte(UInt8(clamping: clocks.count))
    for clock in clocks.prefix(Int(UInt8.max)) { fields.text(clock) }
  }

  package init(_ fields: inout RowReader) {
    let referral = fields.id(LineTag.self)
    self.init(referral: referral, patient: fields.id(Patient.self))
    let place = Int(fields.byte())
    state = Self.board.indices.contains(place) ? Self.board[place] : .draft
    let flags = fields.byte()
    (isClosed, isOnHold, isLoopClosed) = (flags & 1 != 0, flags & 2 != 0, flags & 4 != 0)
    let priority = Int(fields.byte())
    self.priority = (1...Priority.allCases.count).contains(priority) ? Priority.allCases[priority - 1] : nil
    gender = AdministrativeGender?(code: fields.byte())
    next = NextAction(rawValue: fields.byte()) ?? .none
    isTakenOn = [1: false, 2: true][fields.byte()]
    noShows = Int(fields.byte())
    let measure = fields.byte()
    let year = Int(fields.integer())
    measured = measure == 0 ? nil : LoopMeasure(year: year, isAnswered: measure == 2)
    func days() -> Int? { Int(exactly: fields.integer()).flatMap { $0 < 0 ? nil : $0 } }
    (daysToAnswer, daysToSchedule, daysToReport) = (days(), days(), days())
    birthDate = fields.moment()
    due = fields.moment()
    let deadline = fields.integer()
    self.deadline = deadline == .max ? nil : Instant(milliseconds: deadline)
    let since = fields.integer()
    self.since = since == .min ? nil : Instant(milliseconds: since)
    sent = fields.moment()
    (initiator, recipient, owner) = (fields.reference(), fields.reference(), fields.reference())
    (patientName, mrn, service) = (fields.text(), fields.text(), fields.text())
    clocks = (0..<fields.byte()).map { _ in fields.text() }
  }
}

extension ReferralRow {
  /// The rows of a chart's referrals.
  ///
  /// - Parameter owed: what the chart owes, which tells by when the next step is due.
  static func rows(of chart: Chart, _ referrals: [Referral], owed: [OpenItem], site: SiteRules) -> [ReferralRow] {
    if referrals.isEmpty { return [] }
    let measures = chart.loopMeasures(referrals, zone: site.zone)
    return referrals.map { referral in
      let item = owed.first { $0.id == referral.id }
      var row = ReferralRow(referral: referral.id, patient: chart.id)
      (row.patientName, row.mrn) = (chart.listedName, chart.medicalRecordNumber)
      (row.birthDate, row.gender) = (chart.patient?.birthDate, chart.patient?.gender)
      (row.service, row.state, row.priority) = (referral.service, referral.state, referral.request.priority)
      (row.isClosed, row.isOnHold, row.isLoopClosed) = (
        referral.isClosed, referral.hold != nil, referral.isLoopClosed
      )
      (row.initiator, row.recipient) = (referral.initiator, referral.recipient)
      (row.next, row.owner) = (referral.next.action, item?.owner ?? referral.nextOwner)
      row.clocks = item?.clocks.map(\.clock.id) ?? []
      row.due = item?.due ?? referral.due
      row.deadline = row.isClosed ? nil : row.due?.end(in: site.zone)
      row.since = referral.since?.start(in: site.zone)
      row.sent = referral.sent
      row.isTakenOn = referral.isTakenOn
      row.daysToAnswer = referral.days(to: .answer)
      row.daysToSchedule = referral.days(to: .schedule)
      row.daysToReport = referral.days(to: .report)
      row.noShows = referral.noShows
      row.measured = measures[referral.id]
      return row
    }
  }
}
