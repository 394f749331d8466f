import Care
import Terminal
import TestSupport
import Testing

@testable import Dashboard

/// Keys in the journey, and what the cursor is on after them.
@Suite struct JourneyListTests {
  /// Five weekly dialysis sessions with three parts each, then a message and an owed task.
  private static let dialysis: [Resource] =
    [Rig.person("Rossi", "Bo")]
    + (0..<5).flatMap { week in
      let start = Rig.now.adding(days: -60 + week * 7)
      let encounter = OriginID(LineID(high: 1, low: UInt64(1 + week * 4)))
      return [visit("Dialysis", start)] + (1...3).map { part("Blood tests", start.adding(minutes: $0), encounter) }
    } + [Rig.message("Weight", hours: -30), Rig.task("Call after discharge", due: -1)]

  private static func visit(_ title: String, _ start: Instant) -> Resource {
    .encounter(
      made(Encounter()) {
        $0.status = .finished
        $0.classification = Coding(code: "AMB")
        $0.types = [Concept(text: title)]
        $0.period = Period(start: Moment(start), end: Moment(start.adding(hours: 4)))
      })
  }

  private static func part(_ title: String, _ at: Instant, _ encounter: OriginID) -> Resource {
    .diagnosticReport(
      made(DiagnosticReport()) {
        $0.status = .final
        $0.code = Concept(text: title)
        $0.effective.start = Moment(at)
        $0.encounter = Reference(target: encounter)
      })
  }

  private func rig(
    _ keys: String, _ resources: [Resource] = dialysis, size: Size = Size(width: 120, height: 40)
  ) throws -> Rig {
    let rig = try Rig(resources.map { (1, $0) }, size: size)
    try rig.press("gpgj" + keys)
    return rig
  }

  private func shape(_ rig: Rig) -> [Int] { rig.state.journeyList.rows.map(\.positions.count) }

  @Test func `visits with their parts that come again and again are one line`() throws {
    let rig = try rig("")
    #expect(shape(rig) == [1, 1, 20])
    #expect(rig.state.journeyList.rows.last?.times == 5)
    #expect(rig.state.journeyCounts == "1/22")
  }

  @Test func `Space unfolds the series, then one of its visits, then folds all of it again`() throws {
    let rig = try rig("G<Space>")
    #expect(shape(rig) == [1, 1, 4, 4, 4, 4, 4])
    #expect(rig.state.selectedEvent?.title == "Dialysis")
    try rig.press("<Space>")
    #expect(shape(rig) == [1, 1, 1, 1, 1, 1, 4, 4, 4, 4])
    try rig.press("<Space>")
    #expect(shape(rig) == [1, 1, 20])
    #expect(rig.state.selectedEvent?.title == "Dialysis")
  }

  @Test func `a visit every year with its vaccine is one line, a single such pair two`() throws {
    let pairs = { (count: Int) in
      (0..<count).flatMap { year in
        let start = Rig.now.adding(days: -400 - 365 * year)
        let visit = OriginID(LineID(high: 1, low: UInt64(1 + year * 2)))
        return [Self.visit("Yearly visit", start), Self.part("Influenza", start, visit)]
      }
    }
    #expect(shape(try rig("", [Rig.person("Rossi", "Bo")] + pairs(10))) == [20])
    #expect(shape(try rig("", [Rig.person("Rossi", "Bo")] + pairs(3))) == [1, 1, 1, 1, 1, 1])
  }

  @Test func `Enter unfolds a folded line and opens a single one`() throws {
    let rig = try rig("G<Enter>")
    #expect(shape(rig).count == 7)
    #expect(rig.state.overlays == [])
    try rig.press("gg<Enter>")
    #expect(rig.state.overlays.count == 1)
  }

  @Test func `p and n go through what is folded event by event`() throws {
    let rig = try rig("jp")
    let newest = try #require(rig.state.selectedEvent)
    #expect(newest.title == "Blood tests")
    #expect(rig.state.journey.index == 2)
    #expect(rig.state.journeyCounts == "3/22")
    try rig.press("p")
    #expect(rig.state.journeyCounts == "4/22")
    try rig.press("nnn")
    #expect(rig.state.journeyCounts == "1/22")
    try rig.press("n")
    #expect(rig.state.toast?.words == "Nothing later is shown.")
    try rig.press("[")
    #expect(rig.state.selectedEvent?.kind == .encounter)
    #expect(rig.state.journeyCounts == "6/22")
    try rig.press("[")
    #expect(rig.state.journeyCounts == "10/22")
    try rig.press("]")
    #expect(rig.state.journeyCounts == "6/22")
  }

