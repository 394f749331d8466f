import ArgumentParser
import Care
import Exchange
import Foundation
import Journal
import Terminal

struct ReferralCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "referral", abstract: "Print what was sent for a referral, as it was.",
    discussion: """
      As text it is what the recipient read, word for word. As a FHIR R4 Bundle it is written in the words of the \
      partner's systems, from the chart as it stood when it was sent; what those words can't say is told on standard \
      error.
      """)

  enum Form: String, EnumerableFlag {
    case text, bundle

    static func help(for value: Form) -> ArgumentHelp? {
      switch value {
      case .text: "The text that was sent."
      case .bundle: "A FHIR R4 Bundle."
      }
    }
  }

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The referral's id or number, as `rounds list referrals --json` prints it.") var referral: String
  @ArgumentParser.Flag var form = Form.text
  @Option(help: ArgumentHelp("Write it to a new file, readable by you alone.", valueName: "file")) var output: String?

  func run() throws {
    let session = try Session(options, mode: .readOnly)
    let workspace = try session.workspace(isWhole: true)
    let rows = (0..<workspace.lists.referrals.count).lazy.compactMap { workspace.lists.referrals[$0] }
    var found: (chart: Chart, id: LineID)?
    if let id = LineID(referral), let row = rows.first(where: { $0.referral == id }) {
      found = try session.journal.chart(row.patient).map { ($0, row.referral) }
    } else {
      for row in rows {
        guard let chart = try session.journal.chart(row.patient) else { continue }
        if chart.referral(row.referral, workspace.site)?.number.value == referral { found = (chart, row.referral) }
      }
    }
    guard let found else {
      throw Fault.usage("No referral has that id or number. `rounds list referrals --json` shows them all.")
    }
    guard let package = found.chart.referral(found.id, workspace.site)?.package else {
      FileHandle.standardError.write(
        Data("Nothing was sent for this referral from here; it is a draft, or its source sent it.\n".utf8))
      throw Fault.refused
    }
    guard form == .bundle else {
      let lines = package.text.split(separator: "\n", omittingEmptySubsequences: false)
      return try write(package.text, shown: lines.map { Text.sanitized(String($0)) }.joined(separator: "\n"))
    }
    let sent = try session.journal.chart(found.chart.id) { Self.sends($0, found.id, package) }
    if sent == nil {
      tell("Written from the chart as it is now: it was sent from a chart that has become part of this one.")
    }
    let chart = sent ?? found.chart
    guard let then = chart.referral(found.id, workspace.site) else { throw Fault.refused }
    let profile = workspace.directory.profile(of: package.recipient, isSocial: then.isSocial)
    let export = ReferralExport(
      then, of: chart, directory: workspace.directory, profile: profile, zone: workspace.zone)
    for loss in export.losses { tell("Lost: \(loss)") }
    let json = try export.json
    try write(json + "\n", shown: JSONLines.escaped(json) + "\n")
  }

  private func tell(_ sentence: String) { FileHandle.standardError.write(Data("\(Text.sanitized(sentence))\n".utf8)) }

  /// Whether it is the step that sent just this; one that was undone since is another.
  private static func sends(_ entry: Entry, _ id: LineID, _ package: ReferralPackage) -> Bool {
    guard case .referralMoved(id, let move) = entry.event else { return false }
    return move.package == package
  }

  /// What is there already stays: two packages must not become one by a slip.
  ///
  /// - Parameter shown: the same for a terminal, in which nothing is a command.
  private func write(_ text: String, shown: String) throws {
    guard let output else {
      FileHandle.standardOutput.write(Data(shown.utf8))
      return
    }
    let descriptor = unsafe open(output, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    guard descriptor >= 0 else {
      let why = errno == EEXIST ? "it is there already; name another" : unsafe String(cString: strerror(errno))
      FileHandle.standardError.write(Data("\(output) was not written: \(why).\n".utf8))
      throw Fault.refused
    }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try file.write(contentsOf: Data(text.utf8))
    try file.synchronize()
  }
}
