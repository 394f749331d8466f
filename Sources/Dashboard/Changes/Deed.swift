package import Care

/// What a person did with one key, to be taken back with one key.
package struct Deed: Hashable, Sendable {
  /// Tells it from the person's other deeds.
  package let number: Int
  package internal(set) var entries: [Entry]
  /// The place in the triage queue that it decided on.
  var verdict: Int?
}
