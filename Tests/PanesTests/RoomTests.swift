import Care
import Dashboard
import Terminal
import Testing

@testable import Panes

/// What gives way where the room is short, and what never does.
@Suite struct RoomTests {
  private func lines(_ keys: String, _ width: Int, _ height: Int) throws -> [Substring] {
    draw(try Gallery.state(keys, Size(width: width, height: height))).text.split(
      separator: "\n", omittingEmptySubsequences: false)
  }

  @Test func `an answer that is cut ends with an ellipsis`() throws {
    for width in stride(from: 100, through: 140, by: 5) {
      var state = try Gallery.state("", Size(width: width, height: 40))
      for _ in 0..<12 {
        let row = try #require(state.selectedWork)
        let text = draw(state).text.split(separator: "\n").map { $0.prefix { !"│┤├".contains($0) } }
        let from = try #require(text.firstIndex { $0.hasPrefix(" next  ") })
        let to = try #require(text.firstIndex { $0.hasPrefix(" owner  ") })
        let words = text[from..<to].map { line in
          line.dropFirst(10).split(separator: " ").joined(separator: " ")
        }.joined(separator: " ")
        let whole = try #require(state.answers(row).first { $0.question == "next" }?.words)
        #expect(words == whole || words.hasSuffix("…"), "\(words) for \(whole)")
        _ = reduce(&state, .key(Key("j")))
      }
    }
  }

  @Test func `what is owed is said at every width, and whether it is saved before the day`() throws {
    for width in [40, 50, 60, 80] {
      var state = try Gallery.state("jj", Size(width: width, height: 15))
      _ = reduce(&state, .key(Key("s")))
      let line = draw(state).text.prefix { $0 != "\n" }
      #expect(line.contains("overdue") && line.contains("today") && line.contains("08:12"), "\(line)")
      #expect(width < 50 || line.contains("saving"), "\(line)")
      #expect(!line.contains("todaySat") && !line.contains("today0"))
    }
  }

  @Test(arguments: [40, 60, 80, 100, 120]) func `a value is whole wherever the pane is as wide as it`(width: Int) throws
  {
    let state = try Gallery.state("gcz", Size(width: width, height: 40))
    let text = draw(state).text
    for line in state.chartLines.prefix(34) where [.results, .allergies].contains(line.section) {
      if Text.width(line.detail) > width - 13 - 3 - 12 { continue }
      #expect(text.contains(line.detail), "\(line.detail)")
    }
  }

  @Test func `the keys of the first screen stand on the line of keys`() {
    let state = State(
      workspace: Workspace(zone: .utc), author: Author(name: "ana"), now: Instant(milliseconds: 1_795_248_720_000),
      size: Size(width: 60, height: 15))
    let last = draw(state).text.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    #expect(last.hasPrefix(" d look around   i import"))
  }

  @Test func `a single file is told by its share, several by their number`() throws {
    for (files, words) in [(1, "17 %"), (704, "120 of 704 files")] {
      var state = try Gallery.state("", Size(width: 80, height: 24))
      for key in [Key("I")] + "~/x".map({ Key($0) }) + [Key(.enter)] { _ = reduce(&state, .key(key)) }
      _ = reduce(&state, .worked(Work.Progress(done: 17, total: 100, filesDone: 120, filesTotal: files)))
      let text = draw(state).text
      #expect(text.contains(words))
      #expect(text.contains("%") != text.contains(" files  "), "one measure, not two")
    }
  }

  @Test func `every sign of the design is told, and found by itself and by its words`() throws {
    let told = Set(Sign.all.flatMap { $0.sign.split(separator: " ").map(String.init) })
    let drawn = [
      signs.now, signs.today, signs.later, signs.finding, signs.done, signs.present, signs.absent, signs.due,
      signs.marked, signs.cursor, signs.ellipsis, signs.arrow, signs.bar, signs.barLight, signs.tick, signs.cutLeft,
      signs.cutRight, signs.pointer,
    ]
    #expect(told.isSuperset(of: drawn + JourneyFamily.allCases.map(\.letter)))
    #expect(try lines("?✱", 80, 24).contains { $0.contains("│ ✱") && $0.contains("marked") })
    #expect(try lines("?no contact", 80, 24).contains { $0.contains("└─┘") })
  }
}

/// Two people of one name on one screen.
@Suite struct NamesakeTests {
  private let words = TimeWords(now: Instant(milliseconds: 1_795_248_720_000), zone: .utc)

  private func row(_ patient: UInt64, _ born: Int?, _ mrn: String) -> WorkRow {
    WorkRow(
      item: LineID(high: patient, low: 1), patient: PatientID(high: 0, low: patient), kind: .task,
      patientName: "Chalmers, Peter",
      birthDate: born.map {
        Moment(Instant(milliseconds: CivilTime(date: CivilDate(year: $0, month: 1, day: 1)).floating))
      },
      gender: .male, mrn: mrn, title: "Call", status: "ready", priority: nil, due: nil, deadline: nil,
      owner: Reference())
  }

  private func marks(_ rows: [WorkRow], width: Int) -> [String] {
    let layout = TableLayout(.worklist, area: Rect(x: 0, y: 0, width: width, height: 1), order: .natural(.worklist))
    return Namesakes(rows, beside: layout, words: words).marks.sorted { "\($0.key)" < "\($1.key)" }.map(\.value)
  }

  @Test func `their ages stand before their names only where no column shows them`() {
    let rows = [row(1, 1950, "10388"), row(2, 1960, "20389"), row(1, 1950, "10388")]
    #expect(marks(rows, width: 40) == ["76 M", "66 M"])
    #expect(marks(rows, width: 60) == [])
    #expect(marks(rows, width: 120) == [])
  }

  @Test func `of one age too, the ends of their numbers do; where those agree, the numbers`() {
    let rows = [row(1, 1950, "10388"), row(2, 1950, "10389")]
    #expect(marks(rows, width: 40) == ["·0388", "·0389"])
    #expect(marks(rows, width: 60) == ["·0388", "·0389"])
    #expect(marks(rows, width: 120) == [])
    #expect(marks([row(1, 1950, "10388"), row(2, 1950, "20388")], width: 60) == ["10388", "20388"])
    #expect(marks([row(1, nil, "10388"), row(2, nil, "")], width: 40) == ["·0388", "no number"])
  }
}
