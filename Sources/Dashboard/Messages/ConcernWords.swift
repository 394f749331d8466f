package import Care

extension WritingConcern {
  /// After the name of whom it is about.
  package var words: String {
    switch self {
    case .noContact: "wants nobody to get in touch"
    case .refused: "may not be told: the patient refused"
    case .needsBasis(_, let hasEnded): hasEnded ? "the agreement to tell has ended" : "no ground to tell on file"
    case .agreed: "may be told: the patient agreed"
    case .prefers(let preference): preference.rawValue.prefix(1).lowercased() + preference.rawValue.dropFirst()
    case .speaks(let languages): "speaks \(languages.joined(separator: ", "))"
    case .hasLeft: "has left the team"
    }
  }

  /// Whether something has to be asked before it goes.
  package var isQuestion: Bool {
    switch self {
    case .needsBasis, .hasLeft: true
    case .noContact, .refused, .agreed, .prefers, .speaks: false
    }
  }
}

extension State {
  /// Whether a recipient is there now, and whether they will read it here.
  package func presenceWords(_ recipient: Reference) -> [String] {
    guard let member = view?.team.first(where: { $0.reference == recipient }) else { return [] }
    return member.isHere(now, zone: workspace.zone).map { [$0 ? "here now" : "not here now"] } ?? []
  }
}
