import Care

/// Words as people type the beginnings of them: "an kh" finds "Khan, Ana".
enum WordStarts {
  /// The folded words of a text, without what stands between them.
  static func words(_ text: String) -> [String] {
    Folding.fold(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// Whether each of the words begins a word of a text.
  static func fit(_ typed: [String], _ text: String) -> Bool {
    let words = words(text)
    return typed.allSatisfy { start in words.contains { $0.hasPrefix(start) } }
  }
}
