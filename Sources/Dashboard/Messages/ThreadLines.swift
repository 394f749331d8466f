import Care
import Terminal

/// A thread as it is read in full: who wrote what to whom and when, and how far it has come with each.
struct ThreadLines {
  let state: State
  let thread: MessageThread
  let cells: Int

  var all: [Reading.Line] {
    thread.messages.flatMap(lines) + advice
  }

  private var advice: [Reading.Line] {
    guard ChannelFit.wantsVoice(thread) else { return [] }
    let words = "\(Glyphs.unicode.finding) Many short turns: would a call or a meeting settle it sooner?"
    return [Reading.Line(words: "")] + wrapped(words, .warning)
  }

  private func lines(_ line: Line<Communication>) -> [Reading.Line] {
    let message = line.value
    let sender = state.naming(message.sender)
    let when = message.time.map { state.words.full($0) } ?? "time not stated"
    var head = "\(sender.isEmpty ? "sender not stated" : sender)   \(when)"
    if message.isUrgent { head += "   \(Glyphs.unicode.finding) urgent" }
    if message.needsAcknowledgement { head += "   needs acknowledgement" }
    var lines = [Reading.Line(words: ""), Reading.Line(words: head, role: .title)]
    let standings = standings(of: line)
    if standings.isEmpty {
      let recipients = message.recipients.map(state.naming).filter { !$0.isEmpty }
      if !recipients.isEmpty { lines += wrapped("to \(recipients.joined(separator: ", "))", .dim) }
    }
    let about = message.about.map { $0.display }.filter { !$0.isEmpty && $0 != thread.subject }
    if !about.isEmpty { lines += wrapped("about \(about.joined(separator: ", "))", .dim) }
    if message.payload.isEmpty { lines.append(Reading.Line(words: "no text came with this message", role: .dim)) }
    for text in message.payload.flatMap({ $0.split(separator: "\n", omittingEmptySubsequences: false) }) {
      lines += text.isEmpty ? [Reading.Line(words: "")] : wrapped(String(text), .overlay)
    }
    return lines + standings
  }

  /// Of a message written here: each recipient, and the last that is known of it.
  private func standings(of line: Line<Communication>) -> [Reading.Line] {
    guard let chart = state.view?.chart, chart.isAwaiting(line) else { return [] }
    let standings = chart.standings(of: line, in: thread)
    let edge = min(28, standings.map { Text.width(state.naming($0.recipient)) }.max() ?? 0)
    let passed = chart.handlingOfAnswer(to: line.id).map(passedOn) ?? []
    return standings.map { standing in
      let name = Text.padded(state.naming(standing.recipient), to: edge)
      let isOpen = chart.awaited(line, in: thread).contains { $0.recipient == standing.recipient }
      return Reading.Line(words: "  \(name)  \(words(standing, line.value, line.id))", role: isOpen ? .dim : .good)
    } + passed.flatMap(indented)
  }

  /// A line of its own below the recipients, its further lines under its first word.
  private func indented(_ words: String) -> [Reading.Line] {
    Text.wrap(words, cells: max(1, cells - 4)).enumerated().map { place, line in
      Reading.Line(words: (place == 0 ? "  \(Glyphs.unicode.arrow) " : "    ") + line, role: .warning)
    }
  }

  /// To whom the answer was passed on, and why.
  private func passedOn(_ handling: Handling) -> [String] {
    let owner = handling.owner.map(state.naming) ?? ""
    return (owner.isEmpty || !handling.escalations.isEmpty ? [] : ["now with \(owner)"]) + state.history(of: handling)
  }

  private func words(_ standing: RecipientStanding, _ value: Communication, _ message: LineID) -> String {
    func at(_ touch: Touch) -> String {
      let time = state.words.recent(Moment(touch.at))
      return state.naming(standing.recipient) == touch.name ? time : "\(time) by \(touch.name)"
    }
    if let answered = standing.answered {
      return "answered \(state.words.recent(answered))" + (standing.answerer.map { " by \($0)" } ?? "")
    }
    if let touch = standing.acknowledged { return "acknowledged \(at(touch))" }
    let rest = value.needsAcknowledgement ? "; not acknowledged" : ""
    if let touch = standing.read { return "read \(at(touch))\(rest)" }
    if let touch = standing.delivered { return "delivered \(at(touch)); not read" }
    if let chart = state.view?.chart, chart.isPatientOrCarer(standing.recipient) {
      let told = chart.disclosures.last {
        $0.line == message && $0.recipient == standing.recipient && $0.takenBack == nil
      }
      let ground = told.map { $0.basis == .individual ? "" : "; ground: \($0.basis.words)" } ?? ""
      return "on file; not sent from here\(ground)"
    }
    return "sent; on no screen of theirs yet"
  }

  private func wrapped(_ text: String, _ role: Role) -> [Reading.Line] {
    Text.wrap(text, cells: cells).map { Reading.Line(words: $0, role: role) }
  }
}
