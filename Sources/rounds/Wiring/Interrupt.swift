import Glibc
import Synchronization

/// Ctrl-C and SIGTERM as a wish to stop at the next good place. A second one stops at once.
enum Interrupt {
  private static let signal = Atomic<Int32>(0)

  /// From now on they are noted instead of obeyed.
  static func watch() {
    // Made before a handler could.
    _ = noted
    for number in [SIGINT, SIGTERM] {
      Glibc.signal(number) { number in
        Interrupt.signal.store(number, ordering: .relaxed)
        Glibc.signal(number, SIG_DFL)
      }
    }
  }

  /// The signal that came; nil where none has.
  static var noted: Int32? {
    let number = signal.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }
}
