import Care
import Dashboard
import Glibc
import Panes
import Terminal

/// The one loop: everything at hand goes in, then the screen is painted once, then it sleeps until something happens.
final class Loop {
  private let store: Store
  private let screen: Screen
  private let wake: Wake
  private let theme: LiveTheme
  private let chores: Chores
  private var ending = Ending.left
  /// Set by `--now`: the clock stands still.
  private let fixedClock: Instant?
  /// When, in milliseconds since 1970, to look next for what somebody wrote. The log is written a little before the
  /// commit can be seen, and nothing tells of the commit itself.
  private var looks: ArraySlice<Int64> = []
  /// When a hand that has begun a sequence of keys counts as resting.
  private var restsAt: Int64?
  /// Longer than the pause between two keys of somebody who knows them.
  private static let restMilliseconds: Int64 = 400
  private static let looksAfterWrite: [Int64] = [0, 2, 7, 20, 60, 160, 460, 1500]
  private let retries = Retries()
  private let renewal = Renewal()
  /// Where the system tells of no writing, it is looked for at this pace.
  private static let deafMilliseconds: Int64 = 500

  enum Ending {
    case left
    /// For the made-up record.
    case openDemo
  }

  init(store: Store, screen: Screen, wake: Wake, chores: Chores, fixedClock: Instant?) {
    self.store = store
    self.screen = screen
    self.wake = wake
    theme = LiveTheme(screen: screen, folder: GlobalOptions.themesFolder)
    self.chores = chores
    self.fixedClock = fixedClock
  }

  func run() -> Ending {
    store.send(.resize(screen.size))
    store.settle()
    screen.mouse = store.state.hasMouse
    follow()
    screen.present(draw(store.state))
    while !store.state.isDone {
      if store.hasSpareWork {
        store.doSpareWork()
        screen.wait(wake: wake.descriptor, chores.inbox.descriptor, timeoutMilliseconds: 0)
      } else {
        screen.wait(
          wake: wake.descriptor, chores.inbox.descriptor,
          timeoutMilliseconds: [
            timeToNextMinute, timeToNextLook, timeToRest, retries.timeToNext(store), renewal.timeToNext(store),
          ]
          .compactMap(\.self).min())
      }
      tellTime()
      let inputs = screen.drain()
      for input in inputs { take(input) }
      noteRest(after: inputs)
      for action in chores.inbox.take() { store.send(action) }
      follow()
      retries.run(store)
      renewal.run(store)
      store.settle()
      for effect in store.takeOutside() { carryOut(effect) }
      screen.mouse = store.state.hasMouse
      theme.follow(store)
      if !store.state.isDone { screen.present(draw(store.state)) }
      if store.state.awaitsPainting { store.send(.painted) }
      if let triage = store.state.triage, triage.shownAt == nil { store.send(.hand(.system)) }
    }
    return ending
  }

  /// A hand that stops in the middle of a sequence is shown what may follow; one that types on is not held up.
  private func noteRest(after inputs: [Input]) {
    if !store.state.awaitsRest {
      restsAt = nil
    } else if !inputs.isEmpty || restsAt == nil {
      restsAt = Instant.system.milliseconds + Self.restMilliseconds
    } else if timeToRest == 0 {
      store.send(.rest)
      restsAt = nil
    }
  }

  private func follow() {
    let now = Instant.system.milliseconds
    let places = wake.take()
    if places.contains(.themes) { theme.reread(for: store) }
    if places.contains(.journal) { looks = Self.looksAfterWrite.map { now + $0 }[...] }
    if wake.isDeaf, looks.isEmpty { looks = [now + Self.deafMilliseconds] }
    guard let next = looks.first, next <= now else { return }
    looks = looks.drop { $0 <= now }
    if wake.isDeaf { theme.look(for: store) }
    // What was seen may be an earlier commit than the one that was heard of, so the later looks stand.
    _ = store.follow()
  }

  private func take(_ input: Input) {
    switch input {
    case .key(let key):
      // Decisions are timed, and the clock on the screen counts minutes.
      if store.state.triage != nil { store.send(.hand(.system)) }
      store.send(.key(key))
    case .paste(let text): store.send(.paste(text))
    case .resize(let size): store.send(.resize(size))
    case .mouse(let mouse, let point): store.send(.mouse(mouse, point))
    // A terminal that is gone wakes the loop without end, while what was changed still waits for the disk.
    case .signal(.hangup) where store.state.isLeaving: usleep(20_000)
    case .signal(.terminate), .signal(.hangup), .signal(.interrupt): store.send(.run(.quit))
    case .signal(.resume):
      screen.repaint()
      // The terminal may be another one, or have changed its colours meanwhile.
      screen.askBackground()
    case .background(let isLight): store.send(.theme(.ground(isLight: isLight)))
    case .focus: break
    }
  }

  private func carryOut(_ effect: Effect) {
    switch effect {
    case .listThemes:
      wake.watch(GlobalOptions.themesFolder, as: .themes)
      theme.list(for: store)
    case .keepTheme(let choice): theme.keep(choice, for: store)
    case .suspend: screen.suspend()
    case .redraw: screen.repaint()
    case .remember(let proportions): remember(proportions)
    case .rememberViews(let views): remember(views)
    case .rememberLook(let shows): remember("What you show others") { $0.showsLook = shows }
    case .importRecord(let path): chores.start(path, for: store.state)
    case .cancelWork: chores.cancel()
    case .completePath(let text): if let found = chores.complete(text) { store.send(found) }
    case .edit(let text): edit(text)
    case .openDemo: ending = .openDemo
    case .quit, .readChart, .readTriage, .append, .keepDraft, .dropDraft, .look: break
    }
  }

  /// The person's own editor takes the terminal for as long as it is open. The text lies in the record's own folder, which
  /// nobody else reads, and is removed at once.
  private func edit(_ text: String) {
    do {
      let edited = try screen.lend { try chores.editor.edit(text) }
      if let edited { store.send(.edited(edited)) }
    } catch {
      store.send(.failed("\(error)"))
    }
  }

  private func remember(_ proportions: Proportions) { remember("The sizes") { $0.proportions = proportions } }

  private func remember(_ views: [SavedView]) { remember("The views") { $0.views = views } }

  private func remember(_ what: String, _ change: (inout ScreenMemory) -> Void) {
    do {
      try ScreenMemory.change(change)
    } catch {
      let folder = GlobalOptions.stateFolder
      store.send(
        .failed(
          "\(what) hold until you leave; they could not be remembered in \(folder): see that you may write there."))
    }
  }

  /// The clock on the screen counts minutes, so a state within one minute is the same state.
  private func tellTime() {
    if fixedClock != nil { return }
    let now = Instant.system
    if now.milliseconds / 60_000 != store.state.now.milliseconds / 60_000 { store.send(.clock(now)) }
  }

  private var timeToRest: Int? { restsAt.map { max(0, Int($0 - Instant.system.milliseconds)) } }

  private var timeToNextLook: Int? { looks.first.map { max(0, Int($0 - Instant.system.milliseconds)) } }

  private var timeToNextMinute: Int? {
    fixedClock == nil ? 60_000 - Int(Instant.system.milliseconds % 60_000) + 1 : nil
  }
}
