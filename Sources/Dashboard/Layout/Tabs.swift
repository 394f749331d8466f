package import Terminal

/// Where the names of the panes stand on the line of tabs.
package struct Tabs: Sendable {
  package let places: [(pane: Pane, x: Int)]

  package init(_ line: Rect) {
    var x = line.x + 1
    places = Pane.usual.map { pane in
      defer { x += pane.title.count + 2 }
      return (pane, x)
    }
  }

  /// The pane whose name stands at a column.
  func pane(at column: Int) -> Pane? {
    places.first { ($0.x..<($0.x + $0.pane.title.count)).contains(column) }?.pane
  }
}
