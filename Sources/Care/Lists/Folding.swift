/// Text as search and sorting see it: lower case, without diacritics, so that "ines" finds "Inês".
package enum Folding {
  package static func fold(_ text: String) -> String {
    var ascii = true
    for byte in text.utf8 where byte >= 0x80 || (byte >= 0x41 && byte <= 0x5A) {
      ascii = false
      break
    }
    if ascii { return text }
    var folded = ""
    folded.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { append(scalar, to: &folded) }
    return folded
  }

  private static func append(_ scalar: Unicode.Scalar, to folded: inout String) {
    if scalar.isASCII {
      folded.unicodeScalars.append(
        scalar.value >= 0x41 && scalar.value <= 0x5A ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar)
      return
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark: return
    default: break
    }
    if let base = latinBase(scalar) {
      folded += base
    } else {
      folded += scalar.properties.lowercaseMapping
    }
  }

  /// The plain letters of a Latin letter with marks, read from its Unicode name ("LATIN SMALL LETTER E WITH ACUTE").
  private static func latinBase(_ scalar: Unicode.Scalar) -> String? {
    guard scalar.value < 0x250 || (0x1E00...0x1EFF).contains(scalar.value) else { return nil }
    if scalar.value == 0xDF { return "ss" }
    guard let name = scalar.properties.name else { return nil }
    let words = name.split(separator: " ")
    guard words.count >= 4, words[0] == "LATIN", words[2] == "LETTER", words[3].count <= 2 else { return nil }
    return words[3].lowercased()
  }
}
