import TestSupport
import Testing

@testable import Care

private let snomed = "http://snomed.info/sct"
private let nucc = "http://nucc.org/provider-taxonomy"

@Suite struct ProfessionTests {
  @Test(arguments: [
    ("Physician", Profession.doctor), ("cardiologist", .doctor), ("GP", .doctor), ("PCP", .doctor),
    ("Ana Khan, MD", .doctor), ("hospitalist", .doctor), ("emergency physician", .doctor), ("Psychiatrist", .doctor),
    ("Pédiatrician", .doctor), ("RN", .nurse), ("nurse, 4B", .nurse), ("Nurse Practitioner", .nurse),
    ("cardiology nurse", .nurse), ("psychiatric nurse", .nurse), ("nurse case manager", .caseManager),
    ("care manager", .caseManager), ("care coordinator", .coordinator), ("nurse navigator", .coordinator),
    ("midwife", .midwife), ("clinical pharmacist", .pharmacist), ("pharmacy technician", .other),
    ("physical therapist", .physiotherapist), ("Physiotherapist", .physiotherapist), ("PT", .physiotherapist),
    ("OT", .occupationalTherapist), ("speech-language pathologist", .speechTherapist),
    ("respiratory therapist", .respiratoryTherapist), ("clinical psychologist", .psychologist),
    ("dietician", .dietitian), ("Registered Dietitian", .dietitian), ("LCSW", .socialWorker),
    ("medical social worker", .socialWorker), ("community health worker", .communityWorker),
    ("medical secretary", .administrative), ("administrative staff", .administrative),
    ("billing specialist", .administrative), ("caregiver", .carer), ("chaplain", .other),
    ("medical director", .doctor), ("radiology technologist", .other), ("support", .other),
  ])
  func `a role's words tell a profession`(words: String, profession: Profession) {
    #expect(Profession(words: words) == profession)
  }

  @Test(arguments: ["", "  ", "Healthcare professional", "Practitioner", "Provider", "…"])
  func `words that say nothing tell none`(words: String) {
    #expect(Profession(words: words) == nil)
    #expect(Profession(Concept(text: words)) == nil)
  }

  @Test(arguments: [
    (snomed, "224535009", Profession.nurse), (snomed, "46255001", .pharmacist), (snomed, "768832004", .caseManager),
    (snomed, "453231000124104", .doctor), (snomed, "106328005", .socialWorker),
    (snomed, "80546007", .occupationalTherapist),
    (snomed, "159026005", .speechTherapist), (nucc, "207RC0000X", .doctor), (nucc, "163W00000X", .nurse),
    (nucc, "163WC0400X", .caseManager), (nucc, "171M00000X", .caseManager), (nucc, "172V00000X", .communityWorker),
    (nucc, "225X00000X", .occupationalTherapist), (nucc, "2251X0800X", .physiotherapist),
    (nucc, "367A00000X", .midwife),
    ("http://terminology.hl7.org/CodeSystem/practitioner-role", "doctor", .doctor),
  ])
  func `a code tells a profession, whatever the words`(system: String, code: String, profession: Profession) {
    #expect(Profession(Concept(text: "lead", codings: [Coding(system: system, code: code)])) == profession)
  }

  @Test func `a code that says nothing leaves it to the words, and words that say nothing to the code's name`() {
    let general = Coding(system: snomed, code: "223366009", display: "Healthcare professional (occupation)")
    #expect(Profession(Concept(codings: [general])) == nil)
    #expect(Profession(Concept(text: "dietitian", codings: [general])) == .dietitian)
    #expect(Profession(Concept(text: "4B", codings: [Coding(code: "x", display: "Ward nurse")])) == .nurse)
  }

  @Test func `every profession is known by its own name`() {
    for profession in Profession.allCases where profession != .other {
      #expect(Profession(words: profession.words) == profession)
      #expect(Profession.named(profession.words) == profession)
    }
    #expect(Profession.named("cardiologist") == nil, "a cardiologist is a doctor, and not every doctor is one")
    #expect(Profession.named("Physician") == .doctor)
  }

  @Test func `a member is what the team says, else what the directory does`() {
    var staff = Staff()
    let post = staff.post(1, "Ana", "cardiologist")
    let unsaid = staff.post(2, "Bo", "Practitioner")
    staff.add(2, .practitioner(made(Practitioner()) { $0.qualifications = [Concept(text: "PharmD")] }))
    #expect(staff.directory.professions(of: post) == [.doctor])
    #expect(staff.directory.professions(of: person(1)) == [.doctor], "a person is what their post is")
    #expect(staff.directory.professions(of: unsaid) == [.pharmacist])
    let home = staff.house(9, "Elm Nursing Home")
    #expect(staff.directory.professions(of: home).isEmpty)
    let shop = staff.house(8, "Corner Pharmacy")
    #expect(staff.directory.professions(of: shop) == [.pharmacist])
    let team = Chart([
      (
        1,
        .careTeam(
          made(CareTeam()) {
            $0.status = .active
            $0.participants = [("case manager", post), ("", unsaid), ("mystery", Reference(display: "Cy"))].map {
              said in
              made(Participant()) {
                $0.roles = said.0.isEmpty ? [] : [Concept(text: said.0)]
                $0.actor = said.1
              }
            }
          })
      )
    ]).team(staff.directory, now: instant("2026-11-20"), zone: .utc)
    #expect(team.map(\.professions) == [[.caseManager], [.pharmacist], [.other]])
  }
}

@Suite struct RouteTests {
  @Test(arguments: [
    ("How should the inhaler be taken?", "medication use"), ("Tablets run out on Friday", "medication use"),
    ("Potassium 5.9", "laboratory result"), ("Lab results are back", "laboratory result"),
    ("She needs a ride to dialysis", "transport"), ("Eviction notice came", "housing"),
    ("prior authorization refused", "billing and insurance"), ("two falls since Sunday", "rehabilitation"),
    ("more short of breath than yesterday", "worsening symptoms"), ("Food bank closed, no salt-free food", "food"),
    ("medication reconciliation before discharge", "medication use"), ("Diet", "diet"),
  ])
  func `a text is about the topic of the longest phrase in it`(text: String, topic: String) {
    #expect(Route.recognized(in: text, among: Route.standard)?.topic == topic)
  }

  @Test(arguments: ["", "hello", "labour ward", "collaboration", "brent", "doses"])
  func `parts of words are no words`(text: String) {
    #expect(Route.recognized(in: text, among: Route.standard)?.topic == (text == "doses" ? "medication use" : nil))
  }

  @Test func `the pharmacist is asked before the doctor, and about results the nurse is`() {
    func roles(_ topic: String) -> [String]? {
      Route.standard.first { $0.topic == topic }?.roles.map(\.words)
    }
    #expect(roles("medication use") == ["pharmacist", "doctor"])
    #expect(roles("laboratory result") == ["nurse", "doctor"])
    for topic in ["housing", "transport", "food", "money"] {
      #expect(roles(topic) == ["social worker", "community health worker", "case manager"])
    }
  }

  @Test func `every topic has a name of its own, a source, and roles that are known`() {
    let topics = Route.standard.map(\.topic)
    #expect(Set(topics).count == topics.count)
    for route in Route.standard {
      #expect(!route.source.isEmpty && !route.roles.isEmpty)
      #expect(route.roles.allSatisfy { $0.profession != nil }, "\(route.topic)")
      #expect(Route.recognized(in: route.topic, among: Route.standard) == route)
    }
  }
}
