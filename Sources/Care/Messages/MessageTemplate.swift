/// Headings that a message can be written under.
package enum MessageTemplate {
  /// For an urgent matter of one patient. Source: SBAR, Rounds domain rules, "Handoff".
  package static let sbar = """
    Situation:
    Background:
    Assessment:
    Recommendation:

    """
}
