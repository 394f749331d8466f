/// Makes identifiers from a seed, one after another. Whoever wires the program up draws the seed; a fixed one repeats.
package struct IDSequence: Hashable, Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next<Of>() -> ID<Of> { ID(high: draw(), low: draw()) }

  /// Source: SplitMix64, Steele, Lea and Flood, "Fast splittable pseudorandom number generators".
  private mutating func draw() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
