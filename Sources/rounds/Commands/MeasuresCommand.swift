import ArgumentParser
import Care
import Dashboard
import Journal

struct MeasuresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measures", abstract: "Print how many referral loops are closed, and how partners answer.",
    discussion: """
      Closing the referral loop (CMS50): numerator, denominator and exclusions, with the patients behind each. A line a \
      partner follows: what was sent there, how often it was taken on, and the median days to each step. Fewer than 11 \
      answers are marked as few.
      """)

  @OptionGroup var options: GlobalOptions
  @Option(help: "The measurement year; this one unless said otherwise.") var year: Int?
  @ArgumentParser.Flag(help: "One JSON object a line.") var json = false

  func run() throws {
    var session = try Session(options, mode: .readOnly)
    let workspace = try session.workspace(isWhole: true)
    session.takeDemoClock(workspace.directory)
    let reader = MeasureReader(session: session, workspace: workspace, year: year)
    if json {
      try JSONLines.print(reader.loop)
      for partner in reader.partners { try JSONLines.print(partner) }
      return
    }
    reader.print()
  }
}
