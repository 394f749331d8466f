import ArgumentParser

struct RoundsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rounds",
    abstract: "What is owed to every patient, by whom and since when.",
    discussion: "Without a command it opens the dashboard.",
    subcommands: [
      OpenCommand.self, DemoCommand.self, ImportCommand.self, ListCommand.self, MeasuresCommand.self,
      ReferralCommand.self, PartnerCommand.self, DutyCommand.self, AccountingCommand.self,
      ShowCommand.self,
      ScoreCommand.self, ClocksCommand.self, SnapshotCommand.self, JournalCommand.self, KeysCommand.self,
      ManualCommand.self, DoctorCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)
}
