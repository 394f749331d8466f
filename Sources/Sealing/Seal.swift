/// What stands between a body and the disk.
///
/// `bound` is what the body belongs to (its stream, sequence and kind): a body opens only where it was sealed, so that
/// rows can't be exchanged for one another.
package protocol Seal: Sendable {
  func seal(_ body: [UInt8], bound: [UInt8]) throws -> [UInt8]
  /// - Throws: where the bytes were altered, or were sealed for another place.
  func open(_ sealed: [UInt8], bound: [UInt8]) throws -> [UInt8]
}

/// Leaves bodies as they are; for a journal that has no passphrase.
package struct Unsealed: Seal {
  package init() {}

  package func seal(_ body: [UInt8], bound: [UInt8]) -> [UInt8] { body }
  package func open(_ sealed: [UInt8], bound: [UInt8]) -> [UInt8] { sealed }
}
