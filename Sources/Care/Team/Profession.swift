/// What somebody is by profession, as far as it decides whom to ask.
package enum Profession: String, CaseIterable, Sendable {
  case doctor
  case nurse
  case midwife
  case pharmacist
  case physiotherapist
  case occupationalTherapist = "occupational therapist"
  case speechTherapist = "speech and language therapist"
  case respiratoryTherapist = "respiratory therapist"
  case psychologist
  case dietitian
  case socialWorker = "social worker"
  case caseManager = "case manager"
  case coordinator = "care coordinator"
  case communityWorker = "community health worker"
  case administrative = "administrative staff"
  case carer
  /// A role that is stated and is none of these.
  case other

  package var words: String { rawValue }

  /// By code, else by the words. nil where nothing is said that tells one profession from another.
  package init?(_ role: Concept) {
    for coding in role.codings {
      if Self.unsaid.contains(coding.code) { continue }
      if let known = Self.byCode[coding.code] ?? Self.byTaxonomy(coding) {
        self = known
        return
      }
    }
    // A code's name tells what a short text beside it may not.
    let names = role.codings.filter { !Self.unsaid.contains($0.code) }.map(\.display)
    let said = ([role.label] + names).compactMap { Profession(words: $0) }
    guard let first = said.first(where: { $0 != .other }) ?? said.first else { return nil }
    self = first
  }
}

extension Profession {
  /// Roles that only say that somebody takes part. Source: SNOMED CT 223366009 Healthcare professional, 309398001 Allied
  /// health professional, 405623001 Assigned practitioner.
  private static let unsaid: Set<String> = ["223366009", "309398001", "405623001"]

  /// Source: SNOMED CT occupations of the value set Care Team Member Function (2.16.840.1.113762.1.4.1099.30), which US
  /// Core 6.1.0 binds to CareTeam.participant.role, with common subtypes; HL7 practitioner-role (doctor, nurse,
  /// pharmacist) of FHIR R4. Version 1.
  private static let byCode: [String: Profession] = {
    let codes: [Profession: [String]] = [
      .doctor: [
        "309343006", "112247003", "158965000", "59058001", "62247001", "446050000", "453231000124104", "405277009",
        "405279007", "421841007", "449161006", "69280009", "39677007", "17561000", "304292004", "1421009", "78703002",
        "22731001", "45544007", "56545009", "309371000", "309369000", "66862007", "56397003", "41672002", "11911009",
        "61894003", "71838004", "82296001", "11935004", "83685006", "309367003", "80584001", "310512001", "309295000",
        "40204001", "45440000", "24590004", "18803008", "88189002", "76899008", "90655003", "309294001", "309338004",
        "309359006", "309360001", "158967008", "158968003", "309390008", "doctor",
      ],
      .nurse: [
        "106292003", "224535009", "224571005", "224570006", "224573008", "26369006", "6816002", "394618009",
        "158994007",
        "224540001", "224552008", "224556006", "310184004", "445313000", "224543004", "nurse",
      ],
      .midwife: ["309453006", "75271001", "106294002", "158995008", "158999002"],
      .pharmacist: ["46255001", "159010009", "159011008", "pharmacist"],
      .physiotherapist: ["36682004", "224589006", "309400002", "309402005"],
      .occupationalTherapist: ["80546007", "224586004", "309422009", "309423004"],
      .speechTherapist: ["159026005", "224593000", "309409001"],
      .respiratoryTherapist: ["442867008"],
      .psychologist: ["59944000", "310191001", "224588003", "310190000", "224595007"],
      .dietitian: ["159033005", "40127002", "60008001", "309399009", "309413008", "309417009"],
      .socialWorker: ["106328005"],
      .caseManager: ["768832004", "445451001"],
      .coordinator: ["768820003"],
      .administrative: ["224608005", "394572006"],
      .carer: ["133932002"],
    ]
    var table: [String: Profession] = [:]
    for (profession, list) in codes { for code in list { table[code] = profession } }
    return table
  }()

  /// Source: NUCC Health Care Provider Taxonomy 25.0, by the groups that begin a code; the longest beginning counts.
  private static func byTaxonomy(_ coding: Coding) -> Profession? {
    guard coding.system == "http://nucc.org/provider-taxonomy" else { return nil }
    return taxonomy.first { coding.code.hasPrefix($0.prefix) }?.profession
  }

  private static let taxonomy: [(prefix: String, profession: Profession)] = [
    ("163WC0400X", .caseManager), ("171M", .caseManager), ("172V", .communityWorker), ("104", .socialWorker),
    ("103", .psychologist), ("101Y", .psychologist), ("133", .dietitian), ("163W", .nurse), ("164", .nurse),
    ("363L", .nurse), ("364S", .nurse), ("367A", .midwife), ("175M", .midwife), ("176B", .midwife), ("363A", .doctor),
    ("1835", .pharmacist), ("2251", .physiotherapist), ("225X", .occupationalTherapist), ("235Z", .speechTherapist),
    ("2278", .respiratoryTherapist), ("2279", .respiratoryTherapist), ("20", .doctor),
  ]
}
