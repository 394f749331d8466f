/// A person involved in the patient's care who is not acting professionally.
package struct RelatedPerson: Hashable, Sendable {
  package var active: Bool?
  package var names: [HumanName] = []
  package var relationships: [Concept] = []
  package var telecom: [ContactPoint] = []
  package var languages: [String] = []
  package var period: Period = Period()

  package init() {}
}
