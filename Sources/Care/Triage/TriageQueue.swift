/// The items of a list as they stood when somebody began to go through them: nothing that comes later joins it.
package struct TriageQueue: Hashable, Sendable {
  /// What the list showed, in the words of whoever began ("owner:me due:today").
  package var view: String
  package var items: [TriageItem]

  package init(view: String, items: [TriageItem]) {
    self.view = view
    self.items = items
  }
}

/// One item of a queue; whose it is and which, since an item's id alone finds no chart.
package struct TriageItem: Hashable, Sendable {
  package var patient: PatientID
  package var item: LineID

  package init(patient: PatientID, item: LineID) {
    self.patient = patient
    self.item = item
  }
}

/// What was decided about one item. Raw values are part of the format on disk.
package enum Verdict: String, CaseIterable, Sendable {
  case accept, assign, refer, message, schedule, escalate, close, skip
  case waitUntil = "wait-until"
  /// Nothing was left to decide: somebody or something had settled it meanwhile.
  case settled

  /// Whether a person decided; skipping isn't deciding, and what others settled was decided by them.
  package var isDecision: Bool { self != .skip && self != .settled }
}

/// What a session came to.
package struct TriageSummary: Hashable, Sendable {
  package var cleared: Int
  package var skipped: Int
  /// Settled by others while the session ran.
  package var settled: Int
  /// Not come to.
  package var left: Int
  /// Of the decisions, in milliseconds; nil where there were none.
  package var median: Int64?
  /// Of what was decided on or skipped, how many had no owner at the end.
  package var unowned: Int

  package init(cleared: Int, skipped: Int, settled: Int, left: Int, median: Int64?, unowned: Int) {
    self.cleared = cleared
    self.skipped = skipped
    self.settled = settled
    self.left = left
    self.median = median
    self.unowned = unowned
  }
}
