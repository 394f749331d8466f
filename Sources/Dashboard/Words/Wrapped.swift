package import Terminal

extension Text {
  /// The text in at most some lines; the last ends in an ellipsis where there is more.
  package static func wrapped(_ text: String, cells: Int, most: Int) -> [String] {
    let lines = wrap(text, cells: cells)
    guard lines.count > most, most > 0 else { return most > 0 ? lines : [] }
    return lines.prefix(most - 1) + [fit(lines[(most - 1)...].joined(separator: " "), cells: cells)]
  }
}
