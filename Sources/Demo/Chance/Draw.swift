import Care

/// A source of repeatable chance: SplitMix64, as a value. The same seed, topic and index give the same draws on every
/// platform and in every version of the standard library.
///
/// Source: G. Steele, D. Lea, C. Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014.
struct Draw: Hashable, Sendable {
  private var state: UInt64

  /// - Parameters:
  ///   - topic: keeps apart the draws made for different purposes, so that more of one never shifts another.
  ///   - index: which of its kind, a patient's position for instance.
  init(seed: UInt64, topic: UInt64, index: Int) {
    state = Self.mix(seed &+ 0x9E37_79B9_7F4A_7C15)
    state = Self.mix(state ^ topic &* 0xD1B5_4A32_D192_ED03)
    state = Self.mix(state ^ UInt64(bitPattern: Int64(index)) &* 0x8CB9_2BA7_2F3D_8DD7)
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mix(state)
  }

  /// A number from 0 up to, not including, `bound`, which must be positive.
  mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  /// True in `percent` of a hundred draws.
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// One of the choices, of which there is at least one.
  mutating func pick<Choice>(_ choices: [Choice]) -> Choice { choices[below(choices.count)] }

  /// Some of the choices, each at most once, in the order given.
  mutating func some<Choice>(_ count: Int, of choices: [Choice]) -> [Choice] {
    var wanted = min(count, choices.count)
    var chosen: [Choice] = []
    for (position, choice) in choices.enumerated() where below(choices.count - position) < wanted {
      chosen.append(choice)
      wanted -= 1
    }
    return chosen
  }

  /// An identifier with the version and variant bits of a random UUID.
  mutating func id<Of>() -> ID<Of> {
    ID(
      high: next() & ~0xF000 | 0x4000,
      low: next() & ~(0xC0 << 56) | (0x80 << 56))
  }
}
