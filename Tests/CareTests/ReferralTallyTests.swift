import TestSupport
import Testing

@testable import Care

private let clinic = OriginID(high: 5, low: 1)

private func row(_ number: UInt64, using dice: inout Seeded) -> ReferralRow {
  func maybe<Value>(_ value: Value) -> Value? { Bool.random(using: &dice) ? value : nil }
  func days() -> Int? { maybe(Int.random(in: 0..<120, using: &dice)) }
  func time() -> Int64 { Int64.random(in: 0..<1_000_000_000_000, using: &dice) }
  var row = ReferralRow(referral: LineID(high: 1, low: number), patient: PatientID(high: 0, low: number % 50))
  (row.patientName, row.mrn, row.service) = ("Rossi, Bo \(number)", "\(number)", "Cardiology")
  (row.birthDate, row.gender) = (maybe(day("1950-06-01")), AdministrativeGender.allCases.randomElement(using: &dice))
  row.state = ReferralState.allCases.randomElement(using: &dice) ?? .draft
  (row.isClosed, row.isOnHold) = (Bool.random(using: &dice), Bool.random(using: &dice))
  row.isLoopClosed = row.isClosed && row.state == .completed
  row.priority = maybe(Priority.allCases.randomElement(using: &dice) ?? .routine)
  row.initiator = Reference(display: "Dr Reyes")
  row.recipient = Reference(target: OriginID(high: 5, low: UInt64.random(in: 0..<4, using: &dice)))
  (row.next, row.owner) = (NextAction.allCases.randomElement(using: &dice) ?? .none, Reference(display: "Lee Kim"))
  row.clocks = maybe(["referral-answer", "referral-outcome"]) ?? []
  (row.due, row.sent) = (maybe(Moment(Instant(milliseconds: time()))), maybe(Moment(Instant(milliseconds: time()))))
  (row.deadline, row.since) = (maybe(Instant(milliseconds: time())), maybe(Instant(milliseconds: time())))
  row.isTakenOn = maybe(Bool.random(using: &dice))
  (row.daysToAnswer, row.daysToSchedule, row.daysToReport) = (days(), days(), days())
  row.noShows = Int.random(in: 0..<4, using: &dice)
  row.measured = maybe(
    LoopMeasure(year: Int.random(in: 2025...2026, using: &dice), isAnswered: Bool.random(using: &dice)))
  return row
}

private func counted(_ rows: some Sequence<ReferralRow>) -> ReferralTally {
  rows.reduce(into: ReferralTally()) { $0.count($1, 1) }
}

/// So many answers of one partner, the first of them yes, each a day later than the one before.
private func figures(answers: Int, yes: Int) -> PartnerFigures {
  let rows = (0..<answers).map { number in
    made(ReferralRow(referral: line(UInt64(number)), patient: somePatient)) {
      $0.state = number < yes ? .accepted : .declined
      $0.recipient = Reference(target: clinic)
      ($0.isTakenOn, $0.daysToAnswer) = (number < yes, number)
    }
  }
  return counted(rows).figures([clinic])
}

@Suite struct ReferralTallyTests {
  @Test func `the running tally is that of all rows, whatever came and went`() {
    var dice = Seeded(seedOfThisRun)
    var (writer, follower, rows) = (CareLists(), CareLists(), [LineID: ReferralRow]())
    for round in 0..<60 {
      var touched: Set<Int> = []
      for _ in 0..<40 {
        let number = UInt64.random(in: 0..<900, using: &dice)
        if let old = rows.removeValue(forKey: LineID(high: 1, low: number)) {
          touched.formUnion(writer.referrals.remove(old.key))
          if Bool.random(using: &dice) { continue }
        }
        let new = row(number, using: &dice)
        touched.formUnion(writer.referrals.insert(new))
        rows[new.referral] = new
      }
      follower.adopt(touched.sorted().map { writer.image(.referrals, $0) })
      #expect(follower.tally == counted(rows.values), "seed \(seedOfThisRun), round \(round)")
    }
    follower.adopt(writer.referrals.pages.map { PageImage(list: .referrals, page: Page($0.number)) })
    #expect(follower.tally == ReferralTally(), "nothing is left of what is gone; seed \(seedOfThisRun)")
  }

