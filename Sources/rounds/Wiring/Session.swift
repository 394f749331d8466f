import Care
import Dashboard
import Demo
import Foundation
import Journal
import Settings
import Terminal

/// What every command that looks at the record starts from.
struct Session {
  let journal: Journal
  let options: GlobalOptions
  private(set) var now: Instant
  /// What is wrong with the site's own rules.
  let siteFaults: [String]

  init(_ options: GlobalOptions, mode: Journal.Mode) throws {
    self.options = options
    now = options.now ?? .system
    try options.checkTheme()
    let bar = ProgressBar("Making the lists anew")
    let file = SiteFile(folder: options.folder)
    var faults: [String] = []
    journal = try Journal.open(
      folder: options.folder, mode: mode, siteZone: SystemZone.name, zone: SystemZone.named(_:),
      site: { zone in
        let (site, found) = file.rules(zone)
        faults = found
        return site
      }, now: now
    ) { bar.show($0, of: $1) }
    siteFaults = faults
    bar.finish()
  }

  /// Says on standard error by what rules the lists can't be.
  func sayRules() {
    for words in siteFaults + journal.warnings { Fault.say(Text.sanitized(words)) }
  }

  /// The domain model as far as a first frame needs it.
  func workspace(isWhole: Bool = false) throws -> Workspace {
    let opening = try journal.opening(around: WorkOrder.keys(now: now, zone: journal.zone).map { (.worklist, $0) })
    var workspace = Workspace(site: journal.site)
    workspace.lists = opening.lists
    workspace.directory = opening.directory
    workspace.sequence = opening.sequence
    // A name that fits nobody is told before anything is printed.
    if options.member != nil { _ = try author(in: workspace.directory) }
    guard isWhole else { return workspace }
    // A page that somebody changed in between is left out, and then all is read once more.
    for _ in 0..<20 {
      let lists = workspace.lists
      let rest: [(ListKind, [Int])] = [
        (.census, lists.census.unloaded), (.worklist, lists.worklist.unloaded), (.inbox, lists.inbox.unloaded),
        (.referrals, lists.referrals.unloaded),
      ]
      if rest.allSatisfy(\.1.isEmpty) { return workspace }
      workspace.lists.load(try journal.pages(rest, upTo: workspace.sequence))
      if workspace.lists.isLoaded { return workspace }
      let again = try journal.opening()
      (workspace.lists, workspace.directory, workspace.sequence) = (again.lists, again.directory, again.sequence)
    }
    throw JournalError(.busy, path: journal.path)
  }

  /// The state in which the dashboard opens.
  func state(_ workspace: Workspace, size: Size) throws -> State {
    let (keyMap, faults) = Self.keyMap()
    var state = State(
      workspace: workspace, keyMap: keyMap, author: try author(in: workspace.directory), now: now, size: size,
      problems: faults + siteFaults + journal.warnings)
    state.isDemo = DemoRecord.isOne(workspace.directory)
    return state
  }

  /// Sets the clock where the made-up record's stands, unless `--now` says another.
  mutating func takeDemoClock(_ directory: Directory) {
    if options.now == nil, DemoRecord.isOne(directory) { now = DemoNetwork.clock(in: journal.zone) }
  }

  /// The default keys, changed by the user's `keys.toml`; what is wrong with it is told on the screen.
  static func keyMap() -> (KeyMap, [String]) {
    let path = GlobalOptions.configFolder + "/keys.toml"
    guard FileManager.default.fileExists(atPath: path) else { return (.standard, []) }
    do {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      let (map, faults) = KeyMap.reading(try SettingsFile(name: "keys.toml", text: text))
      return (map, faults.map(\.description))
    } catch let error as SettingsError {
      return (.standard, ["The default keys are used: \(error)"])
    } catch {
      return (.standard, ["The default keys are used: \(path) can't be read as UTF-8 text."])
    }
  }

  /// Whom `--as` names; the demo's coordinator where the record is the demo; else only the login name.
  func author(in directory: Directory) throws -> Author {
    guard let wanted = options.member else {
      if directory[DemoRecord.coordinator] != nil {
        return Author(member: DemoRecord.coordinator, name: Self.name(DemoRecord.coordinator, directory))
      }
      return Author(name: NSUserName())
    }
    let folded = Folding.fold(wanted)
    let matches = directory.members.values.filter { member in
      guard case .practitioner = member.resource else { return false }
      return member.id.description == folded || Folding.fold(directory.name(of: member)).contains(folded)
    }
    guard let found = matches.first else {
      throw Fault.usage("--as \(wanted): nobody in the directory is called that.")
    }
    guard matches.count == 1 else {
      let names = matches.map { directory.name(of: $0) }.sorted().prefix(5).joined(separator: "; ")
      throw Fault.usage("--as \(wanted) fits \(matches.count) people: \(names). Write more of the name.")
    }
    return Author(member: found.id, name: directory.name(of: found))
  }

  private static func name(_ id: MemberID, _ directory: Directory) -> String {
    directory[id].map { directory.name(of: $0) } ?? ""
  }
}
