extension TextArea {
  /// Inserts pasted text in one step: its line ends become `\n`, its tabs four spaces, other control characters are
  /// left out. A text too long is not pasted at all, since the part that came would look like the whole; then it is
  /// told by how many characters it is too long.
  @discardableResult
  package mutating func paste(_ pasted: String) -> Int {
    put(pasted, as: .whole)
  }

  mutating func put(_ new: String, as kind: History.Kind) -> Int {
    let excess = length + TextArea.cleanedLength(new) - TextArea.most
    guard excess <= 0 else { return excess }
    change(cursor..<cursor, to: TextArea.cleaned(new), as: kind)
    return 0
  }

  static func cleaned(_ text: String) -> String {
    // All that is not kept is one of these bytes or begins with one.
    let isClean = text.utf8.allSatisfy { ($0 >= 0x20 || $0 == 0x0A) && $0 != 0x7F && $0 != 0xC2 && $0 != 0xE2 }
    if isClean { return text }
    var result = String.UnicodeScalarView()
    result.reserveCapacity(text.utf8.count)
    var afterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where afterReturn: break
      case "\n", "\r", "\u{2028}", "\u{2029}": result.append("\n")
      case "\t": result.append(contentsOf: "    ".unicodeScalars)
      default: if !isControl(scalar) { result.append(scalar) }
      }
      afterReturn = scalar == "\r"
    }
    return String(result)
  }

  /// The length of the cleaned text, found without making it: what is too long may be very long.
  static func cleanedLength(_ text: String) -> Int {
    let bytes = text.utf8Span.span
    var length = 0
    var last: UInt8 = 0
    for index in bytes.indices {
      let byte = bytes[index]
      if byte & 0xC0 != 0x80 { length += 1 }
      if byte == 0x09 { length += 3 }
      if byte == 0x7F || (byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D) { length -= 1 }
      if byte == 0x0A && last == 0x0D { length -= 1 }
      // A control character of two bytes.
      if last == 0xC2 && byte < 0xA0 { length -= 1 }
      last = byte
    }
    return length
  }

  static func evenLines(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0 == "\r" || $0 == "\u{2028}" || $0 == "\u{2029}" }) else {
      return text
    }
    var result = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where afterReturn: break
      case "\r", "\u{2028}", "\u{2029}": result.append("\n")
      default: result.append(scalar)
      }
      afterReturn = scalar == "\r"
    }
    return String(result)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
  }
}
