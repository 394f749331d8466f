/// Headings that a message can be written under.
package enum MessageTemplate {
  /// For an urgent matter of one patient. Source: SBAR, Rounds domain rules, "Handoff".
  package static let sbar = """
    Situation:
    Background:
    Assessment:
    Recommendation:

    """

  /// For telling what a handoff tells; only an accepted handoff passes responsibility on. Source: I-PASS, Rounds domain
  /// rules, "Handoff".
  package static let iPass = """
    Illness severity:
    Patient summary:
    Action list:
    Situation awareness and contingency:
    Synthesis by receiver:

    """
}
