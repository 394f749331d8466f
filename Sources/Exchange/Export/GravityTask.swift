package import Care

/// Which status of a referral's Task each side may set, where the partner follows Gravity.
///
/// Source: HL7 Gravity SDOH Clinical Care commit 6604b7a, SDOHCC Task for Referral Management.
package enum GravityTask {
  private static let setters: [TaskStatus: Set<ReferralActor>] = [
    .draft: [.initiator], .requested: [.initiator], .enteredInError: [.initiator],
    .accepted: [.recipient], .rejected: [.recipient], .inProgress: [.recipient], .onHold: [.recipient],
    .failed: [.recipient], .completed: [.recipient],
    .cancelled: [.initiator, .recipient],
    // BSeR and base FHIR have them; Gravity forbids them.
    .received: [], .ready: [],
  ]

  package static func maySet(_ status: TaskStatus, by side: ReferralActor) -> Bool {
    setters[status]?.contains(side) ?? false
  }

  /// Whether `statusReason.text` has to say why.
  package static func needsReason(_ status: TaskStatus) -> Bool {
    [.rejected, .cancelled, .onHold, .failed].contains(status)
  }
}
