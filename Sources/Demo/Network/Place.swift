import Care

/// The bodies of the network and the hospital's units. Invented, all of them.
enum Place: Int, CaseIterable, Sendable {
  case hospital, emergency, unit4B, intensiveCare, surgery, strokeUnit, cardiology, imaging, oncology, lungClinic
  case maternity, careCoordination
  case northPrimaryCare, harborPractice, pharmacy, homeHealth, skilledNursing
  case housingTrust, foodTable, rideShare, payer

  var name: String {
    switch self {
    case .hospital: "St. Mary Hospital"
    case .emergency: "St. Mary, ED"
    case .unit4B: "St. Mary, ward 4B"
    case .intensiveCare: "St. Mary, ICU"
    case .surgery: "St. Mary, surgery"
    case .strokeUnit: "St. Mary, stroke unit"
    case .cardiology: "St. Mary, cardiology"
    case .imaging: "St. Mary, imaging"
    case .oncology: "St. Mary, oncology"
    case .lungClinic: "St. Mary, lung clinic"
    case .maternity: "St. Mary, maternity"
    case .careCoordination: "St. Mary, care coordination"
    case .northPrimaryCare: "North Primary Care"
    case .harborPractice: "Harbor Family Practice"
    case .pharmacy: "Corner Pharmacy"
    case .homeHealth: "Lantern Home Health"
    case .skilledNursing: "Willow Skilled Nursing"
    case .housingTrust: "Open Door Housing"
    case .foodTable: "Long Table Food Pantry"
    case .rideShare: "Good Neighbor Rides"
    case .payer: "Evergreen Health Plan"
    }
  }

  var isUnit: Bool { rawValue > Place.hospital.rawValue && rawValue <= Place.careCoordination.rawValue }

  /// HL7 organization-type.
  var type: Concept {
    let code: (String, String) =
      switch self {
      case _ where isUnit: ("dept", "Hospital Department")
      case .payer: ("pay", "Payer")
      case .housingTrust, .foodTable, .rideShare: ("cg", "Community Group")
      default: ("prov", "Healthcare Provider")
      }
    return Concept(codings: [
      Coding(
        system: "http://terminology.hl7.org/CodeSystem/organization-type", code: code.0, display: code.1)
    ])
  }

  var services: [String] {
    switch self {
    case .cardiology: ["Heart failure clinic", "Echocardiography"]
    case .imaging: ["CT and MRI"]
    case .oncology: ["Breast and bowel cancer clinic"]
    case .lungClinic: ["Lung rehabilitation"]
    case .maternity: ["Antenatal clinic"]
    case .careCoordination: ["Transitional care"]
    case .northPrimaryCare, .harborPractice: ["Primary care"]
    case .pharmacy: ["Medication review"]
    case .homeHealth: ["Nursing at home", "Therapy at home"]
    case .skilledNursing: ["Short-term rehabilitation"]
    case .housingTrust: ["Housing support"]
    case .foodTable: ["Food boxes"]
    case .rideShare: ["Rides to care"]
    default: []
    }
  }

  /// Seven digits, all in the range kept for fiction.
  var phone: String { "555-01" + (rawValue < 10 ? "0" : "") + String(rawValue) }

  var address: String { "\(100 + rawValue * 12) Example Street, Springfield" }
}
