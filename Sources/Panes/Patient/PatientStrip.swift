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
    let facts = facts(chart)
    let name = Text.width(chart.listedName)
    let factsWidth = facts.reduce(0) { $0 + Text.width($1) + 3 }
    let allergies = allergyWords(
      view.allergies, room: Room(line: line.width, name: name, facts: factsWidth))
    frame.put(allergies.words, endingAt: line.right, y: line.y, style: Style(allergies.role, [.bold]), in: line)
    let room = line.width - Text.width(allergies.words) - 2
    // The name gives way first, then the number, then the age.
    var shown = facts
    func width(_ facts: [String]) -> Int { facts.reduce(0) { $0 + Text.width($1) + 3 } }
    while !shown.isEmpty, min(name, Room.shortName) + width(shown) > room { shown.removeLast() }
    var x = line.x
    x += frame.put(
      chart.listedName, at: Point(x: x, y: line.y), fit: room - width(shown), style: Style(.bright, [.bold]), in: line)
    for fact in shown {
      x += 3 + frame.put(fact, at: Point(x: x + 3, y: line.y), style: Style(.text), in: line)
    }
    if let words = state.onlookerWords.first(where: { x + 3 + Text.width($0) + Self.space <= line.x + room }) {
      x += 3 + frame.put(words, at: Point(x: x + 3, y: line.y), style: Style(.marker), in: line)
    }
    let scores = view.scores.compactMap(\.brief)
    let drawn = draw(scores, on: &frame, in: line.part(from: x, to: line.right - Text.width(allergies.words)))
    if area.height > 1 {
      drawSecond(chart, Array(scores.dropFirst(drawn)), on: &frame, in: area.row(1).inset(left: 1, right: 1))
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
    let age = state.words.age(patient.birthDate, deceased: patient.deceased)
    let isStated = patient.birthDate != nil && patient.gender != nil
    var facts = ["\(age)\(isStated ? "" : ",") \(patient.gender?.letter ?? "sex not given")"]
    if patient.deceased.isDeceased { facts[0] += " died" }
    let mrn = chart.medicalRecordNumber
    facts.append(mrn.isEmpty ? noNumber : "MRN \(mrn)")
    return facts
  }

  /// The cells that the first line has for the allergies.
  private struct Room {
    let line: Int
    let name: Int
    let facts: Int

    /// A name of usual length, and one cut as far as it may be.
    static let usualName = 28
    static let shortName = 12

    /// Beside them the age and the number always find their place.
    func beside(_ most: Int) -> Int { min(widest, line - 2 - min(name, most) - facts) }

    var widest: Int { line * 2 / 3 }
  }

  /// An allergy is never cut. Where the list does not fit with its reactions, those that can't kill go without; where
  /// even that does not fit, the most dangerous are named, the rest counted, and the key that lists them told.
  private func allergyWords(_ state: AllergyState, room: Room) -> (words: String, role: Role) {
    switch state {
    case .notAsked: return ("allergies not asked", .soon)
    case .noneKnown: return ("no known allergies", .text)
    case .noneOfSomeKinds(let lines):
      let words = "\(lines.map(\.substance).joined(separator: ", ")); other allergies not asked"
      return (Text.width(words) <= room.beside(Room.shortName) ? words : "allergies asked in part", .soon)
    case .listed(let lines): return (listed("ALLERGY", lines, room), .urgent)
    case .conflict(let lines): return (listed("ALLERGY CONFLICT", lines, room), .urgent)
    }
  }

  private func listed(_ label: String, _ lines: [AllergyIntolerance], _ room: Room) -> String {
    let ordered = lines.filter(\.isDangerous) + lines.filter { !$0.isDangerous }
    let long = ordered.map { named($0, withReaction: true) }
    let short = ordered.map { named($0, withReaction: $0.isDangerous) }
    let key = state.keyMap.keys(of: .goChart).first?.map(\.label).joined() ?? ":"
    let whole = [long, short].map { "\(label) \($0.joined(separator: ", "))" }
    var some = stride(from: short.count - 1, through: 1, by: -1).map { count in
      "\(label) \(short.prefix(count).joined(separator: ", ")) + \(short.count - count) more, \(key) lists them"
    }
    let rest = lines.count > 1 ? " +\(lines.count - 1): \(key)" : ": \(key)"
    some += ordered.prefix(1).flatMap { gravest in
      [true, false].map { "\(label) \(named(gravest, withReaction: $0))\(rest)" }
    }
    func first(_ forms: [String], within cells: Int) -> String? { forms.first { Text.width($0) <= cells } }
    return first(whole, within: room.beside(Room.shortName))
      ?? first(some, within: room.beside(Room.usualName))
      ?? first(some, within: room.beside(Room.shortName))
      // What may kill comes before who it is in full: the name alone says that, in a narrow window.
      ?? first(some.suffix(1), within: room.widest)
      ?? "\(label) × \(lines.count): \(key)"
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
