/// Everything about a patient that went to somebody, newest first, as the legal account wants it.
///
/// Source: 45 CFR 164.528(a)(1): six years back, without what the paragraph leaves out; here all is listed, and what is
/// left out says on what ground.
package struct AccountedDisclosure: Hashable, Sendable {
  package var at: Instant
  package var recipient: Reference
  package var by: String
  package var basis: SharingBasis
  package var topic: String
  package var text: String
  package var takenBack: Touch?
  /// nil where it belongs into the legal account.
  package var exclusion: AccountingExclusion?
  /// Whether it is younger than six years.
  package var isInPeriod: Bool
}

/// Why a disclosure is left out of the legal account. Source: 45 CFR 164.528(a)(1)(i)–(iv).
package enum AccountingExclusion: String, CaseIterable, Sendable {
  /// For treatment, payment or operations.
  case treatment = "TPO"
  /// To the patient, or to whoever acts for the patient.
  case individual
  /// To a person involved in the care.
  case involved = "164.510"
  /// On a signed authorisation.
  case authorisation
}

extension Chart {
  /// Years that an account goes back. Source: 45 CFR 164.528(a)(1).
  package static let accountedYears = 6

  package func accounting(_ site: SiteRules, now: Instant) -> [AccountedDisclosure] {
    let start = now.adding(days: -365 * Self.accountedYears - 2)
    func account(_ told: Disclosure) -> AccountedDisclosure {
      AccountedDisclosure(
        at: told.by.at, recipient: told.recipient, by: told.by.name, basis: told.basis, topic: told.topic,
        text: told.text, takenBack: told.takenBack, exclusion: exclusion(told), isInPeriod: told.by.at >= start)
    }
    return (disclosures + referrals(site).flatMap(disclosures)).map(account).sorted {
      ($0.at, $0.topic) > ($1.at, $1.topic)
    }
  }

  /// What went with a referral. An undone send is a step of the journal and of no referral any more.
  private func disclosures(_ referral: Referral) -> [Disclosure] {
    referral.history.compactMap { event in
      guard let package = event.package, let at = event.at else { return nil }
      return Disclosure(
        line: referral.id, recipient: package.recipient, basis: package.basis, topic: "referral: \(referral.service)",
        text: package.text, by: Touch(name: event.by, at: Instant(milliseconds: at.milliseconds)))
    }
  }

  private func exclusion(_ told: Disclosure) -> AccountingExclusion? {
    if isPatient(told.recipient) { return .individual }
    let isCarer = isPatientOrCarer(told.recipient)
    switch told.basis {
    case .treatment: return .treatment
    // To somebody who acts for the patient; that they agreed to tell a body outside is no ground of its own.
    case .representative: return isCarer ? .individual : nil
    // A body outside care is nobody involved in it, and an oral agreement is no authorisation.
    case .agreed, .noObjection, .inferred, .bestInterest: return isCarer ? .involved : nil
    case .individual: return .individual
    case .authorisation: return .authorisation
    case .requiredByLaw: return nil
    }
  }
}
