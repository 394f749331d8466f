import Care
import Testing

@testable import Journal

private func read(_ entry: Entry, _ body: [UInt8]) throws -> Entry {
  Entry(
    sequence: entry.sequence, version: entry.version,
    of: try Proposal(id: entry.id, stream: entry.stream, version: entry.version, time: entry.time, body: body))
}

@Suite struct WireTests {
  @Test(arguments: EventKind.allCases)
  func everyFieldOfAnEventComesBackAsItWasWritten(_ kind: EventKind) throws {
    for seed in UInt64(1)...40 {
      var filler = Filler(seed: seed)
      let entry = filler.entry(kind)
      #expect(try read(entry, entry.body) == entry, "seed \(seed)")
      #expect(try Entry.eventKind(body: entry.body) == kind)
    }
  }

  @Test func everyFieldOfAChartComesBackAsItWasWritten() throws {
    for seed in UInt64(1)...60 {
      var filler = Filler(seed: seed)
      let chart = filler.chart()
      #expect(try Chart(id: chart.id, body: chart.body) == chart, "seed \(seed)")
    }
  }

  @Test func theSameChartHasTheSameBytesWhateverTheOrderOfItsNames() throws {
    var filler = Filler(seed: 4)
    let chart = filler.chart()
    #expect(try Chart(id: chart.id, body: chart.body).body == chart.body)
  }

  @Test func aMemberComesBackAsItWasWritten() throws {
    for kind in DirectoryKind.allCases {
      var filler = Filler(seed: 11)
      let resource = filler.directoryResource(kind)
      let member = Directory.Member(
        id: filler.dice.id(), origins: [filler.dice.id()], origin: "x", resource: resource)
      #expect(try Directory.Member(id: member.id, body: member.body) == member)
    }
  }

  @Test func whatRepeatsIsWrittenOnce() {
    var made = MadeUp(seed: 3)
    func size(_ count: Int) -> Int {
      var chart = Chart(id: PatientID(high: 1, low: 1))
      chart.apply(Entry(sequence: 1, version: 1, of: made.received(made.record(lines: count), for: chart.id)))
      return chart.body.count
    }
    let (few, many) = (size(100), size(1100))
    #expect((many - few) / 1000 < 190)
  }

  @Test func aTornOrChangedBodyIsRefusedOrReadButNeverTraps() throws {
    let seed = UInt64.random(in: 0 ... .max)
    var filler = Filler(seed: seed)
    var dice = Dice(seed: seed)
    var refused = 0
    for round in 0..<600 {
      let entry = filler.entry(dice.pick(EventKind.allCases))
      let chart = filler.chart()
      var (body, other) = (entry.body, chart.body)
      for _ in 0...dice.below(3) {
        body[dice.below(body.count)] = UInt8(dice.below(256))
        other[dice.below(other.count)] = UInt8(dice.below(256))
      }
      if round.isMultiple(of: 3) {
        body.removeLast(1 + dice.below(body.count))
        other.removeLast(1 + dice.below(other.count))
      }
      if (try? read(entry, body)) == nil { refused += 1 }
      if (try? Chart(id: chart.id, body: other)) == nil { refused += 1 }
    }
    #expect(refused > 400, "seed \(seed)")
  }

  @Test func everyShorterBodyIsRefused() {
    var filler = Filler(seed: 8)
    let entry = filler.entry(.ownerChanged)
    let body = entry.body
    for length in 0..<body.count {
      #expect(throws: WireError.self) { try read(entry, Array(body.prefix(length))) }
    }
    #expect(throws: WireError(kind: .leftOver, offset: body.count)) { try read(entry, body + [0]) }
  }

  @Test func aHostileLengthIsRefusedBeforeAnythingIsAllocated() throws {
    // A source of three texts would follow; the first says it is 2^62 bytes long.
    let length: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F]
    #expect(throws: WireError.self) { try Chart(id: PatientID(high: 0, low: 0), body: [1, 0] + length) }
    #expect(throws: WireError.self) { try Entry.eventKind(body: [1, 0xFF]) }
    #expect(throws: WireError.self) { try Entry.eventKind(body: []) }
  }

  @Test func aNewerBodyIsRefusedAsNewer() {
    #expect(throws: WireError(kind: .newer(9), offset: 0)) { try Entry.eventKind(body: [9, 1]) }
    #expect("\(WireError(kind: .newer(9), offset: 0))".contains("newer than this program's"))
  }

  @Test func aPageWhoseRowsReachPastItsEndIsRefused() throws {
    let rows = (0..<5).map { number in
      CensusRow(
        patient: PatientID(high: 1, low: UInt64(number)), name: "N\(number)", birthDate: nil, gender: nil, mrn: "",
        isDeceased: false, isIdentified: true, openItems: 0, nextDue: nil)
    }
    let page = SortedPages(packing: rows).pages[0]
    let body = page.body
    #expect(try Page(number: 1, rows: 5, head: page.head, body: body) == page)
    for at in 1..<(1 + 2 + 5 * 4) {
      var changed = body
      changed[at] ^= 0xFF
      #expect(throws: WireError.self) { try Page(number: 1, rows: 5, head: page.head, body: changed) }
    }
    #expect(throws: WireError.self) { try Page(number: 1, rows: 5, head: page.head, body: Array(body.dropLast(45))) }
    #expect(throws: WireError.self) { try Page(number: 1, rows: 4, head: page.head, body: body) }
  }
}
