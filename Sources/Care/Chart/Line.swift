/// One resource in a chart, with where it came from.
package struct Line<Value: Hashable & Sendable>: Hashable, Sendable {
  package let id: LineID
  /// The identifier as the source wrote it; empty for what was made here.
  package var origin: String
  /// Position in `Chart.sources`.
  package var source: Int
  package var value: Value

  package init(id: LineID, origin: String, source: Int, value: Value) {
    self.id = id
    self.origin = origin
    self.source = source
    self.value = value
  }
}

/// Lines of one kind in order of arrival, found by id.
package struct Lines<Value: Hashable & Sendable>: Hashable, Sendable {
  package private(set) var items: [Line<Value>] = []
  private var position: [LineID: Int] = [:]

  package init() {}

  package init(_ items: [Line<Value>]) {
    self.items = items
    position.reserveCapacity(items.count)
    for (index, item) in items.enumerated() { position[item.id] = index }
  }

  package subscript(id: LineID) -> Line<Value>? { position[id].map { items[$0] } }

  package var isEmpty: Bool { items.isEmpty }
  package var count: Int { items.count }

  /// A line that is already there keeps its place; its value, source and origin are the newer ones.
  package mutating func upsert(_ line: Line<Value>) {
    if let index = position[line.id] {
      items[index] = line
    } else {
      position[line.id] = items.count
      items.append(line)
    }
  }

  /// Changes a value in place. Does nothing where the line is absent.
  mutating func change(_ id: LineID, _ change: (inout Value) -> Void) {
    guard let index = position[id] else { return }
    change(&items[index].value)
  }
}
