import Care
import Journal

extension Session {
  /// Puts what somebody here knows of a member into the directory.
  func note(_ line: DirectoryLine, in directory: Directory) throws {
    let author = try author(in: directory)
    _ = try journal.append([
      Proposal(
        id: EntryID.random(), stream: .directory, expected: try journal.directoryVersion(), time: now, author: author,
        event: .directoryReceived(Source(format: Source.here, document: author.name, received: now), [line]))
    ])
  }
}
