/// A filter and an order under one key. The filter is text, and can be passed on as such.
package struct SavedView: Hashable, Sendable {
  /// 1 to 9.
  package var number: Int
  package var name: String
  package var filter: String
  package var order: Order

  package init(number: Int, name: String, filter: String, order: Order = .natural(.worklist)) {
    self.number = number
    self.name = name
    self.filter = filter
    self.order = order
  }

  /// Those that are there before anybody keeps one.
  package static let usual = [
    SavedView(number: 1, name: "My work", filter: "owner:me"),
    SavedView(number: 2, name: "My team’s", filter: "owner:team"),
    SavedView(number: 3, name: "Nobody’s", filter: "owner:none"),
    SavedView(number: 4, name: "Overdue", filter: "is:overdue"),
    SavedView(number: 5, name: "Today", filter: "due:today"),
    SavedView(number: 6, name: "Waiting", filter: "is:waiting"),
    SavedView(number: 7, name: "Passed up", filter: "is:escalated"),
  ]
}
