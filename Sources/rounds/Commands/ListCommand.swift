import ArgumentParser
import Care
import Dashboard
import Journal

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print a list, as a table or as JSON.")

  enum What: String, CaseIterable, ExpressibleByArgument {
    case patients, worklist, referrals, threads, teams
  }

  @OptionGroup var options: GlobalOptions
  @Argument(help: "patients, worklist, referrals, threads or teams.") var what: What
  @ArgumentParser.Flag(help: "One JSON object a line.") var json = false

  func run() throws {
    var session = try Session(options, mode: .readOnly)
    session.sayRules()
    let workspace = try session.workspace(isWhole: true)
    session.takeDemoClock(workspace.directory)
    let reader = ListReader(session: session, workspace: workspace)
    switch what {
    case .patients:
      try write(reader.patients) { [$0.name, $0.birthDate ?? "", $0.gender ?? "", $0.mrn, "\($0.open) open"] }
    case .worklist: try writeWorklist(WorkReader(session: session, workspace: workspace))
    case .referrals: try writeReferrals(ReferralReader(session: session, workspace: workspace))
    case .threads: try writeThreads(ThreadReader(session: session, workspace: workspace), workspace)
    case .teams: try writeTeams(reader)
    }
  }

  private func write<Item: Encodable>(_ items: some Sequence<Item>, cells: (Item) -> [String]) throws {
    if json {
      for item in items { try JSONLines.print(item) }
      return
    }
    var table = Table()
    for item in items { table.add(cells(item)) }
    table.print()
  }

  /// A table needs the lists alone; a machine is told what the charts say of each line too.
  private func writeWorklist(_ reader: WorkReader) throws {
    if json {
      for item in reader.items { try JSONLines.print(item.get()) }
      return
    }
    var table = Table()
    for row in reader.rows { table.add(reader.cells(row)) }
    table.print()
  }

  private func writeReferrals(_ reader: ReferralReader) throws {
    if json {
      for item in reader.items { try JSONLines.print(item.get()) }
      return
    }
    var table = Table()
    for row in reader.rows { table.add(reader.cells(row)) }
    table.print()
  }

  private func writeThreads(_ reader: ThreadReader, _ workspace: Workspace) throws {
    let member = try reader.session.author(in: workspace.directory).member
    if json {
      for item in reader.items(reader: member) { try JSONLines.print(item.get()) }
      return
    }
    var table = Table()
    for row in reader.rows { table.add(reader.cells(row, reader: member)) }
    table.print()
  }

  /// Teams stand in the charts, so they are read one by one.
  private func writeTeams(_ reader: ListReader) throws {
    var table = Table()
    for team in reader.teams {
      let team = try team.get()
      if json {
        try JSONLines.print(team)
        continue
      }
      for member in team.members {
        table.add([team.patientName, member.name, member.role, member.organization, member.standing])
      }
    }
    if !json { table.print() }
  }
}
