import Dashboard
import Terminal

/// What a new user sees: what this is, and what to press.
struct FirstStart: View {
  let state: State

  private struct Choice {
    var key: String
    var title: String
    var words: String
  }

  private static let sentence = "What is owed to every patient, by whom and since when."
  private static let status = "No patients are on file yet."

  /// What this screen calls the commands that it offers.
  static let titles: [CommandID: String] = [.openDemo: "Look around", .importRecord: "Import", .help: "Keys"]

  func draw(on frame: inout Frame, in area: Rect) {
    let choices = choices
    let keys = choices.map { Text.width($0.key) }.max() ?? 0
    let text = choices.map { max(Text.width($0.title), Text.width($0.words)) }.max() ?? 0
    // The lines between the choices are given up first, on a low screen.
    let isAiry = area.height >= 3 + choices.count * 3
    let step = isAiry ? 3 : 2
    let size = Size(
      width: min(area.width - 2, max(keys + 3 + text, Text.width(Self.sentence))),
      height: min(area.height, 3 + choices.count * step - (isAiry ? 1 : 0)))
    var box = area.centred(size)
    // A little above the middle, where the eye looks first.
    box = Rect(x: box.x, y: area.y + (area.height - size.height) * 2 / 5, width: box.width, height: box.height)
    frame.put(Self.sentence, at: box.origin, fit: box.width, style: Style(.title), in: box)
    frame.put(Self.status, at: Point(x: box.x, y: box.y + 1), fit: box.width, style: Style(.text), in: box)
    for (index, choice) in choices.enumerated() {
      let y = box.y + 3 + index * step
      let x = box.x + keys + 3
      frame.put(choice.key, at: Point(x: box.x, y: y), style: Style(.key), in: box)
      frame.put(choice.title, at: Point(x: x, y: y), fit: box.right - x, style: Style(.bright), in: box)
      frame.put(choice.words, at: Point(x: x, y: y + 1), fit: box.right - x, style: Style(.dim), in: box)
      if index == 0 { frame.cursor = Point(x: box.x, y: y) }
    }
  }

  private var choices: [Choice] {
    let words: [CommandID: String] = [
      .openDemo: "among made-up patients, kept apart from your record",
      .importRecord: "your FHIR R4 files or a folder of them",
      .help: "and \(key(.quit)) leaves",
    ]
    let keys = State.firstKeys.map { ($0.key.label, $0.command) } + [(key(.help), .help)]
    return keys.compactMap { key, command in
      words[command].map { Choice(key: key, title: Self.titles[command] ?? "", words: $0) }
    }
  }

  private func key(_ command: CommandID) -> String { state.keyMap.label(of: command) }
}
