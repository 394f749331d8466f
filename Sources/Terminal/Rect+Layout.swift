extension Rect {
  package enum Edge: Sendable {
    case left, right, top, bottom
  }

  /// Cuts `cells` columns (left, right) or rows (top, bottom) off one edge: the part cut, and what is left over.
  /// A cut larger than the rectangle takes all of it.
  package func cut(_ edge: Edge, _ cells: Int) -> (part: Rect, rest: Rect) {
    switch edge {
    case .left:
      let taken = min(max(0, cells), width)
      return (
        Rect(x: x, y: y, width: taken, height: height),
        Rect(x: x + taken, y: y, width: width - taken, height: height)
      )
    case .right:
      let taken = min(max(0, cells), width)
      return (
        Rect(x: right - taken, y: y, width: taken, height: height),
        Rect(x: x, y: y, width: width - taken, height: height)
      )
    case .top:
      let taken = min(max(0, cells), height)
      return (
        Rect(x: x, y: y, width: width, height: taken),
        Rect(x: x, y: y + taken, width: width, height: height - taken)
      )
    case .bottom:
      let taken = min(max(0, cells), height)
      return (
        Rect(x: x, y: bottom - taken, width: width, height: taken),
        Rect(x: x, y: y, width: width, height: height - taken)
      )
    }
  }

  /// The rectangle less a margin on each side.
  package func inset(left: Int = 0, right: Int = 0, top: Int = 0, bottom: Int = 0) -> Rect {
    cut(.left, left).rest.cut(.right, right).rest.cut(.top, top).rest.cut(.bottom, bottom).rest
  }

  /// The rectangle less the same margin on the two sides of each direction.
  package func inset(horizontal: Int = 0, vertical: Int = 0) -> Rect {
    inset(left: horizontal, right: horizontal, top: vertical, bottom: vertical)
  }

  /// One row of it, counted from its own top; empty where there is no such row.
  package func row(_ index: Int) -> Rect {
    Rect(x: x, y: y + index, width: width, height: (0..<height).contains(index) ? 1 : 0)
  }

  /// A rectangle of at most `size` in the middle of this one.
  package func centred(_ size: Size) -> Rect {
    let inner = Size(width: min(size.width, width), height: min(size.height, height))
    return Rect(
      x: x + (width - inner.width) / 2, y: y + (height - inner.height) / 2, width: inner.width,
      height: inner.height)
  }
}
