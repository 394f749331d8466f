import Care
import Terminal
import Testing

@testable import Dashboard

@Suite struct ArrangementTests {
  private func arrangement(_ width: Int, _ height: Int, focus: Pane = .worklist, isZoomed: Bool = false) -> Arrangement
  {
    Arrangement(
      size: Size(width: width, height: height), focus: focus, left: .worklist, middle: .journey, isZoomed: isZoomed,
      stripLines: 2)
  }

  @Test(arguments: [(120, 40), (200, 60), (100, 30), (300, 80), (160, 50), (100, 20)])
  func `a wide screen shows what is owed, the journey, the team and the messages at once`(width: Int, height: Int) {
    #expect(Set(arrangement(width, height).panes.keys) == [.worklist, .journey, .team, .messages])
  }

  @Test(arguments: [(80, 24), (60, 15), (99, 29), (40, 10)]) func `a narrow screen shows the focused pane`(
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
