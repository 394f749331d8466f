import ArgumentParser
import Care
import Dashboard
import Journal

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print one patient's chart, with where each line came from.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The patient's record number or id.") var mrn: String
  @ArgumentParser.Flag(help: "One JSON object.") var json = false

  func validate() throws {
    if mrn.isEmpty { throw ValidationError("Give the patient's record number or id.") }
  }

  func run() throws {
    let session = try Session(options, mode: .readOnly)
    let workspace = try session.workspace(isWhole: true)
    let census = workspace.lists.census
    let rows = (0..<census.count).lazy.compactMap { census[$0] }.filter {
      $0.mrn == mrn || $0.patient.description == mrn
    }
    let found = Array(rows.prefix(2))
    guard let row = found.first else {
      throw Fault.usage("No patient has that number. `rounds list patients` shows them all.")
    }
    if found.count > 1 {
      throw Fault.usage("More than one patient has that number; give the id that `rounds list patients --json` shows.")
    }
    guard let chart = try session.journal.chart(row.patient) else {
      throw Fault.usage("That patient's chart is not in the journal.")
    }
    let reader = ChartReader(chart: chart, workspace: workspace, now: session.now)
    if json { try JSONLines.print(reader.item) } else { reader.print() }
  }
}
