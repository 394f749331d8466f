import Care
import Dashboard
import Panes
import Terminal
import Testing

@Suite struct GoldenTests {
  @Test(
    arguments: [
      ("dashboard", ""), ("patients", "gp"), ("patients-filtered", "gp/ros"), ("inbox", "gi"), ("journey", "gj"),
      ("journey-year", "gj--"), ("chart", "jjgc"), ("team", "jjgt"), ("messages", "jjgm"),
      ("thread", "jjgm<Enter>"), ("owed", "jjjjgj"),
      ("detail", "gj<Enter>"), ("help", "?"), ("help-search", "?zoom"), ("palette", ":"), ("palette-search", ":und"),
      ("prefix", "g"), ("zoomed", "gjz"), ("closed", "jjsx"), ("nothing-found", "/zzz"), ("last", "G"),
      ("marked", "jj<Space><Space>jv"), ("by-owner", "oo"), ("jump", "fka"), ("preview", "jj<Space><Space><Space>x"),
      ("order", "o"), ("triage", "t"), ("triage-second", "ts"), ("triage-end", "tsE"), ("assign", "a"),
      ("assign-name", "amo"), ("assign-unknown", "azzz<Enter>"), ("assign-many", "j<Space><Space>aro"),
      ("wait", "w"), ("wait-fault", "wtua<Enter>"), ("wait-why", "w2bd<Enter>"), ("call", "c"), ("close", "X"),
      ("message", "m"), ("book", "b<Enter>"), ("filter-completed", "/ow"), ("filter-fault", "/onwer:me<Enter>"),
      ("filter-query", "/owner:none<Enter>"), ("waiting", "w2bd<Enter>why<Enter>6"),
      ("keep-view", "/kim<Enter>Vmine<Enter>"), ("why-here", "jjjj?"),
      ("referrals", "gr"), ("referrals-board", "grz"), ("referrals-by-age", "grzoy"),
      ("referral-history", "gr/state:cancel-requested<Enter><Enter>"), ("referral-targets", "gr/state:sent<Enter>Rt"),
      ("referral-consent", "rhousing<Space>support<Enter><Enter>notice<Enter><Enter><Enter>"),
      ("referral-refused", "gr/state:no-show<Enter>Ro"), ("referral-keys", "grR"), ("measures", "gM"),
      ("ask", "Q"), ("compose", "Q<Enter>Is<Space>40<Space>mg<Space>right<Space>for<Space>her?<A-u><A-a>"),
      ("compose-name", "Q<Enter>ask<Space>@l"), ("compose-fault", "Q<Enter><C-s>"),
      ("thread-sent", "Q<Enter>Is<Space>40<Space>mg<Space>right?<A-a><C-s>gmgg<Enter>"), ("reply", "gir"),
      ("awaited", "Q<Enter>Is<Space>40<Space>mg<Space>right?<A-a><C-s>gW"), ("role-card", "gt<Enter>"),
      ("team-zoomed", "gtz"), ("team-join", "gtareyes<Enter>"),
      ("handoff-offer", "Horeyes<Enter>w<Enter><Enter>"),
      ("handoff", "Horeyes<Enter>w<Enter><Enter><Enter>if<Space>worse<Space>then<Space>call<Enter>/handoff<Enter>GHl"),
    ], [Size(width: 120, height: 40), Size(width: 80, height: 24)])
  func `a screen looks as it was when somebody last looked at it`(screen: (name: String, keys: String), size: Size)
    throws
  {
    try Gallery.expect("\(screen.name)-\(size.width)x\(size.height)", draw(Gallery.state(screen.keys, size)))
  }

  @Test(arguments: [
    (60, 15), (90, 35), (100, 30), (160, 50), (200, 60), (300, 80), (39, 9), (60, 80), (80, 50),
  ])
  func `the dashboard holds at every size`(width: Int, height: Int) throws {
    try Gallery.expect("dashboard-\(width)x\(height)", draw(Gallery.state("", Size(width: width, height: height))))
  }

  @Test(arguments: [Size(width: 120, height: 40), Size(width: 80, height: 24)])
  func `the list of themes leaves the screen in sight`(size: Size) throws {
    var state = try Gallery.state("", size)
    _ = reduce(&state, .theme(.found(Theme.summaries(userFolder: nil))))
    for key in try Key.sequence("Tjj") { _ = reduce(&state, .key(key)) }
    try Gallery.expect("themes-\(size.width)x\(size.height)", draw(state))
  }

  /// The strip, one line each: what must never be lost when the room is short.
  @Test func `every patient's strip tells the state of their allergies, at every width`() throws {
    for width in [40, 60, 80, 100, 120] {
      var state = try Gallery.state("gp", Size(width: width, height: 24))
      for _ in 0..<40 {
        let strip = String(draw(state).text.split(separator: "\n")[1])
        let words =
          switch state.view?.allergies {
          case .notAsked: ["allergies not asked"]
          case .noneKnown: ["no known allergies"]
          case .noneOfSomeKinds: ["asked"]
          case .listed(let lines), .conflict(let lines): lines.map(\.substance)
          case nil: ["no chart"]
          }
        // Those that find no room are counted, with the key that lists them; one of them has its name all the same.
        let isCounted = strip.contains("gc")
        #expect(width < 60 || words.contains { strip.contains($0) }, "\(strip)")
        #expect(isCounted || words.allSatisfy { strip.contains($0) }, "\(strip)")
        let age = state.view?.chart.patient.map { state.words.age($0.birthDate, deceased: $0.deceased) } ?? ""
        #expect(width < 60 || strip.contains(age), "\(strip)")
        for effect in reduce(&state, .key(Key("j"))) {
          if case .readChart(let patient) = effect {
            _ = reduce(&state, .chartRead(patient, try Gallery.chart(patient)))
          }
        }
      }
    }
  }

  @Test func `the terminal's cursor is on the focused row`() throws {
    for keys in ["", "jjj", "gp", "gr", "gj", "gt", "gm", "gc", "gi"] {
      let state = try Gallery.state(keys, Size(width: 120, height: 40))
      let frame = draw(state)
      let cursor = try #require(frame.cursor)
      #expect(frame[cursor].text == "▌", "\(keys)")
    }
  }

  @Test func `text from outside can't leave its place or send commands`() throws {
    var state = try Gallery.state("", Size(width: 120, height: 40))
    let hostile = "\u{1B}[31mRED\u{07}\u{202E}abc\u{200B}\nnew line\u{9B}2J"
    _ = reduce(&state, .failed(hostile))
    _ = reduce(&state, .run(.goProblems))
    let text = draw(state).text
    #expect(!text.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value) })
    #expect(!text.unicodeScalars.contains { [0x202E, 0x200B].contains($0.value) })
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count == 40)
  }
}
