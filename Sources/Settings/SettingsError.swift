/// What is wrong with a file the user wrote, where, and what to write instead.
package struct SettingsError: Error, Hashable, CustomStringConvertible {
  /// The file's name as the user knows it: `keys.toml`.
  package let file: String
  /// From 1.
  package let line: Int
  package let message: String

  package init(file: String, line: Int, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  package var description: String { "\(file) line \(line): \(message)" }
}
