package import Care

/// One line of the chart pane.
package struct ChartLine: Hashable, Sendable {
  package enum Section: String, CaseIterable, Sendable {
    case problems = "Problems"
    case social = "Social findings"
    case allergies = "Allergies"
    case medications = "Medications"
    case goals = "Goals"
    case plans = "Plans"
    case results = "Results and measurements"
    case documents = "Documents"
    case cover = "Flags, consents and coverage"
  }

  package var section: Section
  package var id: LineID?
  package var text: String
  package var detail: String
  package var at: Moment?
  /// Where the line came from; nil for a line that states an absence.
  package var source: Source?
  package var origin: String
  /// Over, refuted or replaced: shown dim.
  package var isPast: Bool
}

extension ChartLine {
  /// The chart as lines, section by section, what holds now first.
  package static func lines(of chart: Chart, directory: Directory) -> [ChartLine] {
    var lines = ChartLines(chart: chart, directory: directory)
    lines.addConditions()
    lines.addAllergies()
    lines.addMedications()
    lines.addGoalsAndPlans()
    lines.addResults()
    lines.addDocuments()
    lines.addCover()
    return lines.all
  }
}
