import Care
package import Terminal

extension State {
  func availabilityOfWork(_ id: CommandID) -> Availability {
    switch id {
    case .importRecord:
      if isDemo { return .disabled("this is the demo; start `rounds` to read into your own record") }
      return work == nil ? .enabled : .disabled("an import is under way; \(keyMap.label(of: .cancelWork)) stops it")
    case .cancelWork:
      return work == nil ? .disabled("nothing is under way") : .enabled
    case .goImport:
      return report == nil ? .disabled("nothing has been imported since the start") : .enabled
    default:
      return isFirstStart && work == nil
        ? .enabled : .disabled("leave and run `rounds demo`; the made-up patients stay apart from your record")
    }
  }

  mutating func performWork(_ id: CommandID) -> [Effect] {
    switch id {
    case .importRecord: overlays.append(.path(TextField(), choices: []))
    case .cancelWork: return cancelWork()
    case .goImport: if let report { overlays.append(.detail(title: "Import", lines: report.lines, top: 0)) }
    default: return [.openDemo] + leave()
    }
    return []
  }

  /// Keys in the field that asks for a path.
  mutating func pressInPath(_ field: TextField, _ key: Key) -> [Effect] {
    switch key.code {
    case .enter:
      let path = field.text.trimmingSpaces
      if path.isEmpty { return [] }
      overlays.removeLast()
      work = Work(path: path)
      return [.importRecord(path: path)]
    case .tab: return [.completePath(field.text)]
    default:
      var field = field
      if field.take(key) { overlays[overlays.count - 1] = .path(field, choices: []) }
      return []
    }
  }

  /// What the files there are make of a path; too late where somebody has typed on.
  mutating func completePath(_ text: String, to completed: String, choices: [String]) {
    guard case .path(let field, _) = overlays.last, field.text == text else { return }
    overlays[overlays.count - 1] = .path(TextField(completed), choices: choices)
  }

  mutating func cancelWork() -> [Effect] {
    guard work != nil, work?.isStopping == false else { return [] }
    work?.isStopping = true
    return [.cancelWork]
  }

  mutating func finishWork(_ report: WorkReport) {
    let path = work?.path ?? ""
    work = nil
    if report.isLost, !isLeaving {
      lostPath = LostPath(path: path, words: report.headline)
      overlays.append(.path(TextField(path), choices: []))
      return
    }
    self.report = report
    // Somebody who is leaving can read it in the shell.
    if !report.isWell || isLeaving { note("\(path): \(report.headline)") }
    let more = report.lines.count > 1 ? "; \(keyMap.label(of: .goImport)) tells more" : ""
    toast = Toast(words: "\(report.short)\(more).", weight: report.isWell ? .done : .refused, canUndo: false)
  }

  /// What the keys of the first screen do, while nothing is on file that other keys could act on.
  package static let firstKeys: [(key: Key, command: CommandID)] = [
    (Key("d"), .openDemo), (Key("i"), .importRecord),
  ]

  /// - Returns: nil where the key is none of them.
  mutating func pressAtFirstStart(_ key: Key) -> [Effect]? {
    guard isFirstStart, pending.isEmpty, let command = Self.firstKeys.first(where: { $0.key == key })?.command else {
      return nil
    }
    return perform(command)
  }
}
