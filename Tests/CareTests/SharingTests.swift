import TestSupport
import Testing

@testable import Care

private let now = instant("2026-11-21")
private let shelter = Reference(target: origin(40), display: "Harbour House")

private func consent(
  _ provision: String = "permit", recorded: String = "2026-11-01", until end: String? = nil,
  naming: Reference? = shelter,
  scope: String = "patient-privacy", status: ConsentStatus = .active
) -> Resource {
  .consent(
    made(Consent()) {
      ($0.status, $0.provision, $0.recorded) = (status, provision, day(recorded))
      $0.scope = Concept(codings: [Coding(code: scope)])
      $0.period.end = end.map { day($0) }
      $0.actors = naming.map { name in [made(Participant()) { $0.actor = name }] } ?? []
    })
}

private func answer(_ consents: [Resource]) -> SharingConsent {
  Chart(consents.enumerated().map { (UInt64($0 + 1), $1) })
    .consent(toShareWith: [shelter], now: now, zone: .utc)
}

@Suite struct SharingConsentTests {
  @Test func `the newest word counts, whether yes or no`() {
    #expect(answer([]) == .notOnFile)
    #expect(answer([consent()]) == .agreed(line(1)))
    #expect(answer([consent(), consent("deny", recorded: "2026-11-02")]) == .refused(line(2)))
    #expect(answer([consent(recorded: "2026-11-03"), consent("deny", recorded: "2026-11-02")]) == .agreed(line(1)))
    #expect(answer([consent(status: .rejected)]) == .refused(line(1)))
  }

  @Test func `an agreement that has ended is told from one that never was`() {
    #expect(answer([consent(until: "2026-11-19")]) == .ended(line(1)))
    #expect(answer([consent(until: "2026-11-21")]) == .agreed(line(1)), "it holds on its last day")
  }

  @Test func `one that names nobody is for all, and one that names another for that one`() {
    #expect(answer([consent(naming: nil)]) == .agreed(line(1)))
    #expect(answer([consent(naming: Reference(target: origin(41)))]) == .notOnFile)
  }

  @Test(arguments: ["research", "treatment", "adr"])
  func `an agreement to something else says nothing about sharing`(scope: String) {
    #expect(answer([consent(scope: scope)]) == .notOnFile)
  }

  @Test(arguments: [ConsentStatus.draft, .proposed, .inactive, .enteredInError])
  func `nor does one that isn't in force`(status: ConsentStatus) {
    #expect(answer([consent(status: status)]) == .notOnFile)
  }

  @Test func `what somebody agrees to now is on file, for that body and no other`() {
    let given = Consent.toShare(
      with: shelter, basis: .agreed, recordedBy: Reference(display: "Khan, Ana"), at: now, until: nil)
    let chart = Chart([(1, .consent(given))])
    #expect(chart.consent(toShareWith: [shelter], now: now, zone: .utc) == .agreed(line(1)))
    #expect(chart.consent(toShareWith: [Reference(target: origin(41))], now: now, zone: .utc) == .notOnFile)
  }
}

@Suite struct ReferralPackageTests {
  private let request = made(ServiceRequest()) {
    $0.code = Concept(text: "Emergency housing")
    $0.reasons = [Concept(text: "rent arrears")]
  }
  private let bo = Resource.patient(
    made(Patient()) {
      $0.names = [HumanName(family: "Rossi", given: ["Bo"])]
      $0.identifiers = [Identifier(system: "urn:mrn", value: "M-4711", type: "MR")]
      $0.birthDate = day("1950-06-01")
      $0.gender = .female
      $0.telecom = [ContactPoint(system: "phone", value: "555-0101", use: "mobile")]
    })
  private let clinical: [Resource] = [
    .allergyIntolerance(made(AllergyIntolerance()) { $0.code = Concept(text: "penicillin") }),
    .condition(
      made(Condition()) {
        $0.clinical = .active
        $0.code = Concept(text: "heart failure")
      }),
    .medicationRequest(
      made(MedicationRequest()) {
        $0.status = .active
        $0.medication = Concept(text: "furosemide")
      }),
  ]

  private func package(_ audience: ReferralAudience, _ resources: [Resource]) -> ReferralPackage {
    Chart(([bo] + resources).enumerated().map { (UInt64($0 + 1), $1) })
      .package(
        for: request, id: line(50), to: shelter, from: Reference(display: "Dr Reyes"), as: audience,
        basis: .agreed, machine: .detailed, naming: \.display)
  }

  @Test func `a body outside care learns who to reach and what for, and no more`() {
    let package = package(.outside, clinical)
    for told in ["Rossi, Bo", "555-0101", "Emergency housing", "rent arrears", "Harbour House", "Dr Reyes"] {
      #expect(package.text.contains(told), "\(told)")
    }
    for kept in ["M-4711", "1950", "female", "penicillin", "heart failure", "furosemide", "Allergies", "Problems"] {
      #expect(!package.text.contains(kept), "\(kept)")
    }
    #expect(package.lines == [line(50), line(1)])
  }

  @Test func `who treats the patient learns what the chart says`() {
    let package = package(.care, clinical)
    for told in ["M-4711", "1950-06-01", "female", "penicillin", "heart failure", "furosemide"] {
      #expect(package.text.contains(told), "\(told)")
    }
    #expect(Set(package.lines) == Set([50, 1, 2, 3, 4].map { line($0) }))
  }

  @Test func `not asked, none known and listed are three things`() {
    func allergy(_ words: String, _ code: String = "") -> Resource {
      .allergyIntolerance(
        made(AllergyIntolerance()) {
          $0.code = Concept(text: words, codings: code.isEmpty ? [] : [Coding(code: code)])
        })
    }
    #expect(package(.care, []).text.contains("Allergies: not asked\n"))
    #expect(package(.care, [allergy("none", "716186003")]).text.contains("Allergies: none known\n"))
    #expect(
      package(.care, [allergy("no food allergy", "429625007")]).text
        .contains("Allergies: no food allergy; others not asked\n"))
    #expect(
      package(.care, [allergy("none", "716186003"), allergy("penicillin")]).text
        .contains("Allergies: sources disagree: one says none, another says penicillin\n"))
    #expect(package(.care, []).text.contains("Problems: none on file\n"))
  }

  @Test func `a package carries why it may go, and by which machine it goes on`() {
    let package = package(.outside, [])
    #expect(package.basis == .agreed && package.machine == .detailed && package.recipient == shelter)
    #expect(SharingBasis.ofAgreement == [.agreed, .representative, .authorisation])
  }
}
