/// A request that another party take part in the care, from the draft to the closed loop: one id all the way, that of
/// its ServiceRequest.
///
/// It follows from the chart: from what was recorded here step by step, and from the tasks, appointments, reports and
/// documents that sources filed about it.
package struct Referral: Hashable, Sendable {
  package let id: LineID
  package let request: ServiceRequest
  package internal(set) var state = ReferralState.draft
  package internal(set) var machine = ReferralMachine.detailed
  /// When it came to be in this state; nil where no source says.
  package internal(set) var since: Moment?
  package internal(set) var sent: Moment?
  /// The time it is booked for.
  package internal(set) var appointment: Moment?
  package internal(set) var hold: ReferralHold?
  package internal(set) var result: ReferralResult?
  /// The report, document or other line that brought the outcome.
  package internal(set) var report: LineID?
  package internal(set) var isAcknowledged = false
  /// Whether it is over for the initiator: acknowledged, closed with a reason, asked of somebody else, or closed at its
  /// source.
  package internal(set) var isClosed = false
  /// The referral that took its place.
  package internal(set) var replacedBy: LineID?
  /// The tasks and appointments that follow it, which are owed through it and not beside it.
  package internal(set) var lines: Set<LineID> = []
  /// Oldest first.
  package internal(set) var history: [ReferralEvent] = []
  /// What sources say of it that does not fit the rest, as they say it, and why it does not.
  package internal(set) var misfits: [String] = []
  /// Whether anything was recorded here, step by step.
  package internal(set) var isKeptHere = false

  init(id: LineID, request: ServiceRequest) {
    self.id = id
    self.request = request
  }

  package var service: String { request.code.label.isEmpty ? "Service request" : request.code.label }

  /// What the loop is known by all the way, whoever it is asked of: that of its source, or else its own id.
  package var number: Identifier { Self.number(of: request, id) }

  static func number(of request: ServiceRequest, _ id: LineID) -> Identifier {
    if !request.requisition.value.isEmpty { return request.requisition }
    return request.identifiers.first { !$0.value.isEmpty }
      ?? Identifier(system: numbers, value: "urn:uuid:\(id)")
  }

  /// Source: RFC 4122 names, as FHIR R4 Identifier.system has them.
  private static let numbers = "urn:ietf:rfc:3986"

  package var recipient: Reference { request.performers.first ?? Reference() }

  package var initiator: Reference { request.requester }

  /// What was sent last, as it was.
  package var package: ReferralPackage? { history.last { $0.package != nil }?.package }

  /// For a need of daily life, and so likely to a body outside care. Source: Gravity SDOH Clinical Care, categories.
  package var isSocial: Bool { request.isSocial }
}

/// What a referral on hold waits for.
package struct ReferralHold: Hashable, Sendable {
  package var since: Moment?
  package var reason: String
  /// Who has to act before it goes on; empty is the recipient.
  package var waitsFor: Reference

  package init(since: Moment?, reason: String, waitsFor: Reference = Reference()) {
    self.since = since
    self.reason = reason
    self.waitsFor = waitsFor
  }
}

/// One thing that happened to a referral.
package struct ReferralEvent: Hashable, Sendable {
  package enum What: Hashable, Sendable {
    /// Recorded here.
    case act(ReferralAct)
    /// A source's line says so: of which type.
    case told(ResourceKind)
    /// Closed here, or opened again, by whatever words.
    case closed(Outcome)
  }

  package var what: What
  package var at: Moment?
  /// Who recorded it; empty for what a source says.
  package var by: String
  package var from: ReferralState
  package var to: ReferralState
  package var reason: String
  package var appointment: Moment?
  package var result: ReferralResult?
  package var package: ReferralPackage?
  /// The line of the chart that tells of it.
  package var line: LineID?

  init(
    _ what: What, at: Moment?, by: String = "", from: ReferralState, to: ReferralState, reason: String = "",
    line: LineID? = nil
  ) {
    self.what = what
    self.at = at
    self.by = by
    self.from = from
    self.to = to
    self.reason = reason
    self.line = line
  }
}

extension Referral {
  /// Whether an acknowledged outcome, or the source that asked, has closed the loop.
  package var isLoopClosed: Bool { state == .completed && isClosed }

  package enum Interval: String, CaseIterable, Sendable {
    /// From sent to accepted or declined.
    case answer
    case schedule
    case report
  }

  /// Whole days that a step took, counted from when it was sent; nil where it has not come or no source says when.
  package func days(to interval: Interval) -> Int? {
    guard let sent else { return nil }
    let event = history.first { event in
      switch interval {
      case .answer: event.from == .created && event.to != .created && event.to != .cancelRequested
      case .schedule: event.to == .scheduled || (event.to == .inProgress && event.from == .accepted)
      case .report: event.to == .completed
      }
    }
    guard let at = event?.at, at.milliseconds >= sent.milliseconds else { return event?.at == nil ? nil : 0 }
    return Int((at.milliseconds - sent.milliseconds) / 86_400_000)
  }

  /// Whether the recipient took it on; nil until there is an answer.
  package var isTakenOn: Bool? {
    guard
      let answer = history.first(where: {
        $0.from == .created && $0.to != .created && $0.to != .cancelRequested
      })
    else { return nil }
    return switch answer.to {
    case .declined: false
    case .cancelled: nil
    default: true
    }
  }

  package var noShows: Int { history.count { $0.to == .noShow && $0.from != .noShow } }
}

extension ServiceRequest {
  /// Source: Gravity SDOH Clinical Care, ServiceRequest.category.
  package var isSocial: Bool {
    categories.contains { category in
      SocialNeed.allCases.contains { $0.isNamed(in: [category]) }
        || category.codings.contains { Condition.socialCategories.contains($0.code) }
    }
  }
}
