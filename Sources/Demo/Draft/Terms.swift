import Care

/// Code systems, and the concepts that many journeys share. A concept has a code only where the code is certain.
enum Terms {
  static let snomed = "http://snomed.info/sct"
  static let loinc = "http://loinc.org"
  static let actCode = "http://terminology.hl7.org/CodeSystem/v3-ActCode"
  static let recordNumbers = "https://st-mary.example.org/record-numbers"
  static let employeeNumbers = "https://st-mary.example.org/staff"

  static func finding(_ code: String, _ words: String) -> Concept {
    Concept(text: words, codings: [Coding(system: snomed, code: code, display: words)])
  }

  static func measure(_ code: String, _ words: String) -> Concept {
    Concept(text: words, codings: [Coding(system: loinc, code: code, display: words)])
  }

  static func words(_ text: String) -> Concept { Concept(text: text) }

  // Problems.
  static let heartFailure = finding("84114007", "Heart failure")
  static let fibrillation = finding("49436004", "Atrial fibrillation")
  static let aorticStenosis = finding("60573004", "Aortic stenosis")
  static let hypertension = finding("59621000", "High blood pressure")
  static let highLipids = finding("55822004", "High cholesterol")
  static let kidneyDisease = finding("709044004", "Chronic kidney disease")
  static let arthritis = finding("396275006", "Osteoarthritis")
  static let lungDisease = finding("13645005", "COPD")
  static let asthma = finding("195967001", "Asthma")
  static let diabetes = finding("44054006", "Type 2 diabetes")
  static let stroke = finding("230690007", "Stroke")
  static let breastCancer = finding("254837009", "Breast cancer")
  static let pregnancy = finding("77386006", "Pregnant")

  // Social findings.
  static let noTransport = finding("713458007", "No transport to appointments")
  static let noHome = finding("32911000", "Homeless")
  static let poorHousing = finding("105531004", "Unsafe housing")
  static let foodShort = finding("733423003", "Food runs short")
  static let livesAlone = finding("105529008", "Lives alone")
  static let fewContacts = finding("423315002", "Sees few people")

  // Measurements.
  static let pressure = measure("85354-9", "Blood pressure")
  static let systolic = measure("8480-6", "Systolic")
  static let diastolic = measure("8462-4", "Diastolic")
  static let pulse = measure("8867-4", "Heart rate")
  static let saturation = measure("59408-5", "Oxygen saturation")
  static let respiration = measure("9279-1", "Respiratory rate")
  static let oxygenFlow = measure("3151-8", "Inhaled oxygen flow")
  static let responsiveness = measure("67775-7", "Level of responsiveness")
  static let alert = Concept(text: "Alert", codings: [Coding(system: loinc, code: "LA9340-6", display: "Alert")])
  static let weight = measure("29463-7", "Weight")
  static let temperature = measure("8310-5", "Temperature")
  static let potassium = measure("2823-3", "Potassium")
  static let creatinine = measure("2160-0", "Creatinine")
  static let hemoglobin = measure("718-7", "Hemoglobin")
  static let glycatedHemoglobin = measure("4548-4", "HbA1c")
  static let natriureticPeptide = measure("33762-6", "NT-proBNP")
  static let ejectionFraction = measure("10230-1", "Ejection fraction")

  // Documents.
  static let dischargeSummary = measure("18842-5", "Discharge summary")
  static let consultNote = measure("11488-4", "Consult note")
  static let emergencyNote = measure("34111-5", "ED note")
  static let pathologyReport = measure("11526-1", "Pathology report")
  static let operationNote = measure("11504-8", "Operation note")

  // Categories.
  static let problemList = [category("condition-category", "problem-list-item", "Problem list")]
  static let socialNeed = [
    Concept(
      text: "Social need",
      codings: [
        Coding(
          system: "http://hl7.org/fhir/us/core/CodeSystem/us-core-tags", code: "sdoh", display: "SDOH")
      ])
  ]
  static let laboratory = [category("observation-category", "laboratory", "Laboratory")]
  static let vitalSigns = [category("observation-category", "vital-signs", "Vital signs")]
  static let imaging = [category("observation-category", "imaging", "Imaging")]

  private static func category(_ system: String, _ code: String, _ words: String) -> Concept {
    Concept(codings: [
      Coding(system: "http://terminology.hl7.org/CodeSystem/" + system, code: code, display: words)
    ])
  }
}
