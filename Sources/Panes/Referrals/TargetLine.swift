import Care
import Dashboard
import Terminal

/// Somebody to refer to, as a line of the picker: who, room, how often and how soon they say yes, how far; an interest
/// that is declared stands in front of all of it.
struct TargetLine {
  let state: State
  let width: Int

  /// The figures from the right edge: their names and cells.
  private static let figures: [(name: String, cells: Int)] = [("accepts", 8), ("answers", 8), ("away", 7)]

  private var capacityCells: Int { width >= 84 ? 30 : 15 }
  private var nameCells: Int { max(8, width - 3 - capacityCells - Self.figures.reduce(0) { $0 + $1.cells } - 1) }

  func drawHeading(on frame: inout Frame, in row: Rect) {
    put("to", "capacity", Self.figures.map(\.name), Style(.dim, on: .overlay), on: &frame, in: row)
  }

  func draw(_ target: ReferralTarget, on frame: inout Frame, in row: Rect) {
    let figures = target.figures
    let accepts = figures.acceptance.map { "\(Int(($0 * 100).rounded())) %" } ?? "–"
    let days = figures.median(.answer).map { "\($0) d" } ?? "–"
    func few(_ words: String) -> String { figures.isSmall && words != "–" ? "(\(words))" : words }
    let away = target.kilometres.map { $0 < 10 ? "\(Double(Int($0 * 10)) / 10) km" : "\(Int($0.rounded())) km" } ?? "–"
    let mark = target.interests.isEmpty ? "" : "\(signs.finding) interest  "
    let name = mark + target.name + (target.house.isEmpty || target.house == target.name ? "" : ", \(target.house)")
    put(
      name, capacity(target), [few(accepts), few(days), away],
      Style(target.interests.isEmpty ? .overlay : .warning, on: .overlay), on: &frame, in: row)
  }

  /// What it can take on, and as of when: nobody should go by what was true in spring.
  private func capacity(_ target: ReferralTarget) -> String {
    guard let capacity = target.capacity else { return "not known" }
    let asOf = target.capacityAsOf.map { width >= 84 ? ", \(state.words.recent($0))" : "" } ?? ""
    return (width >= 84 ? capacity.words : capacity.short) + asOf
  }

  private func put(
    _ name: String, _ capacity: String, _ figures: [String], _ style: Style, on frame: inout Frame, in row: Rect
  ) {
    var x = row.x + 2
    frame.put(name, at: Point(x: x, y: row.y), fit: nameCells - 1, style: style, in: row)
    x += nameCells
    frame.put(
      capacity, at: Point(x: x, y: row.y), fit: capacityCells - 1, style: Style(.dim, on: .overlay), in: row)
    x += capacityCells
    for (words, figure) in zip(figures, Self.figures) {
      x += figure.cells
      frame.put(
        words, endingAt: x, y: row.y, fit: figure.cells - 1, style: Style(.overlay, on: .overlay), in: row)
    }
  }
}

extension Capacity {
  /// Where there is little room.
  fileprivate var short: String {
    switch self {
    case .capacity: "yes"
    case .additionalAssessment: "assess first"
    case .waitlist: "waiting list"
    case .noCapacity: "none"
    }
  }
}
