import Care
import Terminal
import TestSupport
import Testing

@testable import Dashboard

@Suite struct ArrangementTests {
  private func arrangement(
    _ width: Int, _ height: Int, focus: Pane = .worklist, isZoomed: Bool = false,
    proportions: Proportions = Proportions()
  ) -> Arrangement {
    Arrangement(
      size: Size(width: width, height: height), focus: focus, left: .worklist, middle: .journey, isZoomed: isZoomed,
      stripLines: 2, proportions: proportions)
  }

  @Test(arguments: [(120, 40), (200, 60), (100, 30), (160, 50), (100, 20)])
  func `a wide screen shows what is owed, the journey, the team and the messages at once`(width: Int, height: Int) {
    #expect(Set(arrangement(width, height).panes.keys) == [.worklist, .journey, .team, .messages])
  }

  @Test func `a very wide screen has the chart beside the journey`() {
    let panes = arrangement(300, 80).panes
    #expect(Set(panes.keys) == [.worklist, .journey, .chart, .team, .messages])
    #expect(panes[.journey]?.right == panes[.chart]?.x)
  }

  @Test(arguments: [(60, 80), (80, 50), (99, 60), (72, 40)])
  func `a window taller than wide has its panes one above the other`(width: Int, height: Int) throws {
    for (focus, low) in [(Pane.worklist, Pane.messages), (.team, .team), (.chart, .messages)] {
      let panes = arrangement(width, height, focus: focus).panes
      let middle: Pane = focus == .chart ? .chart : .journey
      let areas = try [Pane.worklist, middle, low].map { try #require(panes[$0]) }
      #expect(panes.count == 3)
      #expect(areas.allSatisfy { $0.width == width && $0.height >= Arrangement.smallestPane.height })
      #expect(areas[0].bottom == areas[1].y && areas[1].bottom == areas[2].y)
    }
  }

  @Test func `a division of the screen holds at every size and leaves each pane room`() {
    var random = Seeded(seedOfThisRun)
    for _ in 0..<2_000 {
      var proportions = Proportions()
      for share in [Border.Share.left, .right, .middle, .top, .rightTop] where Bool.random(using: &random) {
        proportions[share] = Int.random(in: 0...1000, using: &random)
      }
      let (width, height) = (Int.random(in: 40...320, using: &random), Int.random(in: 10...90, using: &random))
      let layout = arrangement(width, height, proportions: proportions)
      let cells = layout.panes.values.reduce(0) { $0 + $1.width * $1.height }
      let around = [layout.header, layout.strip, layout.keys, layout.tabs ?? Rect(x: 0, y: 0, width: 0, height: 0)]
      #expect(cells + around.reduce(0) { $0 + $1.width * $1.height } == width * height, "seed \(seedOfThisRun)")
      guard layout.panes.count > 1 else { continue }
      for area in layout.panes.values {
        #expect(
          area.width >= Arrangement.smallestPane.width && area.height >= Arrangement.smallestPane.height,
          "\(width)×\(height), seed \(seedOfThisRun)")
      }
    }
  }

  @Test(arguments: [(80, 24), (60, 15), (99, 29), (40, 10), (59, 60)]) func `a narrow screen shows the focused pane`(
    width: Int, height: Int
  ) {
    for pane in Pane.allCases { #expect(Array(arrangement(width, height, focus: pane).panes.keys) == [pane]) }
  }

  @Test(arguments: [(39, 10), (40, 9), (1, 1)]) func `a screen too small for anything shows no pane`(
    width: Int, height: Int
  ) {
    #expect(arrangement(width, height).form == .tooSmall)
    #expect(arrangement(width, height).panes.isEmpty)
  }

  @Test func `panes neither overlap nor leave the screen, at any size`() {
    for width in stride(from: 1, through: 320, by: 7) {
      for height in stride(from: 1, through: 90, by: 3) {
        for focus in Pane.allCases {
          for isZoomed in [false, true] {
            let layout = arrangement(width, height, focus: focus, isZoomed: isZoomed)
            let areas =
              [layout.header, layout.strip, layout.keys] + (layout.tabs.map { [$0] } ?? []) + layout.panes.values
            let screen = Rect(Size(width: width, height: height))
            var cells = 0
            for area in areas where !area.isEmpty {
              #expect(area.intersection(screen) == area)
              cells += area.width * area.height
            }
            if layout.form != .tooSmall { #expect(cells == width * height, "\(width)×\(height) \(focus)") }
          }
        }
      }
    }
  }
}
