import Care

/// The professions of the network, in the words of a roster.
enum Profession: Int, CaseIterable, Sendable {
  case coordinator, primaryCare, cardiologist, hospitalist, emergencyPhysician, surgeon, radiologist, oncologist
  case neurologist, pulmonologist, obstetrician, pediatrician, unitNurse, intensiveCareNurse, homeNurse
  case nursePractitioner, midwife, pharmacist, physicalTherapist, dietitian, socialWorker, caseManager
  case administrator, communityWorker

  var words: String {
    switch self {
    case .coordinator: "care coordinator"
    case .primaryCare: "PCP"
    case .cardiologist: "cardiologist"
    case .hospitalist: "hospitalist"
    case .emergencyPhysician: "emergency physician"
    case .surgeon: "surgeon"
    case .radiologist: "radiologist"
    case .oncologist: "oncologist"
    case .neurologist: "neurologist"
    case .pulmonologist: "pulmonologist"
    case .obstetrician: "obstetrician"
    case .pediatrician: "pediatrician"
    case .unitNurse: "nurse, 4B"
    case .intensiveCareNurse: "nurse, ICU"
    case .homeNurse: "nurse, home health"
    case .nursePractitioner: "nurse practitioner"
    case .midwife: "midwife"
    case .pharmacist: "pharmacist"
    case .physicalTherapist: "physical therapist"
    case .dietitian: "dietitian"
    case .socialWorker: "social worker"
    case .caseManager: "case manager"
    case .administrator: "administrative staff"
    case .communityWorker: "community health worker"
    }
  }

  /// SNOMED CT occupation, as US Core's care team roles have it; nil where none is certain.
  private var occupation: String? {
    switch self {
    case .coordinator: "768820003"
    case .primaryCare: "453231000124104"
    case .cardiologist: "17561000"
    case .unitNurse, .intensiveCareNurse, .homeNurse: "224535009"
    case .nursePractitioner: "224571005"
    case .pharmacist: "46255001"
    case .physicalTherapist: "36682004"
    case .dietitian: "159033005"
    case .socialWorker: "106328005"
    case .caseManager: "768832004"
    case .surgeon: "304292004"
    case .radiologist: "66862007"
    case .administrator: "224608005"
    default: nil
    }
  }

  /// Health Care Provider Taxonomy code, for the professions that it names. Source: NUCC.
  private var taxonomy: (code: String, display: String)? {
    switch self {
    case .primaryCare: ("207Q00000X", "Family Medicine Physician")
    case .cardiologist: ("207RC0000X", "Cardiovascular Disease Physician")
    case .hospitalist: ("208M00000X", "Hospitalist Physician")
    case .emergencyPhysician: ("207P00000X", "Emergency Medicine Physician")
    case .surgeon: ("208600000X", "Surgery Physician")
    case .radiologist: ("2085R0202X", "Diagnostic Radiology Physician")
    case .oncologist: ("207RX0202X", "Medical Oncology Physician")
    case .neurologist: ("2084N0400X", "Neurology Physician")
    case .pulmonologist: ("207RP1001X", "Pulmonary Disease Physician")
    case .obstetrician: ("207V00000X", "Obstetrics & Gynecology Physician")
    case .pediatrician: ("208000000X", "Pediatrics Physician")
    case .unitNurse, .intensiveCareNurse, .homeNurse: ("163W00000X", "Registered Nurse")
    case .nursePractitioner: ("363L00000X", "Nurse Practitioner")
    case .midwife: ("367A00000X", "Advanced Practice Midwife")
    case .pharmacist: ("183500000X", "Pharmacist")
    case .physicalTherapist: ("225100000X", "Physical Therapist")
    case .dietitian: ("133V00000X", "Registered Dietitian")
    case .socialWorker: ("104100000X", "Social Worker")
    case .coordinator, .caseManager: ("171M00000X", "Case Manager/Care Coordinator")
    case .communityWorker: ("172V00000X", "Community Health Worker")
    case .administrator: nil
    }
  }

  var concept: Concept {
    var codings: [Coding] = []
    if let occupation { codings.append(Coding(system: Terms.snomed, code: occupation, display: words)) }
    return Concept(text: words, codings: codings)
  }

  var specialty: Concept? {
    taxonomy.map {
      Concept(codings: [Coding(system: "http://nucc.org/provider-taxonomy", code: $0.code, display: $0.display)])
    }
  }

  /// Letters after the name.
  var suffix: String {
    switch self {
    case .coordinator, .unitNurse, .intensiveCareNurse, .homeNurse, .caseManager: "RN"
    case .nursePractitioner: "NP"
    case .midwife: "CNM"
    case .pharmacist: "PharmD"
    case .physicalTherapist: "DPT"
    case .dietitian: "RD"
    case .socialWorker: "LCSW"
    case .administrator: ""
    case .communityWorker: "CHW"
    default: "MD"
    }
  }

  /// Where this profession works; one of them is drawn for each person.
  var places: [Place] {
    switch self {
    case .coordinator, .caseManager: [.careCoordination]
    case .primaryCare, .nursePractitioner, .administrator: [.northPrimaryCare, .harborPractice]
    case .cardiologist: [.cardiology]
    case .hospitalist, .unitNurse: [.unit4B]
    case .emergencyPhysician: [.emergency]
    case .surgeon: [.surgery]
    case .radiologist: [.imaging]
    case .oncologist: [.oncology]
    case .neurologist: [.strokeUnit]
    case .pulmonologist: [.lungClinic]
    case .obstetrician, .midwife: [.maternity]
    case .pediatrician: [.northPrimaryCare]
    case .intensiveCareNurse: [.intensiveCare]
    case .homeNurse: [.homeHealth]
    case .pharmacist: [.pharmacy, .unit4B]
    case .physicalTherapist: [.skilledNursing]
    case .dietitian, .socialWorker: [.careCoordination, .unit4B]
    case .communityWorker: [.housingTrust, .foodTable, .rideShare]
    }
  }

  /// How many there are in the smallest network, and how many more each doubling of its patients brings.
  var headcount: (base: Int, more: Int) {
    switch self {
    case .coordinator: (4, 1)
    case .primaryCare: (8, 2)
    case .unitNurse: (5, 1)
    case .homeNurse, .hospitalist, .pharmacist, .communityWorker: (3, 1)
    case .socialWorker, .physicalTherapist, .cardiologist, .administrator, .nursePractitioner: (3, 0)
    default: (2, 0)
    }
  }

  /// Round-the-clock professions work in three shifts, the others in office hours.
  var worksShifts: Bool {
    switch self {
    case .hospitalist, .emergencyPhysician, .unitNurse, .intensiveCareNurse: true
    default: false
    }
  }
}
