import ArgumentParser
import Care
import Dashboard
import Journal

struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score", abstract: "Print one patient's scores, each term by term.",
    discussion: """
      Every input with its time and where it came from, or why it is missing; the sum; the variant and its source. A \
      score that lacks an input has no total.
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The patient's record number, id or name.") var patient: String
  @ArgumentParser.Flag(help: "One JSON object a score.") var json = false

  func validate() throws {
    if patient.isEmpty { throw ValidationError("Give the patient's record number, id or name.") }
  }

  func run() throws {
    var session = try Session(options, mode: .readOnly)
    let workspace = try session.workspace(isWhole: true)
    session.takeDemoClock(workspace.directory)
    let chart = try session.chart(of: patient, in: workspace)
    let reader = ScoreReader(
      view: PatientView(chart, directory: workspace.directory, now: session.now, site: workspace.site),
      words: TimeWords(now: session.now, zone: workspace.zone))
    guard json else { return reader.print() }
    for item in reader.items { try JSONLines.print(item) }
  }
}
