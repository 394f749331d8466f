import ArgumentParser
import Care
import Exchange
import Journal

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read FHIR R4 files and folders into the record.",
    discussion: """
      Takes JSON resources, NDJSON and Bundles of every kind. What can't be used is named with its reason and the rest \
      comes in; importing again adds only what is new.
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: "Files and folders.", completion: .file()) var paths: [String]

  func run() throws {
    let session = try Session(options, mode: .readWrite)
    let bar = ProgressBar("Reading")
    let importer = Importer(record: session.journal, author: Author(name: "import"), now: session.now)
    let report = try importer.run(paths) { bar.show($0.done, of: $0.total) }
    bar.finish()
    for line in report.summary { print(line) }
    for line in report.refusals { Fault.say(line) }
    try session.journal.checkpoint()
    if !report.refused.isEmpty { throw Fault.refused }
  }
}
