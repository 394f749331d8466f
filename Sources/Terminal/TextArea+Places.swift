/// Places are counted in bytes of UTF-8, which cost nothing to find in a long text.
extension TextArea {
  func index(_ place: Int) -> String.Index { text.utf8.index(text.startIndex, offsetBy: place) }
  func offset(_ index: String.Index) -> Int { text.utf8.distance(from: text.startIndex, to: index) }

  /// A part that may begin or end inside a character. A `Substring` would look for where the characters around it end,
  /// which may be far.
  func scalars(_ range: Range<Int>) -> Substring.UnicodeScalarView {
    text.unicodeScalars[index(range.lowerBound)..<index(range.upperBound)]
  }

  func offset(before place: Int) -> Int {
    place > 0 ? offset(text.index(before: index(place))) : 0
  }

  /// The start of the character that has the place inside.
  func offset(around place: Int) -> Int {
    offset(text.index(before: text.index(after: index(place))))
  }

  /// The end of the character that begins at the place or has it inside.
  func offset(after place: Int) -> Int {
    place < text.utf8.count ? offset(text.index(after: index(place))) : place
  }

  func isInsideCharacter(_ place: Int) -> Bool {
    place > 0 && place < text.utf8.count && String.Index(index(place), within: text) == nil
  }
}
