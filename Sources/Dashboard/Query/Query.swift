package import Care

/// Which rows of the worklist are wanted, in one line: `owner:me due:<2d clock:tcm -state:on-hold text "two words"`.
///
/// All terms must hold; values between commas are alternatives; `-` turns a term round. Dates and lateness are as of
/// the `now` it was read with, so a query is read anew when the minute turns.
package struct Query: Hashable, Sendable {
  package typealias Fault = Misreading

  /// One condition. Any of its tests will do.
  struct Term: Hashable, Sendable {
    var isNegated = false
    var tests: [QueryTest]
  }

  /// As it was typed, to be kept and shared.
  package let text: String
  /// What can't be read, in the order of the text. A term with a fault asks nothing, so that it hides nothing.
  package let faults: [Fault]
  /// The plain words first: they are the quickest to look for.
  let terms: [Term]
  private let now: Instant

  /// - Parameter isBeingTyped: what the text ends in may be unfinished, and is then no fault yet and asks nothing.
  package init(_ text: String, now: Instant, calendar: SiteCalendar, isBeingTyped: Bool = true) {
    var reader = QueryReader(now: now, calendar: calendar, end: isBeingTyped ? text.count : nil)
    reader.read(QueryLexer.lexemes(of: text))
    self.text = text
    self.now = now
    faults = reader.faults
    terms = reader.terms.filter(\.isPlain) + reader.terms.filter { !$0.isPlain }
  }

  package func matches(_ row: some QueryRow) -> Bool {
    terms.allSatisfy { term in
      term.tests.contains { $0.holds(row, now: now) } != term.isNegated
    }
  }

  /// Asks nothing: every row is wanted.
  package var isEmpty: Bool { terms.isEmpty }

  /// The words to be found in the searched text, folded. A row without one of them isn't wanted.
  package var plainWords: [String] { terms.compactMap(\.plainWord).map { String(decoding: $0, as: UTF8.self) } }

  /// Asks for nothing but words, so searching the bytes of the rows is enough.
  package var isPlain: Bool { terms.allSatisfy(\.isPlain) }

  /// Sleeping rows are wanted too.
  package var asksForAsleep: Bool { terms.contains { !$0.isNegated && $0.tests.contains(.trait(.waiting)) } }
}

extension Query.Term {
  fileprivate var plainWord: [UInt8]? {
    guard !isNegated, tests.count == 1, case .text(let word) = tests[0] else { return nil }
    return word
  }

  fileprivate var isPlain: Bool { plainWord != nil }
}
