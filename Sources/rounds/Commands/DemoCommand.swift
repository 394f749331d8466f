import ArgumentParser
import Care
import Demo
import Journal

struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Open the dashboard on made-up patients.",
    discussion: """
      Everybody in it is invented. The clock stands at Saturday 21 November 2026, 08:12, unless --now sets another. \
      The same seed gives the same patients; without --data they are kept beside the record, never in it.
      """)

  @OptionGroup var options: GlobalOptions
  @Option(help: "How many patients.") var patients = 200
  @Option(help: "Another seed makes other patients.") var seed: UInt64 = 1
  @ArgumentParser.Flag(name: .long, help: "Only write them.") var noOpen = false

  func validate() throws {
    if patients < 0 { throw ValidationError("--patients must be 0 or more.") }
  }

  func run() throws {
    var options = options
    options.data = DemoRecord.folder(options, patients: patients, seed: seed)
    try Self.write(patients: patients, seed: seed, to: &options)
    if noOpen { return }
    try OpenCommand.open(options)
  }

  /// Opens the usual demo from the dashboard of a record. Nobody of that record is known in it.
  static func open(beside options: GlobalOptions) throws {
    let usual = try DemoCommand.parse([])
    var options = options
    options.data = DemoRecord.folder(beside: options.folder, patients: usual.patients, seed: usual.seed)
    options.member = nil
    try write(patients: usual.patients, seed: usual.seed, to: &options)
    try OpenCommand.open(options)
  }

  /// Fixes the clock in `options`, writes the network where it is not there yet.
  private static func write(patients: Int, seed: UInt64, to options: inout GlobalOptions) throws {
    let session = try Session(options, mode: .readWrite)
    let clock = options.now ?? DemoNetwork.clock(in: session.journal.zone)
    options.now = clock
    let stats = try session.journal.stats()
    if stats.entries > 0 {
      let opening = try session.journal.opening()
      guard DemoRecord.isOne(opening.directory), opening.lists.census.count == patients else {
        throw Fault.usage(
          "\(options.folder) holds other patients. Name an empty folder with --data, or leave --data out.")
      }
      return
    }
    let network = DemoNetwork(patients: patients, seed: seed, now: clock, zone: session.journal.zone)
    let bar = ProgressBar("Making patients")
    try DemoRecord.write(network, to: session.journal) { bar.show($0, of: $1) }
    bar.finish()
    try session.journal.close()
  }
}