  @Test func `a kind chosen is shown alone, another beside it, and Esc shows all again`() throws {
    let rig = try rig("fm")
    #expect(rig.state.journeyCounts == "1/1 of 22 · only messages")
    #expect(rig.state.selectedEvent?.kind == .message)
    try rig.press("fo")
    #expect(rig.state.journeyCounts == "2/2 of 22 · only owed, messages")
    try rig.press("fm")
    #expect(rig.state.journeyCounts == "1/1 of 22 · only owed")
    try rig.press("<Esc>")
    #expect(rig.state.journeyCounts == "1/22")
    #expect(rig.state.focus == .journey)
    try rig.press("fd")
    #expect(rig.state.toast?.words == "Only documents, plans, flags: this journey has none.")
  }

  @Test func `where the kind under the cursor is hidden, the cursor goes to the nearest event shown`() throws {
    let rig = try rig("Gfr")
    #expect(rig.state.selectedEvent?.kind == .result)
    #expect(rig.state.journeyList.shown == 15)
    try rig.press("fa")
    #expect(rig.state.selectedEvent?.kind == .result)
  }

  @Test func `what arrives leaves the cursor on its event and the line on its place`() throws {
    let rig = try rig("jj<Space>jj<Space>jj<Space>kkkk", size: Size(width: 80, height: 24))
    let event = try #require(rig.state.selectedEvent)
    let line = rig.state.journey.index - rig.state.journey.top
    let other = Rehearsal(over: RigShelf(rig.state), workspace: rig.state.workspace)
    let arrived = [Rig.message("Later", hours: -1), Self.visit("Dialysis", Rig.now.adding(days: -25))]
    let change = try other.append(
      [
        Rig.proposal(
          1,
          .recordReceived(
            Rig.source,
            arrived.enumerated().map { index, resource in
              let id = LineID(high: 1, low: UInt64(100 + index))
              return ImportedLine(id: id, origins: [OriginID(id)], origin: "", resource: resource)
            }), expected: 1)
      ], since: 0, charts: [])
    rig.store.send(.followed(change))
    rig.store.settle()
    #expect(rig.state.view?.journey.events.count == 24)
    #expect(rig.state.selectedEvent?.key == event.key)
    #expect(rig.state.journey.index - rig.state.journey.top == line)
  }

  @Test func `the drawing follows the cursor, and the cursor a drawing that leaves it behind`() throws {
    let rig = try rig("G+")
    let window = try #require(rig.state.window)
    #expect(rig.state.selectedEvent.map { window.contains($0.span.start) } == true)
    try rig.press("llllllllll")
    let later = try #require(rig.state.window)
    #expect(later.start > window.start)
    #expect(rig.state.selectedEvent.map { later.contains($0.span.start) } == true)
    try rig.press("gg")
    #expect(rig.state.window?.contains(rig.state.selectedEvent?.span.start ?? .distantPast) == true)
  }

  @Test func `what is owed, urgent or said is never folded away`() throws {
    let rig = try rig(
      "",
      [Rig.person("Rossi", "Bo")] + (1...6).map { Rig.task("Call again", due: -$0) }
        + (1...6).map { Rig.message("Weight", hours: -$0) })
    #expect(shape(rig) == Array(repeating: 1, count: 12))
  }

  @Test func `every event is in one row, in its order, whatever is folded or filtered`() throws {
    var lots = Seeded(seedOfThisRun)
    let kinds = ["AMB", "IMP", "EMER"]
    for _ in 0..<40 {
      var resources = [Rig.person("Rossi", "Bo")]
      for _ in 0..<Int.random(in: 1...80, using: &lots) {
        let at = Rig.now.adding(hours: -Int.random(in: 0...90, using: &lots))
        if Bool.random(using: &lots) {
          resources.append(Self.visit(kinds.randomElement(using: &lots) ?? "", at))
        } else {
          let encounter = OriginID(LineID(high: 1, low: UInt64.random(in: 1...80, using: &lots)))
          resources.append(Self.part("Blood tests", at, encounter))
        }
      }
      let rig = try rig("", resources)
      for _ in 0..<20 {
        let keys = ["<Space>", "j", "k", "n", "p", "fe", "fr", "fa", "G", "gg", "+", "-", "h", "l", "0", "."]
        try rig.press(keys.randomElement(using: &lots) ?? "")
        let list = rig.state.journeyList
        let events = try #require(rig.state.view?.journey.events)
        let listed = list.rows.flatMap(\.positions)
        #expect(listed == events.indices.filter { list.shows(events[$0].family) }, "seed \(seedOfThisRun)")
        for (index, row) in list.rows.enumerated() {
          #expect(row.positions.contains(row.head), "seed \(seedOfThisRun)")
          for position in row.positions { #expect(list.row(of: position) == index, "seed \(seedOfThisRun)") }
        }
      }
    }
  }
}
