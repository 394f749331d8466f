extension TextArea {
  /// What was done to the text, so that it can be undone and done again.
  struct History: Hashable, Sendable {
    /// What may join the step before it.
    enum Kind: Hashable, Sendable {
      case typing, backspacing, deleting
      /// Never joins.
      case whole
    }

    struct Step: Hashable, Sendable {
      var place: Int
      var removed: String
      var inserted: String
      let before: Int
      var after: Int
    }

    static let most = 200

    private var done: [Step] = []
    private var undone: [Step] = []
    /// What the last step was, as long as more of it joins it.
    private var open: Kind?

    mutating func close() { open = nil }

    mutating func add(_ step: Step, as kind: Kind) {
      undone.removeAll()
      if let last = done.last, kind == open, let both = History.joined(last, step, kind) {
        done[done.count - 1] = both
      } else {
        done.append(step)
        if done.count > History.most { done.removeFirst() }
      }
      open = kind
    }

    mutating func undo() -> Step? {
      close()
      guard let step = done.popLast() else { return nil }
      undone.append(step)
      return step
    }

    mutating func redo() -> Step? {
      close()
      guard let step = undone.popLast() else { return nil }
      done.append(step)
      return step
    }

    private static func joined(_ first: Step, _ second: Step, _ kind: Kind) -> Step? {
      var both = first
      both.after = second.after
      switch kind {
      case .typing:
        guard second.place == first.place + first.inserted.utf8.count,
          goesOn(from: first.inserted.last, to: second.inserted.first)
        else { return nil }
        both.inserted += second.inserted
      case .backspacing:
        guard second.place + second.removed.utf8.count == first.place,
          goesOn(from: first.removed.first, to: second.removed.last)
        else { return nil }
        both.place = second.place
        both.removed = second.removed + first.removed
      case .deleting:
        guard second.place == first.place, goesOn(from: first.removed.last, to: second.removed.first) else {
          return nil
        }
        both.removed += second.removed
      case .whole: return nil
      }
      return both
    }

    /// A step is a word with the spaces that end it, within a line.
    private static func goesOn(from last: Character?, to next: Character?) -> Bool {
      guard let last, let next, last != "\n", next != "\n" else { return false }
      return !last.isWhitespace || next.isWhitespace
    }
  }

  /// Takes the last step back; false where there is none.
  @discardableResult
  package mutating func undo() -> Bool {
    guard let step = history.undo() else { return false }
    replace(step.place, step.inserted, with: step.removed)
    move(to: step.before)
    return true
  }

  /// Does again what was undone last; false where nothing was, or something else was done since.
  @discardableResult
  package mutating func redo() -> Bool {
    guard let step = history.redo() else { return false }
    replace(step.place, step.removed, with: step.inserted)
    move(to: step.after)
    return true
  }

  /// The one way that text is changed, with the cursor behind what was inserted.
  mutating func change(_ range: Range<Int>, to inserted: String, as kind: History.Kind) {
    goal = nil
    clings = false
    guard !range.isEmpty || !inserted.isEmpty else { return }
    let removed = String(scalars(range))
    let before = cursor
    replace(range.lowerBound, removed, with: inserted)
    cursor = range.lowerBound + inserted.utf8.count
    // A mark joins the letter before it, and then the cursor is behind both.
    if isInsideCharacter(cursor) { cursor = offset(after: cursor) }
    history.add(
      History.Step(place: range.lowerBound, removed: removed, inserted: inserted, before: before, after: cursor),
      as: kind)
  }

  private mutating func replace(_ place: Int, _ old: String, with new: String) {
    text.replaceSubrange(index(place)..<index(place + old.utf8.count), with: new)
    length += new.unicodeScalars.count - old.unicodeScalars.count
  }
}
