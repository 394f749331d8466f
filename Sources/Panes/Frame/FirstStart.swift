import Dashboard
import Terminal

/// What a new user sees: what there is to do, in two commands.
struct FirstStart: View {
  let state: State

  func draw(on frame: inout Frame, in area: Rect) {
    let lines: [(String, Role)] = [
      ("No patients yet.", .bright),
      ("", .text),
      ("rounds demo", .key),
      ("opens a made-up network, to look around", .text),
      ("", .text),
      ("rounds import PATH…", .key),
      ("reads FHIR R4 files and folders, and says what came in", .text),
    ]
    let width = lines.map { Text.width($0.0) }.max() ?? 0
    let box = area.centred(Size(width: min(width, area.width), height: min(lines.count, area.height)))
    for (row, line) in lines.enumerated() where row < box.height {
      frame.put(line.0, at: Point(x: box.x, y: box.y + row), fit: box.width, style: Style(line.1), in: box)
    }
  }
}
