extension Clock {
  /// Rules of which a site runs one at most, since they answer one question twice.
  package struct Choice: Hashable, Sendable {
    /// Ids of the clocks.
    package let among: [String]
    package let why: String
  }

  package static let choices = [
    Choice(among: ["message", "message-hours"], why: "a site counts hours or business days, never both"),
    Choice(among: ["tcm-visit-7", "tcm-visit"], why: "a visit is counted under one code, CPT 99496 or 99495"),
    Choice(
      among: ["referral-booking-internal", "referral-booking"],
      why: "a site asks its own house or another, never both"),
  ]
}
