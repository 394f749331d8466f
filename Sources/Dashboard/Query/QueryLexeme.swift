/// A stretch of a query between spaces: a word, or a field and its values. All ranges count characters of the text.
struct QueryLexeme {
  /// One of the values between commas; a word is its own only one.
  struct Piece {
    /// With its comparison and its quotes.
    var range: Range<Int>
    /// "<", "<=", ">", ">=", or whatever else of these signs stands there.
    var comparison = ""
    var text = ""
    /// Where the text begins.
    var start: Int
    var isQuoted = false
    var isClosed = false
  }

  /// The name before a colon, and where it is, without the colon.
  struct Name {
    var text: String
    var range: Range<Int>
  }

  var range: Range<Int>
  var isNegated: Bool
  var field: Name?
  var pieces: [Piece]
}

/// Takes a query apart. Every text comes apart in some way; what it means is `QueryReader`'s to say.
struct QueryLexer {
  private let text: [Character]
  private var at = 0

  static func lexemes(of text: String) -> [QueryLexeme] {
    var lexer = QueryLexer(text: Array(text))
    var lexemes: [QueryLexeme] = []
    while let lexeme = lexer.next() { lexemes.append(lexeme) }
    return lexemes
  }

  private init(text: [Character]) { self.text = text }

  private var current: Character? { at < text.count ? text[at] : nil }

  private mutating func take(while holds: (Character) -> Bool) -> String {
    let start = at
    while at < text.count, holds(text[at]) { at += 1 }
    return String(text[start..<at])
  }

  /// Mail and word processors turn quotes.
  private static func isQuote(_ character: Character) -> Bool { "\"“”„".contains(character) }

  private mutating func next() -> QueryLexeme? {
    _ = take { $0.isWhitespace }
    guard at < text.count else { return nil }
    let start = at
    let isNegated = current == "-"
    if isNegated { at += 1 }
    let name = name()
    var pieces = [piece(inField: name != nil)]
    while name != nil, current == "," {
      at += 1
      pieces.append(piece(inField: true))
    }
    return QueryLexeme(range: start..<at, isNegated: isNegated, field: name, pieces: pieces)
  }

  /// Letters up to a colon; hours have colons too, but no letters.
  private mutating func name() -> QueryLexeme.Name? {
    let start = at
    let letters = take { $0.isLetter }
    guard !letters.isEmpty, current == ":" else {
      at = start
      return nil
    }
    at += 1
    return QueryLexeme.Name(text: letters, range: start..<at - 1)
  }

  private mutating func piece(inField: Bool) -> QueryLexeme.Piece {
    let start = at
    var piece = QueryLexeme.Piece(range: start..<start, start: start)
    if inField { piece.comparison = take { "<>=".contains($0) } }
    if let quote = current, Self.isQuote(quote) {
      at += 1
      piece.isQuoted = true
      piece.start = at
      piece.text = take { !Self.isQuote($0) }
      piece.isClosed = current != nil
      if piece.isClosed { at += 1 }
    } else {
      piece.start = at
      piece.text = take { !$0.isWhitespace && !(inField && $0 == ",") }
    }
    piece.range = start..<at
    return piece
  }
}
