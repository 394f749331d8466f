import ArgumentParser
import Terminal

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Look at the terminal, the folders, the settings and the journal, and say what to do.",
    discussion: "Exit code 1 where something doesn't work; what only works less well is no reason for one.")

  @OptionGroup var options: GlobalOptions
  @ArgumentParser.Flag(help: "One JSON object a finding.") var json = false

  func run() throws {
    let findings =
      TerminalFindings.current().all + FileFindings.current(options.folder).all
      + SettingsFindings.current(options).all + RecordFindings.current(options).all + SiteFindings.current(options).all
    if json {
      for finding in findings { try JSONLines.print(finding) }
    } else {
      var table = Table()
      for finding in findings {
        table.add(finding.state.rawValue, finding.what, finding.words)
        if let remedy = finding.remedy { table.add("", "", "→ \(remedy)") }
      }
      table.print()
    }
    if findings.contains(where: { $0.state == .bad }) { throw Fault.refused }
  }
}
