package import Care

/// What a person did with one key, to be taken back with one key.
package struct Deed: Hashable, Sendable {
  /// Tells it from the person's other deeds.
  package let number: Int
  package internal(set) var entries: [Entry]
  /// What was done, in a word.
  var done = ""
  /// The place in a triage that it decided on.
  var verdict: TriagePlace?
  /// Whether it was one command on many lines.
  var isOfMany: Bool
}
