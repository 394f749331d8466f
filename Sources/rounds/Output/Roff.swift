/// A manual page in the making, in the macros of man(7).
struct Roff {
  private(set) var text = ""

  mutating func title(_ name: String, section: Int) {
    text += ".TH \(name.uppercased()) \(section) \"\" \"Rounds\" \"User Commands\"\n.nh\n.ad l\n"
  }

  mutating func section(_ name: String) { text += ".SH \(quoted(name.uppercased()))\n" }
  mutating func subsection(_ name: String) { text += ".SS \(quoted(name))\n" }
  mutating func paragraph(_ words: String) { text += ".PP\n\(line(words))\n" }

  /// A term in bold, and what it means, indented.
  mutating func item(_ term: String, _ words: String) {
    text += ".TP\n.B \(quoted(term))\n\(words.isEmpty ? "\\&" : line(words))\n"
  }

  /// Text at the start of a line, where a dot or a quote would begin a command.
  private func line(_ words: String) -> String {
    let escaped = Self.escaped(words)
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }

  private func quoted(_ words: String) -> String { "\"\(Self.escaped(words).replacing("\"", with: "\\(dq"))\"" }

  /// Everything as it is meant: a hyphen that can be copied, no command, and nothing but ASCII in the file.
  static func escaped(_ words: String) -> String {
    var out = ""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "\\": out += "\\e"
      case "-": out += "\\-"
      case "'": out += "\\(aq"
      case "`": out += "\\(ga"
      case "^": out += "\\(ha"
      case "~": out += "\\(ti"
      case "\n": out += " "
      default:
        if scalar.isASCII {
          out.unicodeScalars.append(scalar)
        } else {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          out += "\\[u\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)]"
        }
      }
    }
    return out
  }
}
