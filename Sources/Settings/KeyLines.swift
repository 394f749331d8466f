/// Where each key of a TOML text stands, and in which order: the parser keeps neither. Reads only text that the parser
/// has accepted, so it need not tell good from bad.
struct KeyLines {
  private var lines: [[String]: Int] = [:]
  private var children: [[String]: [String]] = [:]
  private var arrayCounts: [[String]: Int] = [:]

  private var scalars: [Unicode.Scalar]
  private var position = 0
  private var line = 1

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    var table: [String] = []
    while position < scalars.count {
      skipBlank(acrossLines: true)
      guard let scalar = peek else { break }
      if scalar == "[" {
        table = header()
      } else {
        assignment(in: table)
      }
    }
    scalars = []
  }

  /// The line of the key at a path, from 1.
  func line(of path: [String]) -> Int { lines[path] ?? 1 }

  /// The keys directly under a path, in the order of the text.
  func keys(in path: [String]) -> [String] { children[path] ?? [] }

  private mutating func header() -> [String] {
    position += 1
    let isArray = peek == "["
    if isArray { position += 1 }
    let start = line
    var path: [String] = []
    for key in dottedKey() {
      path.append(key)
      record(path, at: start)
      // A header under a list of tables means the last of them.
      if let count = arrayCounts[path] { path.append(String(count - 1)) }
    }
    position += isArray ? 2 : 1
    guard isArray else { return path }
    if path.last.flatMap(Int.init) != nil, arrayCounts[Array(path.dropLast())] != nil { path.removeLast() }
    let index = arrayCounts[path, default: 0]
    arrayCounts[path] = index + 1
    path.append(String(index))
    lines[path] = start
    return path
  }

  private mutating func assignment(in table: [String]) {
    let start = line
    var path = table
    for key in dottedKey() {
      path.append(key)
      record(path, at: start)
    }
    position += 1
    value(at: path)
  }

  private mutating func record(_ path: [String], at line: Int) {
    guard lines[path] == nil, let key = path.last else { return }
    lines[path] = line
    children[Array(path.dropLast()), default: []].append(key)
  }

  private mutating func dottedKey() -> [String] {
    var keys: [String] = []
    repeat {
      if !keys.isEmpty { position += 1 }
      skipBlank(acrossLines: false)
      keys.append(key())
      skipBlank(acrossLines: false)
    } while peek == "."
    return keys
  }

  private mutating func key() -> String {
    if let quote = peek, quote == "\"" || quote == "'" { return quoted(quote) }
    var key = String.UnicodeScalarView()
    while let scalar = peek, !" \t.=]\n\r".unicodeScalars.contains(scalar) {
      key.append(scalar)
      position += 1
    }
    return String(key)
  }

  private mutating func value(at path: [String]) {
    skipBlank(acrossLines: false)
    switch peek {
    case "\"", "'": skipString()
    case "[": list(at: path)
    case "{": inlineTable(at: path)
    default:
      while let scalar = peek, !",]}#\n".unicodeScalars.contains(scalar) { position += 1 }
    }
  }

  private mutating func list(at path: [String]) {
    position += 1
    var index = 0
    while true {
      skipBlank(acrossLines: true)
      guard let scalar = peek, scalar != "]" else { break }
      if scalar == "," {
        position += 1
        continue
      }
      lines[path + [String(index)]] = line
      value(at: path + [String(index)])
      index += 1
    }
    position += 1
  }

  private mutating func inlineTable(at path: [String]) {
    position += 1
    while true {
      skipBlank(acrossLines: true)
      guard let scalar = peek, scalar != "}" else { break }
      if scalar == "," { position += 1 } else { assignment(in: path) }
    }
    position += 1
  }
}

extension KeyLines {
  private var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func skipBlank(acrossLines: Bool) {
    while let scalar = peek {
      switch scalar {
      case " ", "\t", "\r": position += 1
      case "\n" where acrossLines:
        line += 1
        position += 1
      case "#" where acrossLines:
        while let scalar = peek, scalar != "\n" { position += 1 }
      default: return
      }
    }
  }

  private mutating func skipString() {
    guard let quote = peek else { return }
    let isLong = position + 2 < scalars.count && scalars[position + 1] == quote && scalars[position + 2] == quote
    guard isLong else {
      _ = quoted(quote)
      return
    }
    position += 3
    var run = 0
    while let scalar = peek {
      position += scalar == "\\" && quote == "\"" ? 2 : 1
      if scalar == "\\", quote == "\"", scalars[position - 1] == "\n" { line += 1 }
      if scalar == "\n" { line += 1 }
      run = scalar == quote ? run + 1 : 0
      // Up to two quotes may stand before the three that close.
      if run >= 3, peek != quote { return }
    }
  }

  private mutating func quoted(_ quote: Unicode.Scalar) -> String {
    position += 1
    var text = String.UnicodeScalarView()
    while let scalar = peek, scalar != quote {
      position += 1
      text.append(scalar == "\\" && quote == "\"" ? escaped() : scalar)
    }
    position += 1
    return String(text)
  }

  private mutating func escaped() -> Unicode.Scalar {
    guard let letter = peek else { return "\\" }
    position += 1
    switch letter {
    case "b": return "\u{8}"
    case "t": return "\t"
    case "n": return "\n"
    case "f": return "\u{C}"
    case "r": return "\r"
    case "e": return "\u{1B}"
    case "u", "U", "x":
      let length = letter == "u" ? 4 : letter == "U" ? 8 : 2
      let digits = String(String.UnicodeScalarView(scalars[position..<min(position + length, scalars.count)]))
      position += length
      return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
    default: return letter
    }
  }
}
