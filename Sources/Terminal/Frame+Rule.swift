extension Frame {
  package enum Weight: UInt8, Sendable {
    case thin = 1
    case heavy = 2
  }

  /// A horizontal line of `width` cells. Where it meets a line already drawn, the two are joined; an end that lies on
  /// a line stops there, as does one of `stops`, for a line drawn later to join.
  package mutating func rule(
    across point: Point, width: Int, weight: Weight = .thin, style: Style = Style(.rule), in clip: Rect? = nil,
    stops: Set<Rect.Edge> = []
  ) {
    let area = (clip ?? bounds).intersection(bounds)
    guard area.rows.contains(point.y) else { return }
    for x in point.x..<point.x + max(0, width) where area.columns.contains(x) {
      let existing = Arms(self[Point(x: x, y: point.y)].cluster)
      var arms = existing ?? Arms()
      let crosses = existing.map { $0.up || $0.down } ?? false
      if x != point.x || !(crosses || stops.contains(.left)) { arms.left = weight.rawValue }
      if x != point.x + width - 1 || !(crosses || stops.contains(.right)) { arms.right = weight.rawValue }
      set(arms.cluster, x: x, y: point.y, style: style)
    }
  }

  /// Whether a line leads to the right from a cell.
  package func leadsRight(from point: Point) -> Bool {
    bounds.contains(point) && Arms(self[point].cluster).map { $0.right > 0 } ?? false
  }

  /// A vertical thin line of `height` cells, joined as the horizontal one is.
  package mutating func rule(down point: Point, height: Int, style: Style = Style(.rule), in clip: Rect? = nil) {
    let area = (clip ?? bounds).intersection(bounds)
    guard area.columns.contains(point.x) else { return }
    for y in point.y..<point.y + max(0, height) where area.rows.contains(y) {
      let cell = self[Point(x: point.x, y: y)]
      let existing = Arms(cell.cluster)
      var arms = existing ?? Arms()
      let crosses = existing.map { $0.left > 0 || $0.right > 0 } ?? false
      if !(crosses && y == point.y) { arms.up = true }
      if !(crosses && y == point.y + height - 1) { arms.down = true }
      // A join belongs to the rule that names a pane, which may be the heavy one.
      set(arms.cluster, x: point.x, y: y, style: crosses ? cell.style : style)
    }
  }
}

/// Which way the lines of a cell lead: left and right 0, thin 1 or heavy 2; up and down thin.
struct Arms: Hashable {
  var left: UInt8 = 0
  var right: UInt8 = 0
  var up = false
  var down = false

  init() {}

  init?(_ cluster: Cluster) {
    guard cluster.ascii == nil, let arms = Arms.byCluster[cluster] else { return nil }
    self = arms
  }

  private init(index: Int) {
    left = UInt8(index % 3)
    right = UInt8(index / 3 % 3)
    up = index / 9 % 2 == 1
    down = index / 18 == 1
  }

  private var index: Int {
    Int(left) + Int(right) * 3 + (up ? 9 : 0) + (down ? 18 : 0)
  }

  var cluster: Cluster { Arms.clusters[index] }

  /// By `index`: left counts 1, right 3, up 9, down 18.
  private static let clusters: [Cluster] = Array(Clusters(" ╴╸╶─╾╺╼━╵┘┙└┴┵┕┶┷╷┐┑┌┬┭┍┮┯│┤┥├┼┽┝┾┿"))
  private static let byCluster: [Cluster: Arms] = Dictionary(
    uniqueKeysWithValues: (1..<36).map { (clusters[$0], Arms(index: $0)) })
}
