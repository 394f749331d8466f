extension Frame {
  /// Draws text from `point` rightward, sanitised, measured and clipped to `clip` and the frame; the cells it took.
  /// Reads no more of the text than is shown.
  @discardableResult
  package mutating func put(
    _ text: String, at point: Point, style: Style = Style(.text), in clip: Rect? = nil
  ) -> Int {
    put(Clusters(text), at: point, style: style, in: clip)
  }

  /// Draws text in at most `cells` columns, cut with an ellipsis; the cells it took.
  @discardableResult
  package mutating func put(
    _ text: String, at point: Point, fit cells: Int, style: Style = Style(.text), in clip: Rect? = nil
  ) -> Int {
    guard cells > 0 else { return 0 }
    return put(Text.fitted(Clusters(text), cells: cells, ellipsis: Text.ellipsis), at: point, style: style, in: clip)
  }

  /// Draws text so that its last cell is left of column `right`, cut with an ellipsis to `cells`; the cells it took.
  @discardableResult
  package mutating func put(
    _ text: String, endingAt right: Int, y: Int, fit cells: Int = .max, style: Style = Style(.text),
    in clip: Rect? = nil
  ) -> Int {
    let area = (clip ?? bounds).intersection(bounds)
    let clusters = Text.fitted(Clusters(text), cells: min(cells, max(0, right - area.x)), ellipsis: Text.ellipsis)
    let width = clusters.reduce(0) { $0 + $1.width }
    return put(clusters, at: Point(x: right - width, y: y), style: style, in: area)
  }

  /// Fills a rectangle with spaces of a style, or with a glyph of one column.
  package mutating func fill(_ rect: Rect, with glyph: String = " ", style: Style = Style(.text)) {
    var clusters = Clusters(glyph)
    let cluster = clusters.next() ?? .space
    precondition(cluster.width == 1, "a fill glyph takes one column")
    let area = rect.intersection(bounds)
    for y in area.rows {
      for x in area.columns { set(cluster, x: x, y: y, style: style) }
    }
  }

  /// Changes the style of every cell of a rectangle, text untouched.
  package mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let area = rect.intersection(bounds)
    for y in area.rows {
      for x in area.columns { setStyle(change(self[Point(x: x, y: y)].style), x: x, y: y) }
    }
  }

  /// Lays a role's background under a rectangle, each word keeping its own foreground: a selected row.
  package mutating func background(_ role: Role, in rect: Rect) {
    restyle(rect) { $0.on(role) }
  }

  mutating func put(_ clusters: some Sequence<Cluster>, at point: Point, style: Style, in clip: Rect?) -> Int {
    let area = (clip ?? bounds).intersection(bounds)
    guard area.rows.contains(point.y), point.x < area.right else { return 0 }
    var x = point.x
    var clusters = clusters.makeIterator()
    while x < area.right, let cluster = clusters.next() {
      putOne(cluster, x: x, y: point.y, style: style, in: area)
      x += cluster.width
    }
    return min(x, area.right) - point.x
  }

  /// One cluster, of which the part inside `area` may be the half of a wide glyph: then that half is a space.
  private mutating func putOne(_ cluster: Cluster, x: Int, y: Int, style: Style, in area: Rect) {
    if x >= area.x, x + cluster.width <= area.right {
      set(cluster, x: x, y: y, style: style)
    } else {
      for column in max(x, area.x)..<max(max(x, area.x), min(x + cluster.width, area.right)) {
        set(.space, x: column, y: y, style: style)
      }
    }
  }
}
