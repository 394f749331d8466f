import Dashboard

/// When to try again to write what another program's writing holds up: fifty times a second, and only then.
final class Retries {
  private static let pause = Duration.milliseconds(20)
  private var last = ContinuousClock.now

  /// Milliseconds until the next try; nil where nothing waits.
  func timeToNext(_ store: Store) -> Int? {
    guard store.isWriting else { return nil }
    let left = Self.pause - last.duration(to: .now)
    return max(0, Int(left / .milliseconds(1)) + 1)
  }

  func run(_ store: Store) {
    guard store.isWriting, last.duration(to: .now) >= Self.pause else { return }
    last = .now
    store.write()
  }
}
