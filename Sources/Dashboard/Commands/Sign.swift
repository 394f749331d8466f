import Care
import Terminal

/// A sign of the screen and what it means, for the list of keys.
package struct Sign: Hashable, Sendable {
  package let sign: String
  package let words: String

  package static let heading = "Signs"

  package static let all: [Sign] = {
    let glyphs = Glyphs.unicode
    let bars = "\(glyphs.bar) \(glyphs.barLight)"
    return [
      Sign(sign: glyphs.now, words: "overdue"),
      Sign(sign: glyphs.today, words: "due today; owed, in the journey; unread, in the messages"),
      Sign(sign: glyphs.later, words: "due later, or without a date"),
      Sign(sign: glyphs.woken, words: "was left alone until now, and is back"),
      Sign(
        sign: glyphs.finding, words: "a finding, urgent, or gone wrong; in the journey also: overdue, not handed off"),
      Sign(sign: glyphs.done, words: "done, saved; a handoff that was accepted"),
      Sign(sign: glyphs.present, words: "here now, in the team"),
      Sign(sign: glyphs.absent, words: "not here now"),
      Sign(sign: "?", words: "in the team: not in the directory; beside an age: not known"),
      Sign(sign: glyphs.due, words: "a booking, or a visit to come"),
      Sign(sign: glyphs.marked, words: "marked"),
      Sign(sign: glyphs.ellipsis, words: "being saved, at the left of a line; cut short, at its end"),
      Sign(sign: glyphs.cursor, words: "the line that the keys act on"),
      Sign(sign: glyphs.arrow, words: "a change of place without a handoff on file; a stay that goes on"),
      Sign(sign: bars, words: "a stay; one that is planned, or whose dates are not known exactly"),
      Sign(sign: glyphs.tick, words: "a visit"),
      Sign(sign: "2 … 9", words: "so many at once; a bar of some height where they are more"),
      Sign(sign: "\(glyphs.gapStart)─\(glyphs.gapEnd)", words: "no contact"),
      Sign(sign: "\(glyphs.cutLeft) \(glyphs.cutRight)", words: "goes on beyond the edge"),
      Sign(sign: glyphs.pointer, words: "where the line under the cursor lies in time"),
    ] + JourneyFamily.allCases.map { Sign(sign: $0.letter, words: "in the journey: \($0.words)") }
  }()

  func isFound(by query: String) -> Bool {
    if sign.split(separator: " ").contains(where: { $0 == query }) { return true }
    return query.count > 1 && Folding.fold(words).contains(Folding.fold(query))
  }
}
