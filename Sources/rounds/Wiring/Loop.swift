import Care
import Dashboard
import Panes
import Terminal

/// The one loop: everything at hand goes in, then the screen is painted once, then it sleeps until something happens.
final class Loop {
  private let store: Store
  private let screen: Screen
  private let wake: Wake
  /// Set by `--now`: the clock stands still.
  private let fixedClock: Instant?
  /// Pauses, in milliseconds, until the next looks for what somebody wrote. The log is written a little before the
  /// commit can be seen, and nothing tells of the commit itself.
  private var looks: ArraySlice<Int> = []
  private static let looksAfterWrite = [0, 2, 5, 15, 40, 100, 300, 1000]

  init(store: Store, screen: Screen, wake: Wake, fixedClock: Instant?) {
    self.store = store
    self.screen = screen
    self.wake = wake
    self.fixedClock = fixedClock
  }

  func run() {
    store.send(.resize(screen.size))
    store.settle()
    screen.present(draw(store.state))
    while !store.state.isDone {
      if store.hasSpareWork {
        store.doSpareWork()
        screen.wait(wake: wake.descriptor, timeoutMilliseconds: 0)
      } else {
        screen.wait(
          wake: wake.descriptor, timeoutMilliseconds: [timeToNextMinute, looks.first].compactMap(\.self).min())
      }
      tellTime()
      for input in screen.drain() { take(input) }
      follow()
      store.settle()
      for effect in store.takeOutside() { carryOut(effect) }
      if !store.state.isDone { screen.present(draw(store.state)) }
    }
  }

  private func follow() {
    if wake.take() { looks = Self.looksAfterWrite[...] }
    guard !looks.isEmpty else { return }
    looks.removeFirst()
    if store.follow() { looks = [] }
  }

  private func take(_ input: Input) {
    switch input {
    case .key(let key): store.send(.key(key))
    case .paste(let text): store.send(.paste(text))
    case .resize(let size): store.send(.resize(size))
    case .mouse(.wheelUp, _): store.send(.scroll(-3))
    case .mouse(.wheelDown, _): store.send(.scroll(3))
    case .signal(.terminate), .signal(.hangup), .signal(.interrupt): store.send(.run(.quit))
    case .signal(.resume): screen.repaint()
    case .mouse, .focus: break
    }
  }

  private func carryOut(_ effect: Effect) {
    switch effect {
    case .suspend: screen.suspend()
    case .redraw: screen.repaint()
    case .quit, .readChart, .append: break
    }
  }

  /// The clock on the screen counts minutes, so a state within one minute is the same state.
  private func tellTime() {
    if fixedClock != nil { return }
    let now = Instant.system
    if now.milliseconds / 60_000 != store.state.now.milliseconds / 60_000 { store.send(.clock(now)) }
  }

  private var timeToNextMinute: Int? {
    fixedClock == nil ? 60_000 - Int(Instant.system.milliseconds % 60_000) + 1 : nil
  }
}
