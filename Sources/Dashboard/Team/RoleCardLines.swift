import Care

/// A member of the team as a card: what they are, whether they are there, how to reach them and what they need.
struct RoleCardLines {
  let state: State
  let member: TeamMember
  let card: RoleCard

  var all: [String] {
    var lines = [[card.role, card.place.joined(separator: ", ")].filter { !$0.isEmpty }.joined(separator: "   ")]
    lines.append([standing, state.presenceWords.full(card.presence)].joined(separator: "   "))
    if looksToo { lines.append("looks at this patient now") }
    if case .said = card.name { lines.append("not found in the directory: only the sender's words are known") }
    lines += reach + hours + onCall
    if !card.languages.isEmpty { lines.append("speaks      \(card.languages.joined(separator: ", "))") }
    if !card.skills.isEmpty { lines.append("skills      \(card.skills.joined(separator: ", "))") }
    if !card.needs.isEmpty {
      lines += ["", "needs from you"] + card.needs.map { "  \($0)" } + ["  (\(card.needsSource))"]
    }
    let findings = (state.view?.coverage ?? []).filter { $0.member == member }
    if !findings.isEmpty { lines += [""] + findings.map { $0.words(state.words) } }
    return lines
  }

  private var looksToo: Bool {
    state.workspace.directory.person(behind: member.reference).map(state.onlookers.contains) ?? false
  }

  private var standing: String {
    switch member.standing {
    case .member: "on the team"
    case .carer: "carer"
    case .seen: "not on a team; seen in an encounter of the last year"
    case .past: "no longer on the team"
    }
  }

  /// The preferred way first.
  private var reach: [String] {
    if card.contacts.isEmpty { return ["reach       no number on file"] }
    return card.contacts.enumerated().map { index, contact in
      let kind = [contact.system, contact.use].filter { !$0.isEmpty }.joined(separator: ", ")
      return "\(index == 0 ? "reach       " : "            ")\(contact.value)   \(kind)"
    }
  }

  private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]

  private var hours: [String] {
    let lines = card.hours.map { open in
      let days = open.weekdays.count == 7 ? "every day" : open.weekdays.map { Self.days[$0] }.joined(separator: " ")
      return open.isAllDay
        ? "\(days), all day" : "\(days) \(DayMinutes.words(open.start))–\(DayMinutes.words(open.end))"
    }
    let told = lines + (card.exceptions.isEmpty ? [] : [card.exceptions])
    return told.enumerated().map { "\($0 == 0 ? "hours       " : "            ")\($1)" }
  }

  /// Who is called now, the first first, and who is next.
  private var onCall: [String] {
    let now = card.onCall.now.enumerated().map { place, turn in
      "\(place == 0 ? "" : "then ")\(state.naming(turn.member)), until \(state.words.short(turn.interval.end))"
    }
    let next = card.onCall.next.map {
      "from \(state.words.short($0.interval.start)) \(state.naming($0.member))"
    }
    return (now + next).enumerated().map { "\($0 == 0 ? "on call     " : "            ")\($1)" }
  }
}

extension CoverageFinding {
  /// Whom it is about; nil for what is about a role.
  fileprivate var member: TeamMember? {
    switch self {
    case .lacks: nil
    case .ended(let member, _), .ownsNothing(let member), .silent(let member, _): member
    }
  }
}
