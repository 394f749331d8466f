package import Care

extension WritingConcern {
  /// After the name of whom it is about.
  package func words(_ words: TimeWords) -> String {
    switch self {
    case .noContact: "wants nobody to get in touch"
    case .refused: "may not be told: the patient refused"
    case .needsBasis(_, let hasEnded): hasEnded ? "the agreement to tell has ended" : "no ground to tell on file"
    case .agreed: "may be told: the patient agreed"
    case .prefers(let preference): preference.rawValue.prefix(1).lowercased() + preference.rawValue.dropFirst()
    case .speaks(let languages): "speaks \(languages.joined(separator: ", "))"
    case .quiet(let until): "quiet hours until \(words.short(until))"
    case .hasLeft: "has left the team"
    }
  }

  /// Whether something has to be thought of before it goes.
  package var isQuestion: Bool {
    switch self {
    case .needsBasis, .quiet, .hasLeft: true
    case .noContact, .refused, .agreed, .prefers, .speaks: false
    }
  }
}
