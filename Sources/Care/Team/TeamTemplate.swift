/// The roles that a need of the patient calls for.
package struct TeamTemplate: Hashable, Sendable {
  package struct Role: Hashable, Sendable {
    package let words: String
    /// Any of these holds it.
    let professions: Set<Profession>
    /// Or whoever is called something with one of these in it, folded.
    let likenesses: [String]

    init(_ words: String, _ professions: Set<Profession> = [], likenesses: [String] = []) {
      self.words = words
      self.professions = professions
      self.likenesses = likenesses
    }

    init(_ profession: Profession) { self.init(profession.words, [profession]) }
  }

  package let name: String
  package let roles: [Role]
  /// Whose rule it is, and of which version.
  package let source: String
  let group: HighRiskGroup?
  /// SNOMED CT concepts: the need's own and its common subtypes.
  let codes: Set<String>
  /// How ICD-10-CM codes begin.
  let icd10: [String]
  /// Gravity SDOH Clinical Care and US Core categories of a problem.
  let categories: Set<String>

  init(
    _ name: String, roles: [Role], source: String, group: HighRiskGroup? = nil, codes: Set<String> = [],
    icd10: [String] = [], categories: Set<String> = []
  ) {
    self.name = name
    self.roles = roles
    self.source = source
    self.group = group
    self.codes = codes
    self.icd10 = icd10
    self.categories = categories
  }

  /// Whether a problem that stands calls for it.
  func isCalledFor(by condition: Condition) -> Bool {
    if let group, HighRiskGroup(condition.code) == group { return true }
    for coding in condition.code.codings {
      if codes.contains(coding.code) { return true }
      if Self.icd10Systems.contains(coding.system), icd10.contains(where: { coding.code.hasPrefix($0) }) { return true }
    }
    return condition.categories.contains { $0.codings.contains { categories.contains($0.code) } }
  }

  private static let icd10Systems: Set<String> = [
    "http://hl7.org/fhir/sid/icd-10-cm", "http://hl7.org/fhir/sid/icd-10", "urn:oid:2.16.840.1.113883.6.90",
    "urn:oid:2.16.840.1.113883.6.3",
  ]
}

extension TeamTemplate.Role {
  package func isHeld(by member: TeamMember, _ directory: Directory) -> Bool {
    if member.professions.contains(where: professions.contains) { return true }
    if likenesses.isEmpty { return false }
    let words = member.roleWords(directory)
    return likenesses.contains { words.contains($0) }
  }
}
