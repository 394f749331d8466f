package import Care

/// Something that went wrong, kept for whoever missed the word about it.
package struct Problem: Hashable, Sendable {
  package var at: Instant
  /// What it happened to; empty where the words say it.
  package var about: String
  package var words: String

  package var text: String { about.isEmpty ? words : "\(about): \(words)" }
}
