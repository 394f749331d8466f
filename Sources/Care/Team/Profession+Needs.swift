extension Profession {
  /// Source: Rounds default, version 1.
  package static let needsSource = "Rounds default, version 1"

  /// What they need from whoever turns to them; three short items, none where nothing is known of the profession.
  package var needs: [String] {
    switch self {
    case .doctor:
      ["the question first, then the findings", "vital signs and results with their times", "what was tried"]
    case .nurse: ["what changed and since when", "orders and limits that hold now", "whom to call if it gets worse"]
    case .midwife: ["week of pregnancy", "last blood pressure and findings", "who is with her"]
    case .pharmacist: ["all medicines with dose and time", "kidney function and weight", "allergies and reactions"]
    case .physiotherapist: ["how far and with what aid they walk", "limits on weight and movement", "falls"]
    case .occupationalTherapist: ["what they can do by themselves", "how the home is laid out", "who helps at home"]
    case .speechTherapist: ["how swallowing and speech are now", "diet and fluids allowed", "since when"]
    case .respiratoryTherapist: ["oxygen: how much and by what", "saturation at rest and walking", "inhalers in use"]
    case .psychologist: ["what troubles the patient, in their words", "risk of harm, asked and answered", "consent"]
    case .dietitian: ["weight and its course", "diet, salt and fluid limits", "who shops and cooks"]
    case .socialWorker: ["the need, in the patient's words", "consent to share it", "who lives with the patient"]
    case .caseManager: ["the plan and its date", "coverage and authorisations", "what stands in the way"]
    case .coordinator: ["what is owed and by when", "who owns it now", "how best to reach the patient"]
    case .communityWorker:
      ["what the patient agreed to", "how and when to reach them", "what is safe to say at the door"]
    case .administrative: ["identifiers and coverage", "which form, and by when", "who signs"]
    case .carer: ["plain words", "what to watch for", "whom to call, at any hour"]
    case .other: []
    }
  }
}
