import ArgumentParser
import Care
import Dashboard
import Journal

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print one patient's chart, with where each line came from.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The patient's record number, id or name.") var patient: String
  @ArgumentParser.Flag(help: "One JSON object.") var json = false

  func validate() throws {
    if patient.isEmpty { throw ValidationError("Give the patient's record number, id or name.") }
  }

  func run() throws {
    var session = try Session(options, mode: .readOnly)
    session.sayRules()
    let workspace = try session.workspace(isWhole: true)
    session.takeDemoClock(workspace.directory)
    let chart = try session.chart(of: patient, in: workspace)
    let reader = ChartReader(chart: chart, workspace: workspace, now: session.now)
    if json { try JSONLines.print(reader.item) } else { reader.print() }
  }
}
