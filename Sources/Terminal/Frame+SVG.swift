extension Frame {
  /// The frame as a picture, for documents: monospaced text on the colours of the theme, drawn on the dark ground that
  /// stands for a terminal's own.
  package func svg(theme: Theme) -> String {
    var output = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size.width * SVG.column) \(size.height * SVG.line)" \
      font-family="ui-monospace, Menlo, 'DejaVu Sans Mono', monospace" font-size="15" xml:space="preserve">
      <rect width="100%" height="100%" fill="\(SVG.color(SVG.ground))"/>

      """
    for y in 0..<size.height {
      for run in runs(y) {
        let look = theme.resolve(run.style, in: .truecolor)
        var foreground = look.foreground < 0 ? SVG.ink : look.foreground
        var background = look.background < 0 ? SVG.ground : look.background
        if look.attributes.contains(.reverse) { swap(&foreground, &background) }
        let x = run.columns.lowerBound * SVG.column
        let width = run.columns.count * SVG.column
        if background != SVG.ground {
          output += "<rect x=\"\(x)\" y=\"\(y * SVG.line)\" width=\"\(width)\" height=\"\(SVG.line)\""
          output += " fill=\"\(SVG.color(background))\"/>\n"
        }
        guard run.text.contains(where: { $0 != " " }) || look.attributes.contains(.underline) else { continue }
        output += "<text x=\"\(x)\" y=\"\(y * SVG.line + SVG.baseline)\" textLength=\"\(width)\""
        output += " fill=\"\(SVG.color(foreground))\"\(SVG.attributes(look.attributes))>"
        output += SVG.escaped(run.text) + "</text>\n"
      }
    }
    return output + "</svg>\n"
  }

  /// The stretches of a row that share a style.
  private func runs(_ y: Int) -> [(columns: Range<Int>, style: Style, text: String)] {
    var runs: [(columns: Range<Int>, style: Style, text: String)] = []
    for (x, cell) in row(y).enumerated() {
      if let last = runs.indices.last, runs[last].style == cell.style {
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

  static func color(_ rgb: Int) -> String {
    let digits = String(rgb, radix: 16)
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
