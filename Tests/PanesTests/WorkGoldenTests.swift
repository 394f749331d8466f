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
    var state = try Gallery.state("", size)
    _ = reduce(&state, .key(Key("s")))
    _ = reduce(&state, .key(Key("x")))
    try Gallery.expect("saving-\(size.width)x\(size.height)", draw(state))
  }

  @Test(arguments: sizes) func `what went wrong is listed with its time, the newest first, new ones marked`(size: Size)
    throws
  {
    var state = try Gallery.state("", size)
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
}