  @Test func `pages count once they are read, and only once`() {
    var dice = Seeded(seedOfThisRun)
    let rows = (0..<1_000).map { row($0, using: &dice) }
    let whole = SortedPages(packing: rows)
    var lists = CareLists()
    lists.referrals = SortedPages(whole.pages.map { Page(number: $0.number, rows: $0.rows, head: $0.head) })
    #expect(lists.tally == ReferralTally())
    for _ in 0..<2 {
      for page in whole.pages { lists.load([PageImage(list: .referrals, page: page)]) }
      #expect(lists.tally == counted(rows), "seed \(seedOfThisRun)")
    }
  }

  @Test func `a row comes back as it was written`() {
    var dice = Seeded(seedOfThisRun)
    for number in 0..<300 {
      let row = row(UInt64(number), using: &dice)
      var fields = RowWriter()
      row.write(&fields)
      var reader = RowReader(bytes: fields.bytes, at: 0)
      #expect(ReferralRow(&reader) == row, "seed \(seedOfThisRun)")
    }
  }

  @Test func `rows stand as on the board: by state, what is open oldest first, then what is over newest first`() {
    func row(_ number: UInt64, _ state: ReferralState, since: String, isClosed: Bool = false) -> ReferralRow {
      made(ReferralRow(referral: line(number), patient: somePatient)) {
        ($0.state, $0.isClosed, $0.since) = (state, isClosed, instant(since))
      }
    }
    let board: [ReferralState] = [
      .draft, .created, .accepted, .scheduled, .noShow, .appointmentCancelled, .visitCompleted, .inProgress,
      .cancelRequested, .completed, .declined, .cancelled,
    ]
    var rows: [ReferralRow] = []
    for state in board {
      rows.append(row(UInt64(rows.count), state, since: "2026-11-01"))
      rows.append(row(UInt64(rows.count), state, since: "2026-11-02"))
    }
    rows.append(row(90, .completed, since: "2026-11-02", isClosed: true))
    rows.append(row(91, .completed, since: "2026-11-01", isClosed: true))
    var dice = Seeded(seedOfThisRun)
    let list = SortedPages(packing: rows.shuffled(using: &dice))
    #expect((0..<list.count).compactMap { list[$0]?.referral } == rows.map(\.referral))
    #expect(list.firstIndex(notLess: ReferralRow.key(startOf: .accepted)) == 4)
    #expect(list.firstIndex(notLess: ReferralRow.key(startOf: .draft, isClosed: true)) == 24)
  }

  @Test(arguments: [(1, 0), (2, 0), (3, 1), (4, 1), (11, 5), (12, 5)])
  func `half of the answers took no longer than the median`(answers: Int, median: Int) {
    #expect(figures(answers: answers, yes: 0).median(.answer) == median)
  }

  @Test func `fewer than eleven answers are marked as few, and none says nothing`() {
    #expect(figures(answers: 10, yes: 10).isSmall)
    #expect(!figures(answers: 11, yes: 10).isSmall)
    #expect(figures(answers: 12, yes: 9).acceptance == 0.75)
    #expect(PartnerFigures().acceptance == nil && PartnerFigures().median(.answer) == nil)
  }

  @Test func `a partner is known by all its names, and a draft was sent to nobody`() {
    let other = OriginID(high: 5, low: 2)
    func row(_ number: UInt64, _ state: ReferralState, to name: OriginID) -> ReferralRow {
      made(ReferralRow(referral: line(number), patient: somePatient)) {
        ($0.state, $0.recipient) = (state, Reference(target: name))
      }
    }
    let tally = counted([row(1, .created, to: clinic), row(2, .accepted, to: other), row(3, .draft, to: clinic)])
    #expect(tally.figures([clinic, other]).sent == 2 && tally.figures([clinic]).sent == 1)
    #expect(tally.recipients == [clinic, other])
    #expect(tally.openCount == 3 && tally.open[.draft] == 1)
  }
}

extension Page {
  /// A page that is gone.
  fileprivate init(_ number: Int) { self.init(number: number, rows: 0, head: []) }
}
