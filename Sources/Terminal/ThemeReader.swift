import Settings

/// Gathers the colours and roles of a theme, the parent's before the child's, and refuses what it cannot read.
struct ThemeReader {
  private var palette: [String: Color] = ["default": .terminal]
  private var looks: [Role: Theme.Look] = [:]

  private static let roles = Dictionary(uniqueKeysWithValues: Role.allCases.map { ($0.name, $0) })
  private static let attributeNames: [(name: String, attribute: Attributes)] = [
    ("bold", .bold), ("dim", .dim), ("underline", .underline), ("reverse", .reverse), ("italic", .italic),
  ]

  mutating func readPalette(of file: SettingsTable) throws(SettingsError) {
    guard let table = try file.table("palette") else { return }
    for entry in table.entries {
      guard entry.key != "default" else {
        throw table.refusal(entry.key, "`default` is the terminal's own colour; give this one another name")
      }
      palette[entry.key] = try color(entry.value, of: entry.key, in: table)
    }
  }

  /// What a role does not name stays as its parent has it.
  mutating func readRoles(of file: SettingsTable) throws(SettingsError) {
    guard let table = try file.table("roles") else { return }
    try table.refuseKeys(except: Role.allCases.map(\.name))
    for key in table.keys {
      guard let role = ThemeReader.roles[key], let values = try table.table(key) else { continue }
      try values.refuseKeys(except: ["fg", "bg", "attributes", "attributes-16", "attributes-8", "mono"])
      var look = looks[role] ?? Theme.Look()
      if let color = try named("fg", in: values) { look.foreground = color }
      if let color = try named("bg", in: values) { look.background = color }
      if let list = try attributes("attributes", in: values) { look.attributes = list }
      if let list = try attributes("attributes-16", in: values) { look.attributes16 = list }
      if let list = try attributes("attributes-8", in: values) { look.attributes8 = list }
      if let list = try attributes("mono", in: values) { look.mono = list }
      looks[role] = look
    }
  }

  /// The theme of all that has been read.
  func theme(called name: String) -> Theme {
    Theme(name: name, ground: palette["ground"] ?? .terminal, looks: Role.allCases.map { looks[$0] ?? Theme.Look() })
  }

  private func named(_ key: String, in table: SettingsTable) throws(SettingsError) -> Color? {
    guard let name = try table.string(key) else { return nil }
    if let color = palette[name] { return color }
    if let rgb = ThemeReader.hexadecimal(name) { return Color(rgb: rgb) }
    let names = palette.keys.sorted().joined(separator: ", ")
    throw table.refusal(key, "`\(name)` is no colour; write #rrggbb or a name of the palette: \(names)")
  }

  private func attributes(_ key: String, in table: SettingsTable) throws(SettingsError) -> Attributes? {
    guard let names = try table.strings(key) else { return nil }
    var attributes: Attributes = []
    for name in names {
      guard let known = ThemeReader.attributeNames.first(where: { $0.name == name }) else {
        let all = ThemeReader.attributeNames.map(\.name).joined(separator: ", ")
        throw table.refusal(key, "`\(name)` is no attribute; write \(all)")
      }
      attributes.formUnion(known.attribute)
    }
    return attributes
  }

  private func color(
    _ value: SettingsValue, of key: String, in table: SettingsTable
  ) throws(SettingsError) -> Color {
    switch value {
    case .string(let text):
      if let known = palette[text] { return known }
      if let rgb = ThemeReader.hexadecimal(text) { return Color(rgb: rgb) }
    case .integer(let index) where (0..<256).contains(index):
      return Color(rgb: Color.xterm(index), in256: index)
    case .table(let parts):
      return try color(of: parts)
    default:
      break
    }
    let forms = "\"#rrggbb\", a number from 0 to 255, or { 256 = 110, 16 = \"bright cyan\", 8 = \"cyan\" }"
    throw table.refusal(key, "`\(key)` is no colour; write \(forms)")
  }

  private func color(of parts: SettingsTable) throws(SettingsError) -> Color {
    try parts.refuseKeys(except: ["rgb", "256", "16", "8"])
    let index = try parts.integer("256")
    if let index, !(0..<256).contains(index) { throw parts.refusal("256", "\(index) is not from 0 to 255") }
    var rgb = index.map(Color.xterm)
    if let text = try parts.string("rgb") {
      guard let value = ThemeReader.hexadecimal(text) else {
        throw parts.refusal("rgb", "`\(text)` is no colour; write it as #rrggbb")
      }
      rgb = value
    }
    guard let rgb else {
      throw SettingsError(
        file: parts.file, line: parts.line, message: "the colour needs rgb = \"#rrggbb\" or 256 = a number")
    }
    return Color(
      rgb: rgb, in256: index, in16: try basic("16", below: 16, in: parts), in8: try basic("8", below: 8, in: parts))
  }

  private func basic(_ key: String, below count: Int, in parts: SettingsTable) throws(SettingsError) -> Int? {
    guard let name = try parts.string(key) else { return nil }
    if name == "default" { return -1 }
    guard let index = Color.basicNames.firstIndex(of: name), index < count else {
      let names = (["default"] + Color.basicNames.prefix(count)).joined(separator: ", ")
      throw parts.refusal(key, "`\(name)` is none of the \(count) colours; write \(names)")
    }
    return index
  }

  private static func hexadecimal(_ text: String) -> Int? {
    guard text.hasPrefix("#"), text.utf8.count == 7 else { return nil }
    return text.dropFirst().allSatisfy(\.isHexDigit) ? Int(text.dropFirst(), radix: 16) : nil
  }
}
