import ArgumentParser
import Care
import Dashboard
import Foundation
import Journal
import Terminal

struct AccountingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accounting", abstract: "Print what was told about a patient, to whom and on what ground.",
    discussion: """
      Everything that went outside the team is listed, the newest first, with the very words. What the legal account \
      leaves out says why, by 45 CFR 164.528(a)(1): TPO (treatment, payment, operations), individual (the patient, or \
      whoever acts for the patient), 164.510 (somebody involved in the care), authorisation. It goes back six years; \
      what is older is marked as such.
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The patient's record number, id or name.") var patient: String
  @ArgumentParser.Flag(help: "One JSON object a line.") var json = false

  struct Item: Encodable {
    var at: String
    var recipient: String
    var by: String
    var basis: String
    var topic: String
    /// Word for word.
    var text: String
    var takenBack: String?
    /// Absent where it belongs into the legal account.
    var excluded: String?
    var inLegalAccount: Bool
    var withinSixYears: Bool
  }

  func validate() throws {
    if patient.isEmpty { throw ValidationError("Give the patient's record number, id or name.") }
  }

  func run() throws {
    let session = try Session(options, mode: .readOnly)
    let workspace = try session.workspace(isWhole: true)
    let chart = try session.chart(of: patient, in: workspace)
    let directory = workspace.directory
    let all = chart.accounting(session.journal.site, now: session.now)
    if json {
      for told in all { try JSONLines.print(item(told, chart, directory)) }
      return
    }
    let counted = all.count { $0.exclusion == nil && $0.isInPeriod }
    print("\(Text.sanitized(chart.listedName)): \(all.count) told, \(counted) in the legal account")
    var table = Table()
    for told in all {
      let mark = told.isInPeriod ? told.exclusion?.rawValue ?? "counts" : "older"
      table.add([
        Stamps.text(told.at), mark, name(told.recipient, chart, directory), told.topic, told.basis.words, told.by,
        told.takenBack == nil ? "" : "taken back",
      ])
    }
    table.print()
  }

  private func name(_ reference: Reference, _ chart: Chart, _ directory: Directory) -> String {
    let words = chart.naming(reference, in: directory)
    return words.isEmpty ? "name not on file" : words
  }

  private func item(_ told: AccountedDisclosure, _ chart: Chart, _ directory: Directory) -> Item {
    Item(
      at: Stamps.text(told.at), recipient: name(told.recipient, chart, directory), by: told.by,
      basis: told.basis.rawValue, topic: told.topic, text: told.text,
      takenBack: told.takenBack.map { Stamps.text($0.at) }, excluded: told.exclusion?.rawValue,
      inLegalAccount: told.exclusion == nil && told.isInPeriod, withinSixYears: told.isInPeriod)
  }
}
