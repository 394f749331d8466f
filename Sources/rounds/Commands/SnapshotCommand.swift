import ArgumentParser
import Care
import Dashboard
import Journal
import Panes
import Settings
import Terminal

struct SnapshotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot",
    abstract: "Print a picture of the screen, after some keys, without a terminal.",
    discussion: "The same code draws it as draws the dashboard. Whatever the keys do, the journal stays as it is.")

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, ansi, svg }

  @OptionGroup var options: GlobalOptions
  @Option(help: ArgumentHelp("Columns and rows.", valueName: "WxH")) var size = PictureSize(columns: 120, rows: 40)
  @Option(help: ArgumentHelp("Keys to press first, as in 'jj<Enter>'.", valueName: "keys")) var keys = ""
  @Option(help: "text, ansi or svg.") var format = Format.text
  @Option(help: "Colours to draw with: mono, 8, 16, 256 or truecolor. ansi is drawn with 256, svg with all.")
  var tier: Tier?

  func run() throws {
    var session = try Session(options, mode: .readOnly)
    let workspace = try session.workspace(isWhole: true)
    session.takeDemoClock(workspace.directory)
    var state = try session.state(workspace, size: Size(width: size.columns, height: size.rows))
    // A picture depends on nothing that somebody once chose on the screen.
    state.themes = try options.startingTheme(remembered: nil).choice
    state.themes.known = Theme.summaries(userFolder: GlobalOptions.themesFolder)
    let ledger = Rehearsal(over: JournalLedger(session.journal), workspace: workspace)
    var made: UInt64 = 0
    let store = Store(state, ledger: ledger) {
      made += 1
      return EntryID(high: 0, low: made)
    }
    store.send(.resize(state.size))
    store.settle()
    for key in try sequence() {
      store.send(.key(key))
      store.settle()
      while store.hasSpareWork { store.doSpareWork() }
      store.send(.painted)
    }
    store.send(.rest)
    let frame = draw(store.state)
    switch format {
    case .text: print(frame.text)
    case .ansi: print(frame.ansi(theme: try theme(of: store.state), tier: tier ?? .many), terminator: "")
    case .svg: print(frame.svg(theme: try theme(of: store.state), tier: tier ?? .truecolor), terminator: "")
    }
  }

  /// The keys may have chosen another than the one it began with.
  private func theme(of state: State) throws -> Theme {
    do {
      return try Theme.named(state.themeName, userFolder: GlobalOptions.themesFolder)
    } catch {
      throw Fault.usage(error.description)
    }
  }

  private func sequence() throws -> [Key] {
    do { return try Key.sequence(keys) } catch { throw Fault.usage("--keys: \(error)") }
  }
}

extension Tier: ExpressibleByArgument {
  public init?(argument: String) {
    guard let tier = Tier.allCases.first(where: { $0.name == argument }) else { return nil }
    self = tier
  }
}

struct PictureSize: ExpressibleByArgument {
  var columns: Int
  var rows: Int

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  /// Larger than any screen is a slip of the finger.
  init?(argument: String) {
    let parts = argument.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let columns = parts[0], let rows = parts[1], (1...1000).contains(columns),
      (1...1000).contains(rows)
    else { return nil }
    self.init(columns: columns, rows: rows)
  }

  var defaultValueDescription: String { "\(columns)x\(rows)" }
}
