import TOMLKit

/// A file of settings in TOML, read whole: settings, key bindings, themes. Everything in it knows its line, so that a
/// refusal can point at it.
package struct SettingsFile: Sendable {
  package let name: String
  package let root: SettingsTable

  /// Reads the text of the file called `name`; throws where it is not TOML.
  package init(name: String, text: String) throws(SettingsError) {
    self.name = name
    let parsed: TOMLTable
    do {
      parsed = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw SettingsError(
        file: name, line: max(1, error.source.begin.line), message: "this is not TOML: \(error.description)")
    } catch {
      throw SettingsError(file: name, line: 1, message: "this is not TOML")
    }
    let lines = KeyLines(text)
    root = SettingsFile.table(parsed, at: [], file: name, lines: lines)
  }

  private static func table(_ table: TOMLTable, at path: [String], file: String, lines: KeyLines) -> SettingsTable {
    let known = Set(table.keys)
    return SettingsTable(
      file: file, path: path, line: lines.line(of: path),
      entries: lines.keys(in: path).filter(known.contains).map { key in
        let inner = path + [key]
        let value = table[key].map { SettingsFile.value($0, at: inner, file: file, lines: lines) } ?? .other
        return SettingsTable.Entry(key: key, line: lines.line(of: inner), value: value)
      })
  }

  private static func value(
    _ value: any TOMLValueConvertible, at path: [String], file: String, lines: KeyLines
  ) -> SettingsValue {
    if let table = value.table { return .table(self.table(table, at: path, file: file, lines: lines)) }
    if let array = value.array {
      return .array(
        array.enumerated().map { index, element in
          self.value(element, at: path + [String(index)], file: file, lines: lines)
        })
    }
    if let string = value.string { return .string(string) }
    if let bool = value.bool { return .bool(bool) }
    if let integer = value.int { return .integer(integer) }
    return .other
  }
}
