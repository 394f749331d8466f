import Care
import Dashboard

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
      path: TypedPath.system.path(path), into: folder, zone: state.workspace.zone, author: author, now: now(),
      inbox: inbox)
  }

  func cancel() { work?.cancel() }

  func complete(_ text: String) -> Action {
    let (completed, choices) = TypedPath.system.completed(text)
    return .pathCompleted(text, to: completed, choices: choices)
  }
}
