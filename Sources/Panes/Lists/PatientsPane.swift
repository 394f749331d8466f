import Care
import Dashboard
import Terminal

/// Every patient by name, or in the order asked for.
struct PatientsPane: View {
  let state: State

  func draw(on frame: inout Frame, in area: Rect) {
    let body = PaneTitle(pane: .patients, state: state).draw(on: &frame, in: area)
    if state.count(.patients) == 0 {
      sayEmpty(
        state.census.filter == nil
          ? "No patients yet. They come with the records you import."
          : "No patient fits this. Esc shows all.", on: &frame, in: body)
      return
    }
    let table = Table(.patients, state, in: body)
    let rows = table.drawHeading(on: &frame, in: body)
    for y in 0..<rows.height where state.census.cursor.top + y < state.count(.patients) {
      draw(state.census.cursor.top + y, table, on: &frame, in: rows.row(y))
    }
  }

  private func draw(_ index: Int, _ table: Table, on frame: inout Frame, in row: Rect) {
    guard let patient = state.patientRow(at: index) else {
      frame.put(Text.ellipsis, at: Point(x: row.x + 3, y: row.y), style: Style(.dim), in: row)
      return
    }
    let band = patient.nextDue.map { Band(deadline: $0, now: state.now, zone: state.workspace.zone) }
    let isPressing = band == .breached || band == .today
    let sign = isPressing ? band.map { ($0.sign, Style($0.role, [.bold])) } : nil
    table.draw(index, sign: sign, on: &frame, in: row) { column in
      switch column {
      case .age: (age(patient), Style(.dim))
      case .number: (patient.mrn.isEmpty ? noNumber : patient.mrn, Style(.dim))
      case .due: (due(patient), Style(band == .breached ? .urgent : .dim))
      case .open: (patient.openItems == 0 ? "" : "\(patient.openItems)", Style(.text))
      default: (patient.name, Style(patient.isIdentified ? .text : .dim))
      }
    }
  }

  private func age(_ patient: CensusRow) -> String {
    guard patient.isIdentified else { return "" }
    return patient.isDeceased ? "died" : shortAge(patient.birthDate, patient.gender, words: state.words)
  }

  private func due(_ patient: CensusRow) -> String {
    guard let due = patient.nextDue else { return "" }
    return state.words.due(Moment(due), deadline: due)
  }
}

/// What stands in the place of a number that nobody has given.
let noNumber = "no number"

/// Age and sex in a few cells: "82 F", "~76 M" where only the year is known, "?" for what isn't.
func shortAge(_ birthDate: Moment?, _ gender: AdministrativeGender?, words: TimeWords) -> String {
  let age = words.age(birthDate)
  let short = birthDate == nil ? "?" : age.hasPrefix("about ") ? "~" + age.dropFirst(6) : age
  return "\(short) \(gender?.letter ?? "?")"
}
