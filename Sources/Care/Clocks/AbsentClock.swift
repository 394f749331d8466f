/// A published rule that no chart can start or stop, and why. It is told with the others, and can't be switched on.
package struct AbsentClock: Hashable, Sendable {
  package let id: String
  package let title: String
  /// What would start it.
  package let start: String
  package let target: String
  package let source: String
  package let version: String
  package let why: String

  fileprivate init(
    _ id: String, _ title: String, from start: String, _ target: String, source: String, version: String, why: String
  ) {
    self.id = id
    self.title = title
    self.start = start
    self.target = target
    self.source = source
    self.version = version
    self.why = why
  }
}

extension Clock {
  package static let absent = [
    AbsentClock(
      "trc-notification", "Notification of the admission", from: "an admission", "2 days", source: "HEDIS TRC",
      version: "MY2025", why: "a chart that knows of the admission has been told of it"),
    AbsentClock(
      "referral-report", "Report on the first referral of the year", from: "a referral up to 31 Oct",
      "by the end of the year", source: "CMS50", version: "CRLReceiptofSpecialistReportFHIR 0.3.000",
      why: "it counts first referrals over all patients of a practice"),
    AbsentClock(
      "message-undelivered", "Send it another way", from: "a message sent", "5 minutes", source: "TigerConnect",
      version: "sitemap/certifications", why: "FHIR says when a message was sent, not that it did not arrive"),
    AbsentClock(
      "queue-wait", "Call the patient in", from: "arrival", "as the site sets it, 120 minutes for one",
      source: "OpenMRS", version: "esm-service-queues, waitTimeThresholds",
      why: "imported visits tell when they began, not how long somebody waited"),
    AbsentClock(
      "news2-recheck", "Measure vital signs again", from: "a set of vital signs",
      "12 hours to continuous, by the score", source: "RCP NEWS2", version: "2017",
      why: "what is measured on a ward is on file when it is over"),
    AbsentClock(
      "ed-stale", "Close the ED visit", from: "the last event of the visit", "48 hours", source: "Bamboo",
      version: "PatientPing glossary, article 411", why: "an import has no feed of events to fall silent"),
    AbsentClock(
      "break-glass", "Access ends", from: "the grant", "3 hours", source: "DHIS2", version: "tracker, break the glass",
      why: "nobody is granted access here"),
    AbsentClock(
      "partner-poll", "Ask the partner’s server", from: "the last check", "1 business day", source: "Gravity",
      version: "SDOH Clinical Care 2.x", why: "no partner’s server is asked"),
    AbsentClock(
      "ccm-minutes", "Minutes of chronic care", from: "the first of the month", "20 or 60 minutes a month",
      source: "CMS CCM", version: "CPT 99490, 99487", why: "minutes are not on file"),
    AbsentClock(
      "interest-declaration", "Declaration of interests, review of partners", from: "the last one",
      "as the site sets it", source: "The site", version: "none published", why: "it concerns members, not patients"),
    AbsentClock(
      "disclosure-accounting", "Answer with the disclosures", from: "the patient’s request",
      "60 days, and 30 once", source: "45 CFR 164.528", version: "unconfirmed", why: "such requests are not on file"),
  ]
}
