package struct HumanName: Hashable, Sendable {
  /// FHIR NameUse: usual, official, temp, nickname, anonymous, old, maiden.
  package var use: String
  package var text: String
  package var family: String
  package var given: [String]
  package var prefix: [String]
  package var suffix: [String]

  package init(
    use: String = "", text: String = "", family: String = "", given: [String] = [], prefix: [String] = [],
    suffix: [String] = []
  ) {
    self.use = use
    self.text = text
    self.family = family
    self.given = given
    self.prefix = prefix
    self.suffix = suffix
  }

  /// Family name first, as a list is read: "Rossi, Bo"; the source's text where it gave no parts.
  package var listed: String {
    let givens = given.joined(separator: " ")
    if family.isEmpty { return givens.isEmpty ? text : givens }
    return givens.isEmpty ? family : "\(family), \(givens)"
  }
}

extension HumanName {
  /// What one says to the person: the given names, else the text, else the family name.
  package var called: String {
    if !given.isEmpty { return given.joined(separator: " ") }
    return text.isEmpty ? family : text
  }
}

extension [HumanName] {
  /// The name that identifies a person: the official one, else one in use that isn't a nickname.
  package var legal: HumanName? {
    first { $0.use == "official" } ?? first { !["old", "maiden", "nickname", "usual"].contains($0.use) } ?? preferred
  }

  /// The name to call a person by: the usual one, else the official one, else the first that is still in use.
  package var preferred: HumanName? {
    first { $0.use == "usual" } ?? first { $0.use == "official" } ?? first { $0.use != "old" && $0.use != "maiden" }
      ?? first
  }
}

package struct ContactPoint: Hashable, Sendable {
  /// FHIR ContactPointSystem: phone, fax, email, pager, url, sms, other.
  package var system: String
  package var value: String
  package var use: String

  package init(system: String = "", value: String = "", use: String = "") {
    self.system = system
    self.value = value
    self.use = use
  }
}
