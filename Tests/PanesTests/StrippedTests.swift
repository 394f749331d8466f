import Care
import Dashboard
import Panes
import Terminal
import Testing

/// With colour stripped, as under NO_COLOR: whatever differs must differ in its text, or at least in its attributes.
@Suite struct StrippedTests {
  private static let size = Size(width: 120, height: 60)
  private let theme: Theme

  init() throws { theme = try Theme.named("dark", userFolder: nil) }

  /// A cell without its colours.
  private struct Bare: Hashable {
    var text: String
    var attributes: Attributes
  }

  private func bare(_ frame: Frame, _ area: Rect) -> [Bare] {
    area.rows.flatMap { y in
      area.columns.map { x in
        let cell = frame[Point(x: x, y: y)]
        return Bare(text: cell.text, attributes: theme.resolve(cell.style, in: .mono).attributes)
      }
    }
  }

  private func text(_ frame: Frame, row: Int) -> String {
    String(frame.text.split(separator: "\n", omittingEmptySubsequences: false)[row])
  }

  /// Where a list pane's rows begin.
  private func body(_ pane: Pane, _ state: State) throws -> Rect {
    let area = try #require(state.arrangement.panes[pane])
    return area.inset(top: 1 + state.headingHeight(pane)).inset(left: area.x > 0 ? 1 : 0)
  }

  /// No look of one kind may be a look of another.
  private func expectDistinct<Kind: Hashable, Look: Hashable>(
    _ looks: [(kind: Kind, look: Look)], kinds: Int, _ what: String
  ) {
    let byKind = Dictionary(grouping: looks, by: \.kind).mapValues { Set($0.map(\.look)) }
    #expect(byKind.count == kinds, "\(what): the demo shows \(byKind.keys)")
    for (a, looksOfA) in byKind {
      for (b, looksOfB) in byKind where a != b {
        #expect(looksOfA.isDisjoint(with: looksOfB), "\(what): \(a) and \(b) look the same")
      }
    }
  }

  // The eleventh thread is about a patient with two.
  @Test(arguments: ["", "gp", "gi", "gj", "gc", "gt", "gijjjjjjjjjjgm"]) func `the row under the cursor`(
    keys: String
  ) throws {
    let (here, there) = (try Gallery.state(keys, Self.size), try Gallery.state(keys + "j", Self.size))
    let cursor = try #require(draw(here).cursor)
    let row = Rect(x: cursor.x, y: cursor.y, width: 20, height: 1)
    #expect(draw(here)[cursor].text != draw(there)[cursor].text)
    #expect(bare(draw(here), row).dropFirst() != bare(draw(there), row).dropFirst())
  }

  @Test func `the pane with the focus, and the row that waits in another`() throws {
    let (left, middle) = (try Gallery.state("", Self.size), try Gallery.state("<Tab>", Self.size))
    let title = try #require(left.arrangement.panes[.worklist]).y
    #expect(text(draw(left), row: title) != text(draw(middle), row: title))
    let list = try body(.worklist, middle)
    let rows = (1..<3).map { bare(draw(middle), list.row($0)).map(\.attributes) }
    #expect(rows[0] != rows[1], "the waiting row has the look of the next")
  }

  @Test func `overdue, today and later`() throws {
    let state = try Gallery.state("", Self.size)
    let (frame, area) = (draw(state), try body(.worklist, state))
    var looks: [(String, String)] = []
    for (row, line) in state.worklistLines(from: 0, height: state.worklistHeight).enumerated() {
      guard case .row(let index) = line, let work = state.work(at: index) else { continue }
      let kind =
        switch work.band(state.now, zone: state.workspace.zone) {
        case .breached: "overdue"
        case .today: "today"
        case .thisWeek, .later, .undated, .asleep: "later"
        }
      looks.append((kind, frame[Point(x: area.x + 1, y: area.y + row)].text))
    }
    expectDistinct(looks.map { (kind: $0.0, look: $0.1) }, kinds: 3, "the worklist")
  }

  @Test func `urgent, unread and read threads`() throws {
    var looks: [(kind: String, look: [Bare])] = []
    var state = try Gallery.state("gi", Self.size)
    looks += try threadLooks(state)
    // To somebody else nothing is read yet.
    state.author.member = MemberID(high: 1, low: 1)
    looks += try threadLooks(state)
    expectDistinct(looks, kinds: 4, "the inbox")
  }

  private func threadLooks(_ state: State) throws -> [(kind: String, look: [Bare])] {
    let (frame, area) = (draw(state), try body(.inbox, state))
    var looks: [(kind: String, look: [Bare])] = []
    for row in 0..<min(area.height, state.count(.inbox)) where state.inbox.cursor.top + row != state.inbox.cursor.index
    {
      guard let thread = state.threadRow(at: state.inbox.cursor.top + row) else { continue }
      let kind = (thread.isUrgent ? "urgent " : "") + (thread.isUnread(by: state.author.member) ? "unread" : "read")
      // Its sign, and whether its subject stands out.
      let line = bare(frame, area.row(row))
      let weights = line[20..<(line.count - 10)].filter { $0.text != " " }.map {
        Bare(text: "", attributes: $0.attributes)
      }
      looks.append((kind, [line[1]] + Set(weights).sorted { $0.attributes.rawValue < $1.attributes.rawValue }))
    }
    return looks
  }

  @Test func `a thread before and after it is read`() throws {
    let (before, after) = (try Gallery.state("jjgm", Self.size), try Gallery.state("jjgm<Enter><Esc>", Self.size))
    let area = try body(.messages, before)
    #expect(bare(draw(before), area.row(0)) != bare(draw(after), area.row(0)))
  }

