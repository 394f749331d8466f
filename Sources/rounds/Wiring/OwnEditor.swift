import Foundation
import Glibc

/// The person's own editor, from `$VISUAL` or `$EDITOR`.
struct OwnEditor {
  /// The record's, which nobody else may look into: what is written is about a patient.
  let folder: String

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Opens it on a text. The file is readable by its owner alone, and is removed whatever happens; so are the copies that
  /// editors make beside it.
  ///
  /// - Returns: nil where the text came back as it was.
  func edit(_ text: String) throws -> String? {
    let environment = ProcessInfo.processInfo.environment
    guard let command = [environment["VISUAL"], environment["EDITOR"]].compactMap(\.self).first(where: { !$0.isEmpty })
    else { throw Failure(description: "No editor is named: set EDITOR, as in EDITOR=nano, and start again.") }
    let place = "\(folder)/.writing-\(getpid())"
    let path = "\(place)/message.txt"
    let files = FileManager.default
    try files.createDirectory(
      atPath: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? files.removeItem(atPath: place) }
    guard files.createFile(atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600]) else {
      throw Failure(description: "The editor was not opened: nothing can be written in \(folder).")
    }
    let status = try Self.run(command, on: path)
    guard status == 0 else {
      throw Failure(description: "The editor `\(command)` ended with \(status); the message stays as it was.")
    }
    guard let data = files.contents(atPath: path) else {
      throw Failure(description: "The editor left no file behind; the message stays as it was.")
    }
    let edited = String(decoding: data, as: UTF8.self)
    return edited == text || edited == text + "\n" ? nil : edited
  }

  /// In the foreground, by the shell, since an editor is often named with options.
  ///
  /// - Returns: the exit code; 128 and the signal's number for one that was killed.
  private static func run(_ command: String, on path: String) throws -> Int32 {
    let words = ["/bin/sh", "-c", "\(command) \"$1\"", "sh", path]
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { unsafe arguments.forEach { unsafe free($0) } }
    var child = pid_t()
    let failed = unsafe posix_spawn(&child, "/bin/sh", nil, nil, &arguments, environ)
    guard failed == 0 else { throw Failure(description: "The editor could not be started: \(failed).") }
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) == -1 {
      if errno != EINTR { throw Failure(description: "The editor was lost sight of; the message stays as it was.") }
    }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}
