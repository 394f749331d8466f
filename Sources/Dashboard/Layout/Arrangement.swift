package import Terminal

/// Where everything stands on a screen of a given size: a pure function, so that the reducer and the panes agree.
package struct Arrangement: Hashable, Sendable {
  package enum Form: Sendable {
    /// Three columns: what is owed, the journey, the people. Four where there is room for the chart beside the journey.
    case wide
    /// Two columns.
    case medium
    /// One above the other, in a window that is taller than wide.
    case portrait
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
  /// The lines between panes that can be moved.
  package private(set) var borders: [Border] = []
  package private(set) var toast = Rect.nowhere
  package private(set) var keys = Rect.nowhere

  /// Below this nothing useful fits.
  package static let smallest = Size(width: 40, height: 10)
  /// No pane is made smaller than this by its neighbours.
  package static let smallestPane = Size(width: 24, height: 4)

  /// - Parameters:
  ///   - left, middle: which pane has the slot where the focused one is elsewhere.
  ///   - stripLines: how many lines the patient strip wants; one is kept on a low screen.
  package init(
    size: Size, focus: Pane, left: Pane, middle: Pane, isZoomed: Bool, stripLines: Int,
    proportions: Proportions = Proportions()
  ) {
    form = Self.form(size)
    guard form != .tooSmall else { return }
    var rest = Rect(size)
    (header, rest) = rest.cut(.top, 1)
    (strip, rest) = rest.cut(.top, size.height < 16 ? 1 : stripLines)
    // The verbs of a triage are all told, on two lines where one is too short.
    (keys, rest) = rest.cut(.bottom, focus == .triage && size.width < 150 && size.height >= 20 ? 2 : 1)
    (toast, _) = rest.cut(.bottom, 1)
    let leftPane = focus.slot == .left ? focus : left
    let middlePane = focus.slot == .middle ? focus : middle
    let low: Pane = focus.slot == .rightTop ? .team : .messages
    switch form {
    case _ where focus == .triage: panes[.triage] = rest
    case .narrow:
      let (line, below) = rest.cut(.top, 1)
      tabs = line
      panes[focus] = below
    case _ where isZoomed: panes[focus] = rest
    case .wide: place(leftPane, middlePane, columns: rest, proportions)
    case .portrait: place([leftPane, middlePane, low], oneAboveTheOther: rest, proportions)
    default: place(leftPane, middlePane, low, twoColumns: rest, proportions)
    }
  }

  private static func form(_ size: Size) -> Form {
    if size.width < smallest.width || size.height < smallest.height { return .tooSmall }
    if size.width >= 100, size.height >= 20 { return .wide }
    // A cell is about twice as tall as it is wide.
    if size.width >= 60, size.height >= 36, size.height * 2 > size.width { return .portrait }
    return size.width >= 80 && size.height >= 30 ? .medium : .narrow
  }

  private mutating func place(_ left: Pane, _ middle: Pane, columns area: Rect, _ proportions: Proportions) {
    let width = area.width
    let hasChart = width >= 240
    let leastMiddle = Self.smallestPane.width * (hasChart ? 2 : 1)
    let leftWidth = Self.cells(
      proportions.left, of: width, usually: min(76, max(38, width * 37 / 100)),
      within: Self.smallestPane.width...max(Self.smallestPane.width, width - leastMiddle - Self.smallestPane.width))
    let rightWidth = Self.cells(
      proportions.right, of: width, usually: min(60, max(32, width * 27 / 100)),
      within: Self.smallestPane.width...max(Self.smallestPane.width, width - leastMiddle - leftWidth))
    let (leftArea, rest) = area.cut(.left, leftWidth)
    let (rightArea, middleArea) = rest.cut(.right, rightWidth)
    panes[left] = leftArea
    if hasChart {
      let (journeyArea, chartArea) = middleArea.cut(
        .left,
        Self.cells(
          proportions.middle, of: middleArea.width, usually: middleArea.width * 62 / 100,
          within: Self.smallestPane.width...(middleArea.width - Self.smallestPane.width)))
      (panes[.journey], panes[.chart]) = (journeyArea, chartArea)
      borders.append(Border(.middle, line: chartArea.leftEdge, isUpright: true, whole: middleArea.columns))
    } else {
      panes[middle] = middleArea
    }
    borders.append(Border(.left, line: middleArea.leftEdge, isUpright: true, whole: area.columns))
    borders.append(Border(.right, line: rightArea.leftEdge, isUpright: true, whole: area.columns))
    stack([.team, .messages], in: rightArea, usually: 45, .rightTop, proportions)
  }

  private mutating func place(
    _ left: Pane, _ middle: Pane, _ low: Pane, twoColumns area: Rect, _ proportions: Proportions
  ) {
    let least = Self.smallestPane.width
    let (leftArea, rest) = area.cut(
      .left,
      Self.cells(proportions.left, of: area.width, usually: area.width * 45 / 100, within: least...(area.width - least))
    )
    panes[left] = leftArea
    borders.append(Border(.left, line: rest.leftEdge, isUpright: true, whole: area.columns))
    stack([middle, low], in: rest, usually: 60, .low, proportions)
  }

  private mutating func place(_ stacked: [Pane], oneAboveTheOther area: Rect, _ proportions: Proportions) {
    let least = Self.smallestPane.height
    let (top, rest) = area.cut(
      .top,
      Self.cells(
        proportions.top, of: area.height, usually: area.height * 40 / 100, within: least...(area.height - 2 * least)))
    panes[stacked[0]] = top
    borders.append(Border(.top, line: rest.row(0), isUpright: false, whole: area.rows))
    stack(Array(stacked[1...]), in: rest, usually: 65, .low, proportions)
  }

  private mutating func stack(
    _ pair: [Pane], in area: Rect, usually percent: Int, _ share: Border.Share,
    _ proportions: Proportions
  ) {
    let least = Self.smallestPane.height
    let (top, bottom) = area.cut(
      .top,
      Self.cells(
        proportions[share], of: area.height, usually: area.height * percent / 100,
        within: least...(area.height - least)))
    (panes[pair[0]], panes[pair[1]]) = (top, bottom)
    borders.append(Border(share, line: bottom.row(0), isUpright: false, whole: area.rows))
  }

  private static func cells(_ share: Int?, of whole: Int, usually: Int, within range: ClosedRange<Int>) -> Int {
    min(max(share.map { min(max(0, $0), 1000) * whole / 1000 } ?? usually, range.lowerBound), range.upperBound)
  }

  /// The pane at a point of the screen.
  package func pane(at point: Point) -> Pane? { panes.first { $0.value.contains(point) }?.key }

  /// Whether the pane can be made wider or narrower.
  func hasBeside(_ pane: Pane) -> Bool { border(beside: pane) != nil }

  /// Whether the pane can be made taller or shorter.
  func hasAbove(_ pane: Pane) -> Bool { border(below: pane) != nil }

  /// The upright border of a pane that moves when its width changes: at its right, or else at its left.
  func border(beside pane: Pane) -> (border: Border, isAfter: Bool)? {
    guard let area = panes[pane] else { return nil }
    let upright = borders.filter(\.isUpright)
    if let after = upright.first(where: { $0.at == area.right }) { return (after, true) }
    return upright.first { $0.at == area.x }.map { ($0, false) }
  }

  /// The level border of a pane: below it, or else above it.
  func border(below pane: Pane) -> (border: Border, isAfter: Bool)? {
    guard let area = panes[pane] else { return nil }
    let level = borders.filter { !$0.isUpright && $0.line.columns.overlaps(area.columns) }
    if let after = level.first(where: { $0.at == area.bottom }) { return (after, true) }
    return level.first { $0.at == area.y }.map { ($0, false) }
  }
}

extension Rect {
  fileprivate static let nowhere = Rect(x: 0, y: 0, width: 0, height: 0)

  /// Its first column, where the line to its neighbour is drawn.
  fileprivate var leftEdge: Rect { cut(.left, 1).part }
}
