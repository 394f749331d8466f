/// How the user has divided the screen, in thousandths, so that a division holds at every size. Nil where it is still
/// the usual one.
package struct Proportions: Hashable, Sendable {
  /// The width of the left column and of the right one.
  package var left: Int?
  package var right: Int?
  /// The height of what stands on top: the team over the messages, the journey over a lower pane, the list over the
  /// patient in a portrait window.
  package var rightTop: Int?
  package var top: Int?
  package var middle: Int?

  package init() {}
}
