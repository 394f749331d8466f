import ArgumentParser
import Care
import Dashboard
import Journal
import Terminal

struct ClocksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clocks",
    abstract: "Print every rule that asks for something by a date, as clocks.toml has made them.",
    discussion: """
      By whether they run: the id by which clocks.toml calls the rule, what it asks for and from when, how long it gives, \
      and whose rule it is, with what this site has otherwise and why a rule rests. What is wrong with clocks.toml is \
      named on standard error.
      """)

  @OptionGroup var options: GlobalOptions
  @ArgumentParser.Flag(help: "One JSON object a line.") var json = false

  func run() throws {
    let (site, faults) = try rules()
    let reader = ClockReader(site: site)
    if json {
      for item in reader.items { try JSONLines.print(item) }
    } else {
      reader.grid.print()
    }
    for fault in faults { Fault.say(Text.sanitized(fault)) }
    if !faults.isEmpty { throw Fault.refused }
  }

  /// A site can write its rules before it has a record.
  private func rules() throws -> (SiteRules, [String]) {
    do {
      let session = try Session(options, mode: .readOnly)
      return (session.journal.site, session.siteFaults)
    } catch let error as JournalError where error.kind == .missing {
      return SiteFile(folder: options.folder).rules(SystemZone.named(SystemZone.name) ?? .utc)
    }
  }
}
