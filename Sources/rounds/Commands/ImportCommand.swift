import ArgumentParser
import Care
import Exchange
import Journal
import Terminal

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
    let author =
      options.member == nil ? Author(name: "import") : try session.author(in: session.journal.directory())
    let importer = Importer(record: session.journal, author: author) { session.now }
    Interrupt.watch()
    let report = try importer.run(paths) { progress in
      bar.show(progress.bytesDone, of: progress.bytesTotal, note: progress.isSecondReading ? "references" : "")
    } shouldStop: {
      Interrupt.noted != nil
    }
    bar.finish()
    for line in report.summary { print(Text.sanitized(line)) }
    for line in report.refusals { Fault.say(Text.sanitized(line)) }
    try session.journal.checkpoint()
    if report.wasStopped, let signal = Interrupt.noted { throw Fault.stopped(signal) }
    if report.refusedCount > 0 { throw Fault.refused }
  }
}
