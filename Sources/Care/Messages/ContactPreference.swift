/// How the patient wants to be reached, kept as a flag, since whoever writes must see it.
///
/// Source: findhelp's contact preferences ("don't reach out" suppresses every notice), Rounds domain rules, "Family and
/// carers". Raw values are what the flag says.
package enum ContactPreference: String, CaseIterable, Sendable {
  case telephone = "Prefers the telephone"
  case text = "Prefers text messages"
  case email = "Prefers e-mail"
  case letter = "Prefers letters"
  case noContact = "Do not contact"

  package static let category = Concept(
    text: "contact preference", codings: [Coding(system: "urn:rounds:flag", code: "contact-preference")])

  package func flag(by author: Reference, from now: Instant) -> Flag {
    var flag = Flag()
    flag.status = .active
    flag.categories = [Self.category]
    flag.code = Concept(text: rawValue)
    flag.period.start = Moment(now)
    flag.author = author
    return flag
  }
}

extension Chart {
  /// The newest that holds, of a source or of here; nil where nobody has asked.
  package var contactPreference: ContactPreference? {
    flags.items.last { $0.value.status == .active && $0.value.contactPreference != nil }?.value.contactPreference
  }

  /// The lines that a newer preference takes the place of.
  package var contactPreferences: [Line<Flag>] {
    flags.items.filter { $0.value.status == .active && $0.value.contactPreference != nil }
  }
}

extension Flag {
  /// Sources write it in words of their own.
  fileprivate var contactPreference: ContactPreference? {
    let words = Folding.fold(code.label)
    if let known = ContactPreference.allCases.first(where: { Folding.fold($0.rawValue) == words }) { return known }
    let refusals = ["do not contact", "don't contact", "don’t contact", "no contact", "do not reach out"]
    return refusals.contains { words.contains($0) } ? .noContact : nil
  }
}
