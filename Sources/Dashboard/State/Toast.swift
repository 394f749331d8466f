/// A word about what has happened, which leaves at the next key.
package struct Toast: Hashable, Sendable {
  package enum Weight: Sendable { case done, refused }

  package var words: String
  package var weight: Weight
  package var canUndo: Bool
}
