/// A table of a settings file, its keys in the order of the file.
package struct SettingsTable: Sendable {
  package struct Entry: Sendable {
    package let key: String
    /// From 1.
    package let line: Int
    package let value: SettingsValue
  }

  package let file: String
  /// The keys that lead here, outermost first; empty for the file itself.
  package let path: [String]
  /// Where the table begins.
  package let line: Int
  package let entries: [Entry]

  package var keys: [String] { entries.map(\.key) }

  package subscript(_ key: String) -> SettingsValue? {
    entries.first { $0.key == key }?.value
  }

  /// The line of a key, or of the table where it has no such key.
  package func line(of key: String) -> Int {
    entries.first { $0.key == key }?.line ?? line
  }

  /// A refusal that points at a key.
  package func refusal(_ key: String, _ message: String) -> SettingsError {
    SettingsError(file: file, line: line(of: key), message: message)
  }

  /// Nil where the key is absent; throws where it holds something else.
  package func string(_ key: String) throws(SettingsError) -> String? {
    guard let value = self[key] else { return nil }
    guard case .string(let string) = value else { throw wrongKind(key, "text in quotes, as in \(key) = \"…\"") }
    return string
  }

  package func bool(_ key: String) throws(SettingsError) -> Bool? {
    guard let value = self[key] else { return nil }
    guard case .bool(let bool) = value else { throw wrongKind(key, "true or false") }
    return bool
  }

  package func integer(_ key: String) throws(SettingsError) -> Int? {
    guard let value = self[key] else { return nil }
    guard case .integer(let integer) = value else { throw wrongKind(key, "a whole number") }
    return integer
  }

  package func strings(_ key: String) throws(SettingsError) -> [String]? {
    guard let value = self[key] else { return nil }
    let expected = "a list of texts, as in \(key) = [\"…\", \"…\"]"
    guard case .array(let values) = value else { throw wrongKind(key, expected) }
    var strings: [String] = []
    for value in values {
      guard case .string(let string) = value else { throw wrongKind(key, expected) }
      strings.append(string)
    }
    return strings
  }

  package func table(_ key: String) throws(SettingsError) -> SettingsTable? {
    guard let value = self[key] else { return nil }
    guard case .table(let table) = value else {
      throw wrongKind(key, "a table, as in [\((path + [key]).joined(separator: "."))]")
    }
    return table
  }

  /// Throws at the first key that is not one of `known`, naming them.
  package func refuseKeys(except known: [String]) throws(SettingsError) {
    guard let stranger = keys.first(where: { !known.contains($0) }) else { return }
    throw refusal(stranger, "`\(stranger)` is not known here; write one of \(known.joined(separator: ", "))")
  }

  private func wrongKind(_ key: String, _ expected: String) -> SettingsError {
    refusal(key, "`\(key)` should be \(expected)")
  }
}

/// A value in a settings file. Dates and fractions are `other`: nothing here is set by one.
package enum SettingsValue: Sendable {
  case string(String)
  case bool(Bool)
  case integer(Int)
  case array([SettingsValue])
  case table(SettingsTable)
  case other
}