  @Test func `who is here, who is not, and whom nobody knows`() throws {
    var looks: [(kind: String, look: String)] = []
    var state = try Gallery.state("gp", Self.size)
    for _ in 0..<40 {
      let (frame, area) = (draw(state), try body(.team, state))
      for (row, member) in (state.view?.team ?? []).enumerated().prefix(area.height) {
        let isKnown = if case .said = member.name { false } else { true }
        let presence = state.presence(of: member)
        let kind: String? = presence == .unknown ? nil : presence.isHere ? "here" : "away"
        looks.append((kind ?? (isKnown ? "no hours" : "said"), frame[Point(x: area.x + 1, y: area.y + row)].text))
      }
      for case .readChart(let patient) in reduce(&state, .key(Key("j"))) {
        _ = reduce(&state, .chartRead(patient, try Gallery.chart(patient)))
      }
    }
    expectDistinct(looks, kinds: Set(looks.map(\.kind)).count, "the team")
    #expect(Set(looks.map(\.kind)).isSuperset(of: ["here", "away"]))
  }

  @Test func `what is owed, done, found and merely told in the journey`() throws {
    var looks: [(kind: String, look: String)] = []
    var state = try Gallery.state("gp", Self.size)
    for _ in 0..<40 {
      let (frame, area) = (draw(state), try body(.journey, state))
      guard let events = state.view?.journey.events, let shares = state.journeyShares else { continue }
      let list = area.inset(top: shares.drawing, bottom: shares.foot)
      for (row, line) in state.journeyList.rows.dropFirst(state.journey.top).enumerated().prefix(list.height) {
        if line.isFolded { continue }
        let event = events[line.head]
        let isLate = event.mark == .open && event.isDue && event.at.end(in: state.workspace.zone) <= state.now
        looks.append((isLate ? "late" : "\(event.mark)", frame[Point(x: list.x + 19, y: list.y + row)].text))
      }
      for case .readChart(let patient) in reduce(&state, .key(Key("j"))) {
        _ = reduce(&state, .chartRead(patient, try Gallery.chart(patient)))
      }
    }
    expectDistinct(looks, kinds: 5, "the journey")
  }

  @Test func `what is past in the chart says so in words`() throws {
    for size in [Self.size, Size(width: 80, height: 60)] {
      var state = try Gallery.state("jjgc", size)
      let (frame, area) = (draw(state), try body(.chart, state))
      for (row, line) in state.chartLines.enumerated().prefix(area.height) where line.isPast {
        let words = text(frame, row: area.y + row)
        #expect(!line.detail.isEmpty && words.contains(line.detail.prefix(5)), "\(words)")
      }
      state.isZoomed = true
    }
  }

  @Test(arguments: ["g", ":", "?"]) func `a command that works now and one that does not`(keys: String) throws {
    var (off, on) = (try Gallery.state("", Self.size), try Gallery.state("", Self.size))
    on.note("The chart could not be read.")
    for key in try Key.sequence(keys == "g" ? keys : keys + "went") {
      _ = reduce(&off, .key(key))
      _ = reduce(&on, .key(key))
    }
    _ = reduce(&off, .rest)
    _ = reduce(&on, .rest)
    func line(_ state: State) -> Substring? {
      draw(state).text.split(separator: "\n").dropFirst().first { $0.contains("What went wrong") }
    }
    #expect(line(off) != nil && line(off) != line(on), "\(line(off) ?? "")")
  }

  @Test func `what was done and what was refused`() throws {
    let (done, refused) = (try Gallery.state("jjs", Self.size), try Gallery.state("u", Self.size))
    let row = done.arrangement.toast.y
    #expect(done.toast?.weight == .done && refused.toast?.weight == .refused)
    #expect(text(draw(done), row: row).prefix(3) != text(draw(refused), row: row).prefix(3))
  }

  @Test func `a filter being typed, one that is kept, and none`() throws {
    let titles = try ["gp", "gp/o", "gp/o<Enter>"].map { keys in
      let state = try Gallery.state(keys, Self.size)
      return text(draw(state), row: try #require(state.arrangement.panes[.patients]).y)
    }
    #expect(Set(titles).count == 3)
  }

  @Test func `the theme that is kept and the one looked at`() throws {
    var state = try Gallery.state("", Self.size)
    _ = reduce(&state, .theme(.found(["dark", "light", "mono"].map { Theme.Summary(name: $0, about: "a word") })))
    for key in try Key.sequence("Tjj") { _ = reduce(&state, .key(key)) }
    let lines = draw(state).text.split(separator: "\n")
    func line(_ word: String) throws -> Substring {
      try #require(lines.first { $0.contains("\(word) ") && $0.contains("a word") })
    }
    #expect(lines.contains { $0.contains("✓ auto") })
    #expect(try line("light").contains("▌") && !(try line("dark").contains("▌")))
  }

  @Test(arguments: Theme.names(userFolder: nil)) func `every theme has the same attributes without colour`(name: String)
    throws
  {
    let other = try Theme.named(name, userFolder: nil)
    for keys in ["", "gi", "gj", ":", "g"] {
      for cell in try draw(Gallery.state(keys, Self.size)).cells {
        let (ours, theirs) = (theme.resolve(cell.style, in: .mono), other.resolve(cell.style, in: .mono))
        // Light underlines what it can't make bold.
        #expect(ours == theirs || cell.style.role == .bright)
      }
    }
  }
}
