/// A form of message: headings to fill in.
package struct MessageTemplate: Hashable, Sendable {
  /// Names it for machines and in settings.
  package let id: String
  package let title: String
  package let headings: [String]

  /// For one patient who needs somebody now.
  ///
  /// Source: SBAR (Situation, Background, Assessment, Recommendation).
  package static let sbar = MessageTemplate(
    id: "sbar", title: "SBAR", headings: ["Situation", "Background", "Assessment", "Recommendation"])

  /// A handoff told as a message; only an accepted handoff passes responsibility on.
  ///
  /// Source: I-PASS (Starmer et al., NEJM 2014).
  package static let iPass = MessageTemplate(
    id: "i-pass", title: "I-PASS",
    headings: [
      "Illness severity", "Patient summary", "Action list", "Situation awareness and contingency",
      "Synthesis by receiver",
    ])

  package static let all = [sbar, iPass]

  /// The text to begin with: each heading on a line of its own, with room after it.
  package var text: String { headings.map { "\($0): " }.joined(separator: "\n") }

  /// The headings that nothing was written under yet.
  package func unfilled(in text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return headings.filter { heading in
      guard let start = lines.firstIndex(where: { $0.hasPrefix("\(heading):") }) else { return true }
      let next = lines[(start + 1)...].firstIndex { line in headings.contains { line.hasPrefix("\($0):") } }
      let body = [String(lines[start].dropFirst(heading.count + 1))] + lines[(start + 1)..<(next ?? lines.count)]
      return body.allSatisfy(\.isBlank)
    }
  }
}
