import Foundation

/// Repeatable randomness: a failing property prints its seed, and the seed brings the failure back.
///
/// Source: S. Vigna, SplitMix64.
package struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  package init(_ seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Differs from run to run. `ROUNDS_SEED` brings back the one that a failure printed.
package let seedOfThisRun =
  ProcessInfo.processInfo.environment["ROUNDS_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 0...UInt64.max)

/// A value with some of its fields set.
package func made<Value>(_ value: Value, _ change: (inout Value) -> Void) -> Value {
  var value = value
  change(&value)
  return value
}
