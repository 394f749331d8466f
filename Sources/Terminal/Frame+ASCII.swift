extension Frame {
  /// The frame as a terminal without UTF-8 can show it: every cell one or two ASCII characters wide as before.
  package func transliterated() -> Frame {
    var copy = self
    for y in 0..<size.height {
      for x in 0..<size.width {
        let cell = self[Point(x: x, y: y)]
        guard cell.cluster.ascii == nil, cell.width > 0 else { continue }
        let byte = ASCII.byte(for: cell)
        copy.set(Cluster(ascii: byte), x: x, y: y, style: cell.style)
        if cell.width == 2 { copy.set(Cluster(ascii: byte), x: x + 1, y: y, style: cell.style) }
      }
    }
    return copy
  }
}

/// What stands in for a character on a terminal without UTF-8.
enum ASCII {
  static func byte(for cell: Cell) -> UInt8 {
    // A half block marks the row of the cursor, and elsewhere ends a bar.
    if cell.cluster == cursor.sign, cell.style.role == .marker { return cursor.byte }
    return byte(for: cell.cluster)
  }

  private static func byte(for cluster: Cluster) -> UInt8 {
    guard let scalar = cluster.text.unicodeScalars.first else { return 0x20 }
    let value = scalar.value
    if value < 0x7F { return UInt8(value) }
    if let sign = signs[scalar] { return sign }
    if (0xC0...0x17F).contains(value) { return letters[Int(value - 0xC0)] }
    if let letter = plainLetter(scalar) { return letter }
    if let arms = Arms(cluster) {
      if arms.up || arms.down { return arms.left > 0 || arms.right > 0 ? 0x2B : 0x7C }
      return max(arms.left, arms.right) == 2 ? 0x3D : 0x2D
    }
    return scalar.properties.isWhitespace ? 0x20 : 0x3F
  }

  /// The letter beneath the marks of Vietnamese and other far Latin letters, as its Unicode name tells it ("LATIN SMALL
  /// LETTER E WITH CIRCUMFLEX AND TILDE").
  private static func plainLetter(_ scalar: Unicode.Scalar) -> UInt8? {
    guard (0x1E00...0x1EFF).contains(scalar.value) || (0x180...0x24F).contains(scalar.value) else { return nil }
    let words = (scalar.properties.name ?? "").split(separator: " ")
    guard words.count > 4, words[2] == "LETTER", words[3].utf8.count == 1, let letter = words[3].utf8.first else {
      return nil
    }
    return words[1] == "SMALL" ? letter + 0x20 : letter
  }

  /// The letters of Latin-1 and Latin Extended-A from U+00C0, less their marks.
  private static let letters = Array(
    ("AAAAAAACEEEEIIIIDNOOOOOxOUUUUYPsaaaaaaaceeeeiiiidnooooo/ouuuuypy"
      + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOo"
      + "RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs").utf8)

  private static let cursor = (
    sign: Array(Clusters(Glyphs.unicode.cursor))[0], byte: Array(Glyphs.ascii.cursor.utf8)[0]
  )

  private static let signs: [Unicode.Scalar: UInt8] = {
    var signs: [Unicode.Scalar: UInt8] = [:]
    for (sign, byte) in zip(Glyphs.unicode.all, Glyphs.ascii.all) {
      guard let scalar = sign.unicodeScalars.first, scalar.value > 0x7F, let byte = byte.utf8.first else { continue }
      if signs[scalar] == nil { signs[scalar] = byte }
    }
    let others = zip("“”„«»‘’‚′–—−⏎×÷°µ§¶¡¿€£¥©®™←→↑↓☐☑".unicodeScalars, "\"\"\"<>''''---|x/oumP!?ELYcRt<>^v_x".utf8)
    for (scalar, byte) in others where signs[scalar] == nil { signs[scalar] = byte }
    return signs
  }()
}
