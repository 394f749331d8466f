/// How the user has divided the screen, in thousandths, so that a division holds at every size. Nil where it is still
/// the usual one.
package struct Proportions: Hashable, Sendable {
  /// The width of the left column and of the right one.
  package var left: Int?
  package var right: Int?
  /// The width of the journey where the chart stands beside it.
  package var middle: Int?
  /// The height of the team over the messages.
  package var rightTop: Int?
  /// In a portrait window the height of the list; in one of two columns, and below that list, of the journey.
  package var top: Int?
  package var low: Int?

  package init() {}
}
