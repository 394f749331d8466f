import Care

/// What kind of order something is, where it asks for a test, an image or an operation and is so no referral.
/// Source: FHIR R4 servicerequest-category (SNOMED CT).
enum OrderCategory {
  static func of(_ words: String, at place: Place) -> Concept? {
    func category(_ code: String, _ display: String) -> Concept {
      Concept(codings: [Coding(system: "http://snomed.info/sct", code: code, display: display)])
    }
    let plain = words.lowercased()
    if place == .surgery || plain.contains("replacement") { return category("387713003", "Surgical procedure") }
    if plain.contains("biopsy") || plain.contains("blood") { return category("108252007", "Laboratory procedure") }
    let images = ["ct ", "mri", "mammogram", "echocardiogram", "x-ray", "ultrasound"]
    return place == .imaging || images.contains(where: plain.contains) ? category("363679005", "Imaging") : nil
  }
}
