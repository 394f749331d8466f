import Care
import Dashboard
import Panes
import Terminal
import Testing

/// Screens of what is under way.
@Suite struct WorkGoldenTests {
  private static let sizes = [Size(width: 120, height: 40), Size(width: 80, height: 24), Size(width: 60, height: 15)]

  @Test(arguments: sizes) func `a change that waits for the disk is marked, in the header and on its line`(size: Size)
    throws
  {
    var state = try Gallery.state("jj", size)
    _ = reduce(&state, .key(Key("s")))
    _ = reduce(&state, .key(Key("x")))
    try Gallery.expect("saving-\(size.width)x\(size.height)", draw(state))
  }

  @Test(arguments: sizes) func `what went wrong is listed with its time, the newest first, new ones marked`(size: Size)
    throws
  {
    var state = try Gallery.state("jj", size)
    _ = reduce(&state, .failed("A list could not be read: the file is damaged."))
    _ = reduce(&state, .run(.goProblems))
    _ = reduce(&state, .key(Key(.escape)))
    _ = reduce(&state, .clock(state.now.adding(hours: 1)))
    guard case .append(let request)? = reduce(&state, .key(Key("x"))).first else {
      Issue.record("nothing was asked for")
      return
    }
    let busy =
      "not saved. /home/ana/.local/share/rounds/journal.sqlite: another program is writing to the journal and has not "
      + "finished. Try again when it is done."
    _ = reduce(&state, .refused(request, busy))
    _ = reduce(&state, .key(Key("k")))
    try Gallery.expect("problems-unseen-\(size.width)x\(size.height)", draw(state))
    _ = reduce(&state, .run(.goProblems))
    try Gallery.expect("problems-\(size.width)x\(size.height)", draw(state))
  }

  @Test(arguments: sizes) func `an empty record says what this is and what to press`(size: Size) throws {
    var state = State(
      workspace: Workspace(zone: .utc), author: Author(name: "ana"), now: Instant(milliseconds: 1_795_248_720_000),
      size: size)
    let name = "\(size.width)x\(size.height)"
    try Gallery.expect("first-start-\(name)", draw(state))
    _ = reduce(&state, .key(Key("i")))
    _ = reduce(&state, .paste("~/exports/2026-11"))
    try Gallery.expect("path-\(name)", draw(state))
    var lost = state
    _ = reduce(&lost, .key(Key(.enter)))
    let words = "There is no /home/ana/exports/2026-11."
    var report = WorkReport(short: "Nothing came in", headline: words, lines: [words], isWell: false)
    report.isLost = true
    _ = reduce(&lost, .workDone(report))
    try Gallery.expect("path-lost-\(name)", draw(lost))
    _ = reduce(&lost, .key(Key("x")))
    #expect(!draw(lost).text.contains("There is no"), "another path is another question")
    let choices = (10...24).map { "2026-11-\($0).ndjson" } + ["2026-11-summary/"]
    _ = reduce(&state, .pathCompleted("~/exports/2026-11", to: "~/exports/2026-11-", choices: choices))
    try Gallery.expect("path-choices-\(name)", draw(state))
    _ = reduce(&state, .key(Key(.enter)))
    try Gallery.expect("first-import-\(name)", draw(state))
  }

  @Test(arguments: sizes) func `an import tells how far it is on one line, and how to stop it`(size: Size) throws {
    var state = try Gallery.state("", size)
    let name = "\(size.width)x\(size.height)"
    for key in [Key("I")] + "~/exports/november".map({ Key($0) }) + [Key(.enter)] { _ = reduce(&state, .key(key)) }
    _ = reduce(
      &state, .worked(Work.Progress(done: 171_000_000, total: 1_002_000_000, filesDone: 120, filesTotal: 704)))
    try Gallery.expect("importing-\(name)", draw(state))
    _ = reduce(&state, .key(Key("S")))
    try Gallery.expect("stopping-\(name)", draw(state))
    let refusals = (1...30).map { "/home/ana/exports/november/\($0).json:\($0 * 3): Task: It has no status." }
    let report = WorkReport(
      short: "Stopped after 121 of 704 files; what came in stays, 30 refused",
      headline:
        "Stopped: 121 of 704 files read; what came in stays, and importing again adds the rest. 30 were refused.",
      lines: ["Stopped: 121 of 704 files read.", "  Patient: 40 new, 2 changed", ""] + refusals, isWell: false)
    _ = reduce(&state, .workDone(report))
    try Gallery.expect("stopped-\(name)", draw(state))
    _ = reduce(&state, .run(.goImport))
    try Gallery.expect("import-report-\(name)", draw(state))
  }
}
