import Dashboard
import Glibc
import Synchronization

/// Where other threads put what the loop shall hear of, in order. The loop sleeps on it beside the terminal.
final class Inbox: Sendable {
  /// Readable while something is in it.
  let descriptor: Int32
  private let bell: Int32
  private let actions = Mutex<[Action]>([])

  init() {
    var pipe: [Int32] = [-1, -1]
    _ = unsafe Glibc.pipe(&pipe)
    for end in pipe {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    (descriptor, bell) = (pipe[0], pipe[1])
  }

  deinit {
    close(descriptor)
    close(bell)
  }

  func post(_ action: Action) {
    actions.withLock { $0.append(action) }
    // A full pipe has rung already.
    var byte: UInt8 = 0
    unsafe write(bell, &byte, 1)
  }

  func take() -> [Action] {
    var bytes = [UInt8](repeating: 0, count: 64)
    while unsafe read(descriptor, &bytes, bytes.count) > 0 {}
    return actions.withLock { actions in
      defer { actions = [] }
      return actions
    }
  }
}
