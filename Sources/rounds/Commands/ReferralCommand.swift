import ArgumentParser
import Care
import Exchange
import Foundation
import Journal

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
    guard
      let sent = try session.journal.chart(found.chart.id, asOfLast: { Self.sends($0, found.id) }),
      let then = sent.referral(found.id, workspace.site), let package = then.package
    else {
      FileHandle.standardError.write(
        Data("Nothing was sent for this referral from here; it is a draft, or its source sent it.\n".utf8))
      throw Fault.refused
    }
    guard form == .bundle else { return try write(package.text) }
    let profile = workspace.directory.profile(of: package.recipient, isSocial: then.isSocial)
    let export = ReferralExport(then, of: sent, for: profile)
    for loss in export.losses { FileHandle.standardError.write(Data("Lost: \(loss)\n".utf8)) }
    try write(export.bundle())
  }

  private static func sends(_ entry: Entry, _ id: LineID) -> Bool {
    guard case .referralMoved(id, let move) = entry.event else { return false }
    return move.package != nil
  }

  /// What is there already stays: two packages must not become one by a slip.
  private func write(_ text: String) throws {
    guard let output else {
      FileHandle.standardOutput.write(Data(text.utf8))
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
