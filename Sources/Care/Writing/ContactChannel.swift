/// By what way somebody was in touch. Source: HL7 v3 ParticipationMode, as FHIR R4 Communication.medium has it.
package enum ContactChannel: String, CaseIterable, Sendable {
  case telephone, video, portal, visit, email, text, letter, fax

  package var words: String {
    switch self {
    case .telephone: "telephone"
    case .video: "video"
    case .portal: "patient portal"
    case .visit: "visit"
    case .email: "e-mail"
    case .text: "text message"
    case .letter: "letter"
    case .fax: "fax"
    }
  }

  /// At the head of what is put on file.
  package var title: String {
    switch self {
    case .telephone: "Call"
    case .video: "Video call"
    case .portal: "Portal message"
    case .visit: "Visit"
    case .email: "E-mail"
    case .text: "Text message"
    case .letter: "Letter"
    case .fax: "Fax"
    }
  }

  private var code: String {
    switch self {
    case .telephone: "PHONE"
    case .video: "VIDEOCONF"
    case .portal: "ONLINEWRIT"
    case .visit: "PHYSICAL"
    case .email: "EMAILWRIT"
    case .text: "SMSWRIT"
    case .letter: "MAILWRIT"
    case .fax: "FAXWRIT"
    }
  }

  var medium: Concept {
    Concept(
      text: words, codings: [Coding(system: "http://terminology.hl7.org/CodeSystem/v3-ParticipationMode", code: code)])
  }

  /// Whether nobody answers at once, so that many short turns of it lose time and meaning.
  package var isLean: Bool { ![.telephone, .video, .visit].contains(self) }
}
