import Care
import Dashboard
import Panes
import Terminal
import Testing

@Suite struct ScoresGoldenTests {
  /// Tanaka has vital signs of this morning; Rossi went home two days ago; Brown is a child.
  @Test(
    arguments: [
      ("scores-signs", "gp/tanaka<Enter>gs"), ("scores-stay", "gp/rossi, bo<Enter>gs"),
      ("scores-child", "gp/brown<Enter>gs"),
    ],
    [Size(width: 120, height: 40), Size(width: 80, height: 24)])
  func `scores are told with their arithmetic`(screen: (name: String, keys: String), size: Size) throws {
    try Gallery.expect("\(screen.name)-\(size.width)x\(size.height)", draw(Gallery.state(screen.keys, size)))
  }

  @Test(arguments: [Size(width: 120, height: 40), Size(width: 80, height: 24)])
  func `the end of the arithmetic can be read`(size: Size) throws {
    try Gallery.expect(
      "scores-end-\(size.width)x\(size.height)", draw(Gallery.state("gp/rossi, bo<Enter>gsG", size)))
  }

  @Test func `scores stand in the strip beside what must not be lost`() throws {
    var strips = ""
    for width in [60, 80, 100, 120, 160] {
      for name in ["tanaka", "rossi, bo", "wolfe"] {
        let state = try Gallery.state("gp/\(name)<Enter>", Size(width: width, height: 30))
        let rows = draw(state).text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        strips += "\(width)\n" + rows[1...2].joined(separator: "\n") + "\n"
      }
    }
    try Gallery.expect("scores-strip", text: strips)
  }
}
