import Glibc

/// Becomes readable when somebody writes to the journal or edits a theme: the loop sleeps on it beside the terminal.
final class Wake {
  enum Place: Hashable {
    /// The journal's folder; its write-ahead log grows with every append, whoever made it.
    case journal
    /// The user's folder of themes.
    case themes

    /// An editor may write a file in place, or write another and give it the name; either is over when this comes.
    fileprivate var events: UInt32 {
      switch self {
      case .journal: UInt32(IN_MODIFY) | UInt32(IN_CREATE)
      case .themes: UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_MOVED_FROM) | UInt32(IN_DELETE)
      }
    }
  }

  let descriptor: Int32
  private var places: [Int32: Place] = [:]

  init(_ folders: [Place: String]) {
    descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    for (place, folder) in folders { watch(folder, as: place) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Whether the system gave no watch on the journal: then somebody has to look.
  var isDeaf: Bool { !places.values.contains(.journal) }

  /// Looks after a folder. Harmless where there is none yet, and the second time.
  func watch(_ folder: String, as place: Place) {
    guard descriptor >= 0 else { return }
    let number = unsafe inotify_add_watch(descriptor, folder, place.events)
    if number >= 0 { places[number] = place }
  }

  /// Where something has been written since the last call.
  func take() -> Set<Place> {
    var written: Set<Place> = []
    guard descriptor >= 0 else { return written }
    var buffer = [UInt8](repeating: 0, count: 4096)
    while case let count = unsafe read(descriptor, &buffer, buffer.count), count > 0 {
      var at = 0
      while at + MemoryLayout<inotify_event>.size <= count {
        let event = unsafe buffer.withUnsafeBytes {
          unsafe $0.loadUnaligned(fromByteOffset: at, as: inotify_event.self)
        }
        if let place = places[event.wd] { written.insert(place) }
        at += MemoryLayout<inotify_event>.size + Int(event.len)
      }
    }
    return written
  }
}
