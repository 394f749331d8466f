import Dashboard

/// When to say once more at whom this window looks: every minute of the wall's clock, whatever the screen's shows.
final class Renewal {
  private static let pause = Duration.seconds(60)
  private var last = ContinuousClock.now

  /// Milliseconds until the next time; nil where nobody is told.
  func timeToNext(_ store: Store) -> Int? {
    guard store.state.showsLook else { return nil }
    return max(0, Int((Self.pause - last.duration(to: .now)) / .milliseconds(1)) + 1)
  }

  func run(_ store: Store) {
    guard store.state.showsLook, last.duration(to: .now) >= Self.pause else { return }
    last = .now
    store.renewLook()
  }
}
