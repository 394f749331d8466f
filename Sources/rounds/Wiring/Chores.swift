import Care
import Dashboard
import Foundation
import Synchronization

/// What the dashboard asks for that is done neither by the store nor by the screen: imports and the names of files.
final class Chores {
  let inbox = Inbox()
  private let folder: String
  private let now: () -> Instant
  private var work: ImportThread?

  /// - Parameters:
  ///   - folder: the record's.
  ///   - now: when what is imported counts as received.
  init(folder: String, now: @escaping () -> Instant) {
    self.folder = folder
    self.now = now
  }

  func start(_ path: String, for state: State) {
    let author = state.author.member == nil ? Author(name: "import") : state.author
    work = ImportThread(
      path: TypedPath.system.path(path), into: folder, site: state.workspace.site, author: author, now: now(),
      inbox: inbox)
  }

  func cancel() { work?.cancel() }

  var editor: OwnEditor { OwnEditor(folder: folder) }

  /// Names are looked up beside the loop: a folder that does not answer must not hold the screen up.
  ///
  /// - Returns: what was found soon enough for the next key; nil where it will come through the inbox.
  func complete(_ text: String) -> Action? {
    let lookup = Lookup()
    Thread.detachNewThread { [inbox] in
      let (completed, choices) = TypedPath.system.completed(text)
      if let late = lookup.finish(.pathCompleted(text, to: completed, choices: choices)) { inbox.post(late) }
    }
    return lookup.wait(seconds: 0.2)
  }
}

/// One answer from another thread, for as long as somebody waits for it.
private final class Lookup: Sendable {
  private enum Stage {
    case asked
    case answered(Action)
    case givenUp
  }

  private let stage = Mutex(Stage.asked)
  private let bell = NSCondition()

  /// - Returns: the answer again, where nobody waits any more.
  func finish(_ answer: Action) -> Action? {
    let late: Action? = stage.withLock { stage in
      if case .givenUp = stage { return answer }
      stage = .answered(answer)
      return nil
    }
    bell.withLock { bell.signal() }
    return late
  }

  private var isAsked: Bool {
    stage.withLock { if case .asked = $0 { true } else { false } }
  }

  func wait(seconds: Double) -> Action? {
    let end = Date(timeIntervalSinceNow: seconds)
    bell.withLock { while isAsked, bell.wait(until: end) {} }
    return stage.withLock { stage in
      if case .answered(let answer) = stage { return answer }
      stage = .givenUp
      return nil
    }
  }
}
