import Foundation

/// A folder of themes as a user would keep one, gone when the test is over.
final class UserThemes {
  let path: String

  init(_ themes: [String: String]) throws {
    path = NSTemporaryDirectory() + "themes-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in themes {
      try text.write(toFile: "\(path)/\(name).toml", atomically: true, encoding: .utf8)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
