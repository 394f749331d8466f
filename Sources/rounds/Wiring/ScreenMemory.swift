import Dashboard
import Foundation
import Glibc
import Settings

/// What the screen remembers from one start to the next, in a small file that only its owner reads.
struct ScreenMemory {
  /// The theme kept last, or `auto`.
  var theme: String?
  /// How the panes were divided last.
  var proportions = Proportions()
  /// Whether others see where the window looks.
  var showsLook = false
  /// The views that were kept.
  var views: [SavedView] = []

  private static var path: String { GlobalOptions.stateFolder + "/screen.toml" }

  /// What was remembered, and what is wrong with it: a damaged file is told and costs no more than what it held.
  static func read() -> (memory: ScreenMemory, problem: String?) {
    var memory = ScreenMemory()
    guard let data = FileManager.default.contents(atPath: path) else { return (memory, nil) }
    do {
      let file = try SettingsFile(name: path, text: String(decoding: data, as: UTF8.self)).root
      memory.theme = try file.string("theme")
      memory.showsLook = try file.bool("shows-look") ?? false
      if let panes = try file.table("panes") {
        for share in Border.Share.allCases { memory.proportions[share] = try panes.integer(share.rawValue) }
      }
      if let views = try file.table("views") {
        for number in 1...9 {
          if let view = try views.table("\(number)") { memory.views.append(try SavedView(number, view)) }
        }
      }
    } catch {
      return (memory, "What the screen remembered can't be read; it is remembered anew from here on. \(error)")
    }
    return (memory, nil)
  }

  /// Changes one thing that is remembered.
  static func change(_ change: (inout ScreenMemory) -> Void) throws {
    var memory = read().memory
    change(&memory)
    try memory.write()
  }

  /// Writes all of it at once: another program that reads it meanwhile sees it as it was or as it is.
  private func write() throws {
    let files = FileManager.default
    let owner: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
    try files.createDirectory(
      atPath: GlobalOptions.stateFolder, withIntermediateDirectories: true, attributes: owner)
    let draft = Self.path + ".\(getpid())"
    defer { try? files.removeItem(atPath: draft) }
    guard
      files.createFile(atPath: draft, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600]),
      unsafe rename(draft, Self.path) == 0
    else { throw CocoaError(.fileWriteUnknown) }
  }

  private var text: String {
    var lines = ["# What Rounds remembers of the screen. It writes this file anew when something changes."]
    if let theme { lines.append("theme = \(Self.quoted(theme))") }
    if showsLook { lines.append("shows-look = true") }
    let panes = Border.Share.allCases.compactMap { share in proportions[share].map { "\(share.rawValue) = \($0)" } }
    // In thousandths of the screen.
    if !panes.isEmpty { lines += ["", "[panes]"] + panes }
    for view in views {
      lines += [
        "", "[views.\(view.number)]", "name = \(Self.quoted(view.name))", "filter = \(Self.quoted(view.filter))",
      ]
      lines.append("order = \(Self.quoted(view.order.column.rawValue))")
      if view.order.isTurned { lines.append("turned = true") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// As a literal of TOML. A file may be called anything.
  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        "\\u" + String(0x10000 + scalar.value, radix: 16).dropFirst()
      default: String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}

extension SavedView {
  fileprivate init(_ number: Int, _ table: SettingsTable) throws(SettingsError) {
    var order = Order.natural(.worklist)
    if let name = try table.string("order") {
      guard let column = Column(rawValue: name) else {
        throw table.refusal("order", "`\(name)` is no column to order by")
      }
      order = Order(column: column, isTurned: try table.bool("turned") ?? false)
    }
    self.init(
      number: number, name: try table.string("name") ?? "", filter: try table.string("filter") ?? "", order: order)
  }
}
