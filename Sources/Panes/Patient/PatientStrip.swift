import Care
import Dashboard
import Terminal

/// Always in sight when a patient is: who it is, what must not be forgotten, what matters to them.
struct PatientStrip: View {
  let state: State

  func draw(on frame: inout Frame, in area: Rect) {
    guard let view = state.view, view.chart.id == state.patient else {
      frame.put(
        state.patient == nil ? "No patient chosen." : Text.ellipsis, at: Point(x: area.x + 1, y: area.y),
        style: Style(.dim), in: area)
      return
    }
    let chart = view.chart
    let line = area.row(0).inset(left: 1, right: 1)
    let allergies = allergyWords(view.allergies, cells: line.width * 3 / 5)
    frame.put(allergies.words, endingAt: line.right, y: line.y, style: Style(allergies.role, [.bold]), in: line)
    let room = line.width - Text.width(allergies.words) - 2
    let facts = facts(chart)
    let factsWidth = facts.reduce(0) { $0 + Text.width($1) + 3 }
    // A name of usual length is never cut; a very long one leaves room for the age and the number.
    let nameWidth = min(Text.width(chart.listedName), max(28, room - factsWidth))
    var x = line.x
    x += frame.put(
      chart.listedName, at: Point(x: x, y: line.y), fit: min(room, nameWidth), style: Style(.bright, [.bold]), in: line)
    for fact in facts where x + 3 + Text.width(fact) <= line.x + room {
      x += 3 + frame.put(fact, at: Point(x: x + 3, y: line.y), style: Style(.text), in: line)
    }
    let scores = view.scores.compactMap(\.brief)
    let shown = draw(scores, on: &frame, in: line.part(from: x, to: line.right - Text.width(allergies.words)))
    if area.height > 1 {
      drawSecond(chart, Array(scores.dropFirst(shown)), on: &frame, in: area.row(1).inset(left: 1, right: 1))
    }
  }

  /// What matters to the patient, and at the right what everybody must know of; between them the scores that the first
  /// line had no room for, as far as they take nothing from either.
  private func drawSecond(
    _ chart: Chart, _ scores: [(words: String, role: Role)], on frame: inout Frame, in line: Rect
  ) {
    let flags = chart.standingFlags.map { "\(signs.finding) \($0)" }.joined(separator: "   ")
    let used = frame.put(
      flags, endingAt: line.right, y: line.y, fit: line.width * 3 / 5, style: Style(.warning), in: line)
    var x = line.x
    if let words = chart.whatMattersSaid {
      x += frame.put(
        words, at: line.origin, fit: line.width - used - 2,
        style: Style(.dim, [.italic]), in: line)
    }
    draw(scores, on: &frame, in: line.part(from: x, to: line.right - used))
  }

  /// As many scores as stand in a gap with white space at both sides, at its right; how many those are.
  @discardableResult
  private func draw(_ scores: [(words: String, role: Role)], on frame: inout Frame, in gap: Rect) -> Int {
    let widths = scores.map { Text.width($0.words) + Self.space }
    var count = scores.count
    while count > 0, widths.prefix(count).reduce(0, +) + Self.space > gap.width { count -= 1 }
    var x = gap.right - widths.prefix(count).reduce(0, +)
    for (score, width) in zip(scores, widths).prefix(count) {
      frame.put(score.words, at: Point(x: x, y: gap.y), style: Style(score.role), in: gap)
      x += width
    }
    return count
  }

  private static let space = 3

  private func facts(_ chart: Chart) -> [String] {
    guard let patient = chart.patient else { return ["known only from references; no record of its own has come"] }
    var facts = ["\(state.words.age(patient.birthDate, deceased: patient.deceased)) \(patient.gender?.letter ?? "")"]
    if patient.deceased.isDeceased { facts[0] += " died" }
    let mrn = chart.medicalRecordNumber
    if !mrn.isEmpty { facts.append("MRN \(mrn)") }
    return facts
  }

  /// An allergy is never cut. Where the list does not fit with its reactions, those that can't kill go without; where
  /// even that does not fit, the most dangerous are named, the rest counted, and the key that lists them told.
  private func allergyWords(_ state: AllergyState, cells: Int) -> (words: String, role: Role) {
    switch state {
    case .notAsked: return ("allergies not asked", .soon)
    case .noneKnown: return ("no known allergies", .text)
    case .noneOfSomeKinds(let lines):
      let words = "\(lines.map(\.substance).joined(separator: ", ")); other allergies not asked"
      return (Text.width(words) <= cells ? words : "allergies asked in part", .soon)
    case .listed(let lines): return (listed("ALLERGY", lines, cells: cells), .urgent)
    case .conflict(let lines): return (listed("ALLERGY CONFLICT", lines, cells: cells), .urgent)
    }
  }

  private func listed(_ label: String, _ lines: [AllergyIntolerance], cells: Int) -> String {
    let ordered = lines.filter(\.isDangerous) + lines.filter { !$0.isDangerous }
    let long = ordered.map { named($0, withReaction: true) }
    let short = ordered.map { named($0, withReaction: $0.isDangerous) }
    for names in [long, short] {
      let words = "\(label) \(names.joined(separator: ", "))"
      if Text.width(words) <= cells { return words }
    }
    let key = state.keyMap.keys(of: .goChart).first?.map(\.label).joined() ?? ":"
    for count in stride(from: short.count - 1, through: 1, by: -1) {
      let words =
        "\(label) \(short.prefix(count).joined(separator: ", ")) + \(short.count - count) more, \(key) lists them"
      if Text.width(words) <= cells { return words }
    }
    return "\(label) × \(lines.count), \(key) lists them"
  }

  private func named(_ allergy: AllergyIntolerance, withReaction: Bool) -> String {
    let name = allergy.substance
    let reaction = allergy.gravestReaction
    return withReaction && !reaction.isEmpty ? "\(name) (\(reaction))" : name
  }
}

extension Rect {
  /// The columns of a line from one to another.
  fileprivate func part(from start: Int, to end: Int) -> Rect {
    Rect(x: start, y: y, width: max(0, end - start), height: height)
  }
}
