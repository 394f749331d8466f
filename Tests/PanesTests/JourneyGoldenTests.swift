import Care
import Dashboard
import Panes
import Terminal
import Testing

@Suite struct JourneyGoldenTests {
  @Test(arguments: JourneyScene.allCases, [Size(width: 120, height: 40), Size(width: 80, height: 24)])
  func `a journey looks as it was when somebody last looked at it`(scene: JourneyScene, size: Size) throws {
    try Gallery.expect("journey-\(scene)-\(size.width)x\(size.height)", draw(scene.state(size)))
  }

  @Test(arguments: JourneyScene.allCases)
  func `a journey can be read where there is no UTF-8`(scene: JourneyScene) throws {
    let frame = draw(try scene.state(Size(width: 80, height: 24))).transliterated()
    try Gallery.expect("journey-\(scene)-80x24-ascii", frame)
  }

  @Test func `a journey of one kind says so, and folds what came again and again`() throws {
    let state = try JourneyScene.life.state(Size(width: 120, height: 40), keys: "gj0fe<C-d>")
    try Gallery.expect("journey-life-encounters-120x40", draw(state))
  }
}
