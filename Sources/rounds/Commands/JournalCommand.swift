import ArgumentParser
import Care
import Journal

struct JournalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: "Look after the journal.",
    subcommands: [Verify.self, Rebuild.self, Stats.self])

  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prove that nothing was altered, dropped or reordered, or say where it was.")
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let session = try Session(options, mode: .readOnly)
      let bar = ProgressBar("Verifying")
      let result = try session.journal.verify { bar.show($0, of: $1) }
      bar.finish()
      guard let fault = result.fault else {
        print(result.sound == 1 ? "1 entry, sound." : "\(result.sound) entries, all sound.")
        return
      }
      print("\(result.sound) entries are sound.")
      Fault.say("\(session.journal.path): \(fault.words)")
      throw Fault.refused
    }
  }

  struct Rebuild: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make the lists and charts anew from the entries.")
    @OptionGroup var options: GlobalOptions

    func run() throws {
      // Looked at first, so that a slip in --data makes no journal.
      try Session(options, mode: .readOnly).journal.close()
      let session = try Session(options, mode: .readWrite)
      let bar = ProgressBar("Rebuilding")
      try session.journal.rebuild { bar.show($0, of: $1) }
      bar.finish()
      print("Made anew from \(try session.journal.stats().entries) entries.")
    }
  }

  struct Stats: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Count what is in the journal.")
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let session = try Session(options, mode: .readOnly)
      let stats = try session.journal.stats()
      var table = Table()
      table.add("file", session.journal.path)
      table.add("size", "\(stats.bytes / 1024) KiB")
      table.add("time zone", session.journal.zone.name)
      table.add("entries", "\(stats.entries)")
      table.add("patients", "\(stats.patients)")
      table.add("directory", "\(stats.members)")
      if stats.drafts > 0 { table.add("being written", "\(stats.drafts) \(stats.drafts == 1 ? "draft" : "drafts")") }
      if let first = stats.first, let last = stats.last {
        table.add("from", Stamps.text(first))
        table.add("to", Stamps.text(last))
      }
      // Of the same number by name, or they would change places from one run to the next.
      for (kind, count) in stats.kinds.sorted(by: { ($1.value, $0.key.name) < ($0.value, $1.key.name) }) {
        table.add(kind.name, "\(count)")
      }
      table.print()
    }
  }
}
