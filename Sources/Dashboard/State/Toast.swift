package import Care

/// A word about what has happened, which leaves by itself.
package struct Toast: Hashable, Sendable {
  package enum Weight: Sendable { case done, refused }

  package var words: String
  package var weight: Weight
  package var canUndo: Bool
  /// It stays until a key is pressed after this.
  package var since: Instant
}
