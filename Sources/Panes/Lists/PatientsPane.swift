import Care
import Dashboard
import Terminal

/// Every patient by name.
struct PatientsPane: View {
  let state: State

  func draw(on frame: inout Frame, in area: Rect) {
    let body = PaneTitle(pane: .patients, state: state).draw(on: &frame, in: area)
    if state.count(.patients) == 0 {
      sayEmpty("No patient's name or number holds these words. Esc shows all.", on: &frame, in: body)
      return
    }
    for row in 0..<body.height where state.census.top + row < state.count(.patients) {
      draw(state.census.top + row, on: &frame, in: body.row(row))
    }
  }

  private func draw(_ index: Int, on frame: inout Frame, in row: Rect) {
    guard let patient = state.patientRow(at: index) else {
      frame.put(Text.ellipsis, at: Point(x: row.x + 3, y: row.y), style: Style(.dim), in: row)
      return
    }
    let y = row.y
    let open = patient.openItems == 0 ? "" : "\(patient.openItems) open"
    let band = patient.nextDue.map { Band(deadline: $0, now: state.now, zone: state.workspace.zone) }
    if let band, band == .breached || band == .today {
      frame.put(band.sign, at: Point(x: row.x + 1, y: y), style: Style(band.role, [.bold]), in: row)
    }
    let ageWidth = 7
    let mrnWidth = row.width >= 39 ? min(12, max(7, row.width / 6)) : 0
    let nameWidth = max(0, row.width - 3 - ageWidth - mrnWidth - 10)
    frame.put(
      patient.name, at: Point(x: row.x + 3, y: y), fit: nameWidth, style: Style(patient.isIdentified ? .text : .dim),
      in: row)
    let x = row.x + 4 + nameWidth
    if patient.isIdentified {
      frame.put(
        patient.isDeceased ? "died" : shortAge(patient.birthDate, patient.gender, words: state.words),
        at: Point(x: x, y: y), fit: ageWidth - 1, style: Style(.dim), in: row)
    }
    frame.put(patient.mrn, at: Point(x: x + ageWidth, y: y), fit: mrnWidth, style: Style(.dim), in: row)
    frame.put(open, endingAt: row.right - 1, y: y, style: Style(.text), in: row)
    if index == state.census.index { select(row, pane: .patients, state, on: &frame) }
  }
}

/// Age and sex in a few cells: "82 F", "~76 M" where only the year is known, "?" where nothing is.
func shortAge(_ birthDate: Moment?, _ gender: AdministrativeGender?, words: TimeWords) -> String {
  let age = words.age(birthDate)
  let short = birthDate == nil ? "?" : age.hasPrefix("about ") ? "~" + age.dropFirst(6) : age
  return "\(short) \(gender?.letter ?? "")"
}
