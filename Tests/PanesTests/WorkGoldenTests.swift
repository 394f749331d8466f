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
}
