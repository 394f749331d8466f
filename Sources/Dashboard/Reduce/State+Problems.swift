import Care

extension State {
  /// Tells of something that went wrong, now and in the list of problems.
  mutating func complain(_ words: String, about: String = "") {
    note(words, about: about)
    toast = Toast(words: problems.last?.text ?? words, weight: .refused, canUndo: false)
  }

  /// Keeps a problem that is told elsewhere, or need not interrupt.
  package mutating func note(_ words: String, about: String = "") {
    problems.append(Problem(at: now, about: about, words: words))
    if case .problems = overlays.last { problemsSeen = problems.count }
  }

  /// Forgets problems that are told anew; what was seen of the others stays seen.
  mutating func forgetProblems(_ isTold: (Problem) -> Bool) {
    for index in problems.indices.reversed() where isTold(problems[index]) {
      problems.remove(at: index)
      if index < problemsSeen { problemsSeen -= 1 }
      if let known = knownProblems, index < known { knownProblems = known - 1 }
    }
  }

  mutating func showProblems() {
    overlays.append(.problems(known: problemsSeen, top: 0))
    problemsSeen = problems.count
  }

  /// Problems that nobody has looked at yet.
  package var problemsUnseen: Int { problems.count - problemsSeen }
}
