/// What somebody should know before a message goes to one recipient.
///
/// Source: 45 CFR 164.510(b) and 164.502(g) for carers; Rounds domain rules, "Privacy" and "Messages", for the rest.
package enum WritingConcern: Hashable, Sendable {
  /// The patient wants nobody to get in touch.
  case noContact
  /// The patient has refused that this one is told.
  case refused
  /// Nothing on file allows to tell this one, or not any more: a ground has to be given.
  case needsBasis(isCarer: Bool, hasEnded: Bool)
  /// Told on a ground that is on file.
  case agreed
  case prefers(ContactPreference)
  case speaks([String])
  /// At home people are left alone until then.
  case quiet(until: Instant)
  /// On no team of the patient any more.
  case hasLeft

  package var asksForBasis: Bool { if case .needsBasis = self { true } else { false } }

  /// Whether nothing may be sent before it is settled.
  package var forbids: Bool {
    switch self {
    case .noContact, .refused: true
    case .needsBasis, .agreed, .prefers, .speaks, .quiet, .hasLeft: false
    }
  }
}

extension Chart {
  /// What stands against writing to somebody, the gravest first. Between those who treat the patient nothing does.
  ///
  /// - Parameters:
  ///   - topic: what the message is about.
  ///   - team: the patient's roster.
  package func concerns(
    writingTo recipient: Reference, about topic: String = "", team: [TeamMember], _ directory: Directory,
    _ site: SiteRules, now: Instant
  ) -> [WritingConcern] {
    let quiet = site.quietHours?.end(at: now, in: site.zone).map { [WritingConcern.quiet(until: $0)] } ?? []
    if isPatient(recipient) { return concernsOfPatient + quiet }
    var concerns: [WritingConcern] = []
    let carer = lineID(of: recipient).flatMap { relatedPersons[$0] }
    if carer != nil || directory.isOutsideCare(recipient, isSocial: false) {
      switch consent(toShareWith: directory.lineage(recipient), about: topic, now: now, zone: site.zone) {
      case .agreed: concerns.append(.agreed)
      case .refused: concerns.append(.refused)
      case .ended: concerns.append(.needsBasis(isCarer: carer != nil, hasEnded: true))
      case .notOnFile: concerns.append(.needsBasis(isCarer: carer != nil, hasEnded: false))
      }
    }
    if let languages = carer?.value.languages.foreign { concerns.append(.speaks(languages)) }
    if carer != nil { concerns += quiet }
    let someone = directory.someone(recipient)
    let standings = team.filter { directory.someone($0.reference) == someone }.map(\.standing)
    if !standings.isEmpty, standings.allSatisfy({ $0 == .past }) { concerns.append(.hasLeft) }
    return concerns
  }

  private var concernsOfPatient: [WritingConcern] {
    var concerns: [WritingConcern] = []
    switch contactPreference {
    case .noContact: concerns.append(.noContact)
    case let preference?: concerns.append(.prefers(preference))
    case nil: break
    }
    if let languages = patient?.languages.foreign { concerns.append(.speaks(languages)) }
    return concerns
  }

  /// The ground on which a message to somebody is told, where it has to be accounted for; nil between those who treat
  /// the patient, whose messages are accounted for by themselves.
  ///
  /// - Parameter given: what whoever writes has stated.
  package func ground(
    _ concerns: [WritingConcern], for recipient: Reference, given: SharingBasis?
  ) -> SharingBasis? {
    if isPatient(recipient) { return .individual }
    for concern in concerns {
      switch concern {
      case .agreed: return .agreed
      case .needsBasis: return given
      case .noContact, .refused, .prefers, .speaks, .quiet, .hasLeft: continue
      }
    }
    return nil
  }
}

extension [String] {
  /// Languages other than the one messages are written in here; nil where that is one of them or none is on file.
  fileprivate var foreign: [String]? {
    if isEmpty || contains(where: { Folding.fold($0).hasPrefix("en") }) { return nil }
    return self
  }
}
