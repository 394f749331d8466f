extension TeamTemplate {
  private static let ours = "Rounds default, version 1"

  /// A need's codes are SNOMED CT International 2026 and ICD-10-CM 2026; they are the common ones and not every one, so
  /// that what they don't find says nothing.
  package static let standard: [TeamTemplate] = [
    TeamTemplate(
      "integrated heart care",
      roles: [
        Role("cardiologist", likenesses: ["cardiologist", "cardiology physician", "cardiovascular disease"]),
        Role(
          "cardiac surgeon",
          likenesses: ["cardiac surg", "cardiothoracic surg", "cardiovascular surg", "heart surg", "thoracic surg"]),
        Role(.dietitian),
        Role(
          "nurse practitioner", likenesses: ["nurse practitioner", "heart failure nurse", "clinical nurse specialist"]),
      ], source: "integrated heart care as one unit (S2:20-21), version 1; codes: HEDIS FMC heart failure",
      group: .heartFailure),
    TeamTemplate(
      "lung care",
      roles: [
        Role(.doctor), Role(.nurse),
        Role("respiratory therapist or physiotherapist", [.respiratoryTherapist, .physiotherapist]),
      ], source: ours, codes: ["13645005", "185086009", "87433001"], icd10: ["J41", "J42", "J43", "J44"]),
    TeamTemplate(
      "diabetes care", roles: [Role(.doctor), Role(.nurse), Role(.dietitian)], source: ours,
      codes: ["73211009", "44054006", "46635009", "11687002"],
      icd10: ["E08", "E09", "E10", "E11", "E13", "O24"]),
    TeamTemplate(
      "stroke care",
      roles: [
        Role(.doctor), Role(.nurse), Role(.physiotherapist), Role(.occupationalTherapist), Role(.speechTherapist),
      ], source: ours, codes: ["230690007", "422504002", "432504007", "274100004"],
      icd10: ["I60", "I61", "I63", "I69"]),
    TeamTemplate(
      "cancer care",
      roles: [
        Role("oncologist", likenesses: ["oncologist", "medical oncology", "radiation oncology", "oncology physician"]),
        Role("surgeon", likenesses: ["surgeon", "surgery physician"]),
        Role("radiologist", likenesses: ["radiologist", "radiology physician"]), Role(.doctor),
      ], source: "physician, oncologist, surgeon and radiologist decide together (S2:12), version 1",
      codes: [
        "363346000", "254837009", "363406005", "254637007", "399068003", "109989006", "118600007", "93143009",
        "363358000",
      ], icd10: (0...9).map { "C\($0)" }),
    TeamTemplate(
      "maternity care",
      roles: [
        Role("midwife or obstetrician", [.midwife], likenesses: ["obstetric", "maternal", "gynecolog", "gynaecolog"])
      ], source: ours, codes: ["77386006", "72892002", "47200007", "16356006", "237238006"],
      icd10: ["Z33.1", "Z34", "O09", "O1", "O2", "O3", "O4"]),
    TeamTemplate(
      "help with daily life", roles: [Role(.socialWorker)],
      source: "social workers find housing or financial assistance (S0:16), version 1; codes: \(ours)",
      codes: [
        "32911000", "105531004", "611561000124106", "1156191002", "713458007", "551711000124101", "266934004",
        "733423003", "706892001", "73438004", "454061000124102", "73595000", "80967001", "422650009", "423315002",
        "424393004", "706893006",
      ], icd10: ["Z55", "Z56", "Z57", "Z58", "Z59", "Z60", "Z61", "Z62", "Z63", "Z64", "Z65"],
      categories: Condition.socialCategories.subtracting([
        "educational-attainment", "employment-status", "veteran-status", "health-insurance-coverage-status",
      ])),
  ]
}
