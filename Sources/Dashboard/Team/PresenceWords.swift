package import Care

/// Whether somebody is there, as the screen says it.
package struct PresenceWords {
  private let words: TimeWords
  private let naming: (Reference) -> String

  package init(_ words: TimeWords, naming: @escaping (Reference) -> String) {
    self.words = words
    self.naming = naming
  }

  /// "here now, until 17:00", "not here until Mon 07:00", "absent until 30 Nov, deputy Okoro, Ada".
  package func full(_ presence: Presence) -> String {
    switch presence {
    case .here(let until): "here now" + (until.map { ", until \(words.short($0))" } ?? "")
    case .away(let until): until.map { "not here until \(words.short($0))" } ?? "not here now"
    case .absent(let until, let deputy):
      "absent until \(words.short(until))" + (deputy.isEmpty ? "" : ", deputy \(naming(deputy))")
    case .unknown: "hours not known"
    }
  }

  /// The end of a row: when somebody who isn't here is there again; empty for who is, or where nothing is known.
  package func next(_ presence: Presence) -> String {
    switch presence {
    case .here, .unknown: ""
    case .away(let until): until.map { words.shorter($0) } ?? ""
    case .absent(let until, _): "off, \(words.shorter(until))"
    }
  }
}

extension State {
  package func presence(of member: TeamMember) -> Presence {
    workspace.directory.presence(of: member.reference, now: now, zone: workspace.zone)
  }

  package var presenceWords: PresenceWords { PresenceWords(words) { naming($0) } }

  /// Whether a recipient is there now, and who stands in.
  package func presenceWords(_ recipient: Reference) -> [String] {
    switch workspace.directory.presence(of: recipient, now: now, zone: workspace.zone) {
    case .unknown: []
    case let presence: [presenceWords.full(presence)]
    }
  }
}

extension CoverageFinding {
  /// What the team is short of, after a sign.
  package func words(_ words: TimeWords) -> String {
    switch self {
    case .lacks(let role, _): "missing: \(role.words)"
    case .ended(let member, let at): "\(member.name.words) left\(at.map { " \(words.short($0))" } ?? "")"
    case .ownsNothing(let member): "\(member.name.words) owns nothing open"
    case .silent(let member, let since):
      since.map { "\(member.name.words) silent since \(words.short($0))" } ?? "\(member.name.words) never heard of"
    }
  }

  /// Why, where that isn't in the words.
  package var because: String { if case .lacks(_, let because) = self { because } else { "" } }

  /// Whether it is shown beside the team; that somebody owns nothing is for who looks for it.
  package var isPressing: Bool { if case .ownsNothing = self { false } else { true } }
}
