package import Terminal

/// Where everything stands on a screen of a given size: a pure function, so that the reducer and the panes agree.
package struct Arrangement: Hashable, Sendable {
  package enum Form: Sendable {
    /// Three columns: what is owed, the journey, the people.
    case wide
    /// Two columns.
    case medium
    /// One pane at a time, and a line of tabs.
    case narrow
    /// Too small to work in; a sentence says so.
    case tooSmall
  }

  package private(set) var form: Form
  package private(set) var header = Rect.nowhere
  package private(set) var strip = Rect.nowhere
  package private(set) var tabs: Rect?
  package private(set) var panes: [Pane: Rect] = [:]
  package private(set) var toast = Rect.nowhere
  package private(set) var keys = Rect.nowhere

  /// Below this nothing useful fits.
  package static let smallest = Size(width: 40, height: 10)

  /// - Parameters:
  ///   - left, middle: which pane has the slot where the focused one is elsewhere.
  ///   - stripLines: how many lines the patient strip wants; one is kept on a low screen.
  package init(size: Size, focus: Pane, left: Pane, middle: Pane, isZoomed: Bool, stripLines: Int) {
    form = Self.form(size)
    guard form != .tooSmall else { return }
    var rest = Rect(size)
    (header, rest) = rest.cut(.top, 1)
    (strip, rest) = rest.cut(.top, size.height < 16 ? 1 : stripLines)
    (keys, rest) = rest.cut(.bottom, 1)
    (toast, _) = rest.cut(.bottom, 1)
    if form == .narrow {
      let (line, below) = rest.cut(.top, 1)
      tabs = line
      panes[focus] = below
    } else if isZoomed {
      panes[focus] = rest
    } else {
      let leftPane = focus.slot == .left ? focus : left
      let middlePane = focus.slot == .middle ? focus : middle
      if form == .wide {
        place(leftPane, middlePane, threeColumns: rest)
      } else {
        place(leftPane, middlePane, focus.slot == .rightTop ? .team : .messages, twoColumns: rest)
      }
    }
  }

  private static func form(_ size: Size) -> Form {
    if size.width < smallest.width || size.height < smallest.height { return .tooSmall }
    if size.width >= 100, size.height >= 20 { return .wide }
    return size.width >= 80 && size.height >= 30 ? .medium : .narrow
  }

  private mutating func place(_ left: Pane, _ middle: Pane, threeColumns area: Rect) {
    let (leftArea, rest) = area.cut(.left, min(64, max(36, area.width / 3)))
    let (rightArea, middleArea) = rest.cut(.right, min(56, max(31, area.width / 4)))
    let (top, bottom) = rightArea.cut(.top, rightArea.height * 45 / 100)
    panes = [left: leftArea, middle: middleArea, .team: top, .messages: bottom]
  }

  private mutating func place(_ left: Pane, _ middle: Pane, _ low: Pane, twoColumns area: Rect) {
    let (leftArea, rest) = area.cut(.left, area.width * 2 / 5)
    let (top, bottom) = rest.cut(.top, rest.height * 60 / 100)
    panes = [left: leftArea, middle: top, low: bottom]
  }
}

extension Rect {
  fileprivate static let nowhere = Rect(x: 0, y: 0, width: 0, height: 0)
}
