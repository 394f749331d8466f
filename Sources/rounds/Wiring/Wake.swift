import Glibc

/// Becomes readable when somebody writes to the journal: the loop sleeps on it beside the terminal.
final class Wake {
  let descriptor: Int32

  /// - Parameter folder: the journal's; its write-ahead log grows with every append, whoever made it.
  init(folder: String) {
    descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    if descriptor >= 0 { unsafe inotify_add_watch(descriptor, folder, UInt32(IN_MODIFY) | UInt32(IN_CREATE)) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Whether anything has been written since the last call.
  func take() -> Bool {
    guard descriptor >= 0 else { return false }
    var isWritten = false
    var buffer = [UInt8](repeating: 0, count: 4096)
    while unsafe read(descriptor, &buffer, buffer.count) > 0 { isWritten = true }
    return isWritten
  }
}
