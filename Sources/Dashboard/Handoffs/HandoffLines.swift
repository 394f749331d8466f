import Care
import Terminal

/// A handoff as it is read: the five parts of I-PASS, then what happened to it.
struct HandoffLines {
  let state: State
  let handoff: Handoff

  var content: [String] {
    guard let content = handoff.content else {
      return ["What was told is not on file: write down what you were told, then read it back."]
    }
    var lines = ["\(content.severity?.rawValue ?? "severity not stated")   \(content.summary)"]
    switch content.actions {
    case .notStated: lines.append("to do     not stated")
    case .none: lines.append("to do     nothing, said so")
    case .list(let actions):
      for (index, action) in actions.enumerated() {
        let owner = action.owner.isEmpty ? "" : "   \(state.naming(action.owner))"
        let due = action.due.map { "   \(state.words.full($0))" } ?? ""
        lines.append("\(index == 0 ? "to do     " : "          ")\(action.words)\(owner)\(due)")
      }
    }
    for (index, one) in content.contingencies.enumerated() {
      lines.append("\(index == 0 ? "if … then " : "          ")\(one.condition) → \(one.response)")
    }
    if content.contingencies.isEmpty { lines.append("if … then not stated") }
    return lines
  }

  func all(cells: Int) -> [Reading.Line] {
    let head = "\(state.naming(handoff.giver)) → \(state.naming(handoff.receiver))   \(handoff.state.words)"
    var lines = [Reading.Line(words: head, role: .title), Reading.Line(words: "")]
    lines += content.flatMap { Text.wrap($0, cells: cells) }.map { Reading.Line(words: $0) }
    if !handoff.question.isEmpty {
      lines += Text.wrap("asked     \(handoff.question)", cells: cells).map { Reading.Line(words: $0, role: .warning) }
    }
    if !handoff.readBack.isEmpty {
      lines += Text.wrap("read back \(handoff.readBack)", cells: cells).map { Reading.Line(words: $0, role: .good) }
    }
    let missing = handoff.missing
    if !missing.isEmpty, !handoff.state.isEnd {
      let words = "missing   \(missing.map(\.words).joined(separator: "; "))"
      lines += Text.wrap(words, cells: cells).map { Reading.Line(words: $0, role: .warning) }
    }
    lines.append(Reading.Line(words: ""))
    for event in handoff.history {
      let what =
        switch event.what {
        case .act(let act): act.done
        case .told(let status): "\(status.map { StatusWords.words($0.rawValue) } ?? "no status"), says its source"
        }
      let words = [event.at.map { state.words.full($0) } ?? "no time", what, event.by, event.reason, event.question]
      lines += Text.wrap(words.filter { !$0.isEmpty }.joined(separator: "   "), cells: cells)
        .map { Reading.Line(words: $0, role: .dim) }
    }
    return lines
  }
}
