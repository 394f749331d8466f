package import Care
package import Terminal

/// Everything the screen shows: the domain model, and where the user is in it. A value; `reduce` is its only writer.
package struct State: Sendable {
  package var workspace: Workspace
  package var keyMap: KeyMap
  /// Who is at the keyboard.
  package var author: Author
  package var now: Instant
  package var size: Size { didSet { arrange() } }
  /// Set where the record holds no patient yet.
  package var isFirstStart: Bool { workspace.lists.census.count == 0 && workspace.directory.count == 0 }

  // Where the user is.
  package var focus = Pane.worklist { didSet { arrange() } }
  package var left = Pane.worklist { didSet { arrange() } }
  package var middle = Pane.journey { didSet { arrange() } }
  package var isZoomed = false { didSet { arrange() } }
  package private(set) var arrangement: Arrangement
  /// How the user has divided the screen.
  package var proportions = Proportions() { didSet { arrange() } }
  /// The border that the mouse is moving.
  var dragged: Border?
  /// Whether the mouse is ours; off, the terminal selects text with it.
  package var hasMouse = true
  package var worklist = ListView()
  /// How the whole worklist is shown, whatever is looked for in it.
  package internal(set) var workOrder = WorkOrder()
  package var census = ListView()
  package var referrals = ListView()
  package var inbox = ListView()
  package var messages = ListCursor()
  package var team = ListCursor()
  package var journey = ListCursor()
  package var chart = ListCursor()
  /// The field in which a filter is being typed, for the focused list.
  package var editing: TextField?
  /// The letters typed to jump to a line of the focused list.
  package var jump: Jump?
  package var overlays: [Overlay] = []
  package var themes = ThemeChoice()
  /// Keys of a sequence not finished yet.
  package var pending: [Key] = []
  /// Whether the hands have rested on an unfinished sequence: what may follow is then shown.
  package var isResting = false

  // The patient in view.
  package var patient: PatientID? {
    didSet {
      workspace.inView = patient
      if patient != oldValue { onlookers = [] }
    }
  }
  package var view: PatientView? { didSet { arrange() } }
  /// Whether others who agreed to it too see at whom this window looks.
  package var showsLook = false
  /// The patient at whom this window looks, as it was told last.
  var lookTold: PatientID?
  /// Who else looks at the patient in view.
  package internal(set) var onlookers: [MemberID] = []
  /// The patient whose chart could not be read; asked for again once the cursor has been elsewhere.
  var unreadable: PatientID?
  package var window: JourneyWindow?
  package var journeyList = JourneyList()
  package var chartLines: [ChartLine] = []

  // What has happened.
  package var toast: Toast?
  /// Everything that went wrong since the start, newest last.
  package internal(set) var problems: [Problem]
  /// How many of them somebody has looked at.
  var problemsSeen = 0
  /// What this person did and can take back, newest last.
  package internal(set) var deeds: [Deed] = []
  /// How many deeds were begun.
  var deedsBegun = 0
  /// A command that waits for a chart to be read.
  var waiting: CommandID?
  package var recentCommands: [CommandID] = []
  package var saving = Saving()
  package internal(set) var triage: Triage?
  /// This person's last triage as the journal has it, left or not; nil where there was none, and until it is asked for.
  var lastSession: TriageSession?
  /// Where the focus was before the triage.
  var focusBefore = Pane.worklist
  /// When the last key was pressed, exactly; nil where nobody tells.
  package internal(set) var hand: Instant?
  /// Reasons given lately, newest first, by what they were given for.
  var lastReasons: [CommandID: [String]] = [:]
  /// The directory by name, and this person's team in it; nil until they have been made.
  var names: NameIndex?
  var teammates: WorkTeam?
  /// The directory by what its people work as.
  var professions: ProfessionIndex?
  /// Names what this person writes.
  package var ids = IDSequence(seed: 0)
  /// Messages this person began and has not sent, the newest first.
  package var drafts: [MessageDraft] = []
  /// What stays where it is on the ladder for now, and when it is looked at again.
  var heldBack: [LineID: Instant] = [:]
  /// Whether whoever wrote while this person was away has been told that it has come.
  var hasToldOfArrivals = false
  /// The views this person has kept.
  package var views: [SavedView] = []
  /// The line that came under the worklist's cursor without a key.
  var shifted: LineID?
  /// The line that came under it by this person's own change and has not been painted yet.
  package internal(set) var unseen: LineID?
  /// Long work under way, and how the last one ended.
  package var work: Work?
  package var report: WorkReport?
  /// The last path that was asked for and leads nowhere.
  package var lostPath: LostPath?
  /// Whether the record is the made-up one.
  package var isDemo = false
  /// Set once the person wants to leave; it takes until nothing waits for the disk.
  package var isLeaving = false
  /// Problems there were when the person wanted to leave.
  var knownProblems: Int?
  package var isDone = false

  package init(
    workspace: Workspace, keyMap: KeyMap = .standard, author: Author, now: Instant, size: Size,
    problems: [String] = []
  ) {
    self.workspace = workspace
    self.keyMap = keyMap
    self.author = author
    self.now = now
    self.size = size
    arrangement = Arrangement(
      size: size, focus: .worklist, left: .worklist, middle: .journey, isZoomed: false, stripLines: 1)
    self.problems = problems.map { Problem(at: now, about: "", words: $0) }
    toast = problems.first.map { first in
      let keys = keyMap.keys(of: .goProblems).first?.map(\.label).joined() ?? ":"
      let more = problems.count > 1 ? " (and \(problems.count - 1) more: \(keys))" : ""
      return Toast(words: first + more, weight: .refused, canUndo: false)
    }
    orderWork()
  }
}

extension State {
  /// Where everything stands follows from these alone; it is asked for many times a frame.
  private mutating func arrange() {
    arrangement = Arrangement(
      size: size, focus: focus, left: left, middle: middle, isZoomed: isZoomed,
      stripLines: view.map { $0.chart.whatMatters == nil && $0.chart.standingFlags.isEmpty } ?? true ? 1 : 2,
      proportions: proportions)
  }

  /// Rows of a list pane's body: its height without the line that names it.
  package func bodyHeight(_ pane: Pane) -> Int { max(0, (arrangement.panes[pane]?.height ?? 0) - 1) }
}
