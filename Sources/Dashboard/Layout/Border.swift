package import Terminal

/// A line between panes that can be moved, and the share it sets.
package struct Border: Hashable, Sendable {
  /// What moving it changes. Raw values are the names under which it is remembered.
  package enum Share: String, CaseIterable, Sendable {
    case left, right, middle, top, low
    case rightTop = "right-top"
  }

  let share: Share
  /// The cells it takes.
  package let line: Rect
  let isUpright: Bool
  /// What it divides.
  let whole: Range<Int>

  init(_ share: Share, line: Rect, isUpright: Bool, whole: Range<Int>) {
    self.share = share
    self.line = line
    self.isUpright = isUpright
    self.whole = whole
  }

  /// Its column, or its row.
  var at: Int { isUpright ? line.x : line.y }

  /// The division of the screen with the border moved to a column or a row.
  func moved(to place: Int, in proportions: Proportions) -> Proportions {
    var changed = proportions
    let cells = share == .right ? whole.upperBound - place : place - whole.lowerBound
    // Rounded up, so that the share gives the same cell again.
    let part = (max(0, cells) * 1000 + whole.count - 1) / max(1, whole.count)
    changed[share] = min(part, 1000)
    return changed
  }
}

extension Proportions {
  package subscript(share: Border.Share) -> Int? {
    get {
      switch share {
      case .left: left
      case .right: right
      case .middle: middle
      case .top: top
      case .low: low
      case .rightTop: rightTop
      }
    }
    set {
      switch share {
      case .left: left = newValue
      case .right: right = newValue
      case .middle: middle = newValue
      case .top: top = newValue
      case .low: low = newValue
      case .rightTop: rightTop = newValue
      }
    }
  }
}
