/// Why something about a patient may go to somebody. Raw values are part of the format on disk.
///
/// Source: 45 CFR 164.506 (treatment), 164.508 (agreement), 164.510(b) (those involved in care), 164.502(g).
package enum SharingBasis: String, CaseIterable, Sendable {
  /// To a provider, for treatment.
  case treatment
  /// The patient agreed, and it is on file.
  case agreed
  case noObjection = "no-objection"
  case inferred
  case bestInterest = "best-interest"
  /// Somebody agreed who acts for the patient.
  case representative
  /// The patient has signed for it.
  case authorisation
  case requiredByLaw = "required-by-law"
  /// To the patient.
  case individual

  package var words: String {
    switch self {
    case .treatment: "for treatment"
    case .agreed: "the patient agreed"
    case .noObjection: "the patient was asked and did not object"
    case .inferred: "inferred from what the patient did"
    case .bestInterest: "in the patient’s best interest"
    case .representative: "a representative agreed"
    case .authorisation: "the patient signed for it"
    case .requiredByLaw: "required by law"
    case .individual: "to the patient"
    }
  }

  /// Enough for a body outside care, which takes an agreement. Source: Rounds domain rules on partners that are no
  /// covered entity.
  /// Enough for a carer. Source: 45 CFR 164.510(b), 164.502(g).
  package static let ofInvolvement: [SharingBasis] = [.agreed, .noObjection, .inferred, .bestInterest, .representative]

  package static let ofAgreement: [SharingBasis] = [.agreed, .representative, .authorisation]
}

/// What the chart says about sharing with a body outside care.
package enum SharingConsent: Hashable, Sendable {
  case agreed(LineID)
  case refused(LineID)
  /// There was an agreement, and it has ended.
  case ended(LineID)
  case notOnFile
}

extension Chart {
  /// The newest word on sharing with a recipient: one that names it, or one that names nobody and so means all.
  ///
  /// - Parameters:
  ///   - recipients: the names of the recipient and of the body it belongs to.
  ///   - topic: what is to be told; an agreement to tell about one topic says nothing of another.
  package func consent(
    toShareWith recipients: [Reference], about topic: String = "", now: Instant, zone: Zone
  ) -> SharingConsent {
    let targets = Set(recipients.compactMap(\.target))
    func names(_ consent: Consent) -> Bool {
      consent.actors.isEmpty || consent.actors.contains { $0.actor.target.map(targets.contains) ?? false }
    }
    func isAbout(_ consent: Consent) -> Bool {
      consent.topic.map { Folding.fold($0) == Folding.fold(topic) } ?? true
    }
    let spoken = consents.items.filter { $0.value.isOnSharing && names($0.value) && isAbout($0.value) }
      .sorted { ($0.value.recorded?.milliseconds ?? .min) < ($1.value.recorded?.milliseconds ?? .min) }
    func holds(_ consent: Consent) -> Bool {
      (consent.period.start.map { $0.start(in: zone) <= now } ?? true)
        && (consent.period.end.map { $0.end(in: zone) > now } ?? true)
    }
    guard let last = spoken.last(where: { holds($0.value) }) else {
      return spoken.last.map { $0.value.provision == "deny" ? .notOnFile : .ended($0.id) } ?? .notOnFile
    }
    return last.value.provision == "deny" || last.value.status == .rejected ? .refused(last.id) : .agreed(last.id)
  }
}

extension Consent {
  /// Source: HL7 consentscope: an agreement to research, treatment or an advance directive says nothing about sharing.
  fileprivate var isOnSharing: Bool {
    guard status == .active || status == .rejected else { return false }
    return !["research", "treatment", "adr"].contains { scope.has(code: $0) }
  }

  private static let topics = "urn:rounds:consent-topic"

  /// What alone may be told by it; nil where it is about whatever has to be.
  package var topic: String? {
    categories.lazy.flatMap(\.codings).first { $0.system == Self.topics }?.display
  }

  /// An agreement that somebody has just given, to sharing with one recipient.
  ///
  /// - Parameter topic: what alone may be told; nil for what a referral needs.
  package static func toShare(
    with recipient: Reference, about topic: String? = nil, basis: SharingBasis, recordedBy: Reference, at now: Instant,
    until end: Moment?
  ) -> Consent {
    var consent = Consent()
    consent.status = .active
    consent.scope = Concept(
      text: "Privacy",
      codings: [Coding(system: "http://terminology.hl7.org/CodeSystem/consentscope", code: "patient-privacy")])
    consent.categories = [
      topic.map {
        Concept(
          text: "telling about \($0), \(basis.words)",
          codings: [Coding(system: topics, code: "topic", display: $0)])
      } ?? Concept(text: "sharing for a referral, \(basis.words)")
    ]
    consent.recorded = Moment(now)
    consent.performers = [recordedBy]
    consent.provision = "permit"
    consent.period = Period(start: Moment(now), end: end)
    var actor = Participant()
    actor.roles = [Concept(text: "recipient")]
    actor.actor = recipient
    consent.actors = [actor]
    return consent
  }
}
