/// A table of thresholds: each value holds from its bound, that bound included, up to the next.
package struct Thresholds<Value: Hashable & Sendable>: Hashable, Sendable {
  private struct Step: Hashable, Sendable {
    var from: Double
    var value: Value
  }

  /// What holds below the first bound.
  private let lowest: Value
  private let steps: [Step]

  /// - Parameter steps: bounds in rising order.
  package init(_ lowest: Value, _ steps: [(from: Double, value: Value)]) {
    self.lowest = lowest
    self.steps = steps.map { Step(from: $0.from, value: $0.value) }
  }

  package subscript(_ number: Double) -> Value { steps.last { $0.from <= number }?.value ?? lowest }
}
