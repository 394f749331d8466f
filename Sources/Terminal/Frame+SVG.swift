extension Frame {
  /// The frame as a picture, for documents: monospaced text on the colours of the theme. Where a theme leaves one to the
  /// terminal, light grey on dark stands for it; colours of a palette are xterm's.
  package func svg(theme: Theme, tier: Tier = .truecolor) -> String {
    let blank = theme.resolve(Style(.text), in: tier)
    let ground = SVG.color(blank.background, in: tier, else: SVG.ground)
    var output = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size.width * SVG.column) \(size.height * SVG.line)" \
      font-family="ui-monospace, Menlo, 'DejaVu Sans Mono', monospace" font-size="15" xml:space="preserve">
      <rect width="100%" height="100%" fill="\(ground)"/>

      """
    for y in 0..<size.height {
      for run in runs(y) {
        let look = theme.resolve(run.style, in: tier)
        var foreground = SVG.color(look.foreground, in: tier, else: SVG.ink)
        var background = SVG.color(look.background, in: tier, else: SVG.ground)
        if look.attributes.contains(.reverse) { swap(&foreground, &background) }
        let x = run.columns.lowerBound * SVG.column
        let width = run.columns.count * SVG.column
        if background != ground {
          output += "<rect x=\"\(x)\" y=\"\(y * SVG.line)\" width=\"\(width)\" height=\"\(SVG.line)\""
          output += " fill=\"\(background)\"/>\n"
        }
        guard run.text.contains(where: { $0 != " " }) || look.attributes.contains(.underline) else { continue }
        output += "<text x=\"\(x)\" y=\"\(y * SVG.line + SVG.baseline)\" textLength=\"\(width)\""
        output += " fill=\"\(foreground)\"\(SVG.attributes(look.attributes))>"
        output += SVG.escaped(run.text) + "</text>\n"
      }
    }
    return output + "</svg>\n"
  }

  /// The stretches of a row that share a style. A wide glyph stands alone: few fonts make it two columns wide, and what
  /// follows would move.
  private func runs(_ y: Int) -> [(columns: Range<Int>, style: Style, text: String)] {
    var runs: [(columns: Range<Int>, style: Style, text: String)] = []
    var width = 1
    for (x, cell) in row(y).enumerated() {
      defer { width = cell.width }
      if let last = runs.indices.last, runs[last].style == cell.style, width == 1 && cell.width == 1 || cell.width == 0
      {
        runs[last].columns = runs[last].columns.lowerBound..<x + 1
        cell.cluster.write(to: &runs[last].text)
      } else {
        runs.append((x..<x + 1, cell.style, cell.text))
      }
    }
    return runs
  }
}

private enum SVG {
  static let column = 9
  static let line = 20
  static let baseline = 15
  static let ground = 0x1E1E1E
  static let ink = 0xDADADA

  static func color(_ number: Int, in tier: Tier, else other: Int) -> String {
    let digits = String(number < 0 ? other : Color.rgb(number, in: tier), radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  static func attributes(_ attributes: Attributes) -> String {
    (attributes.contains(.bold) ? " font-weight=\"bold\"" : "")
      + (attributes.contains(.italic) ? " font-style=\"italic\"" : "")
      + (attributes.contains(.underline) ? " text-decoration=\"underline\"" : "")
      + (attributes.contains(.dim) ? " opacity=\"0.7\"" : "")
  }

  static func escaped(_ text: String) -> String {
    var output = ""
    for character in text {
      switch character {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      default: output.append(character)
      }
    }
    return output
  }
}
