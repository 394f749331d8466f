import Crypto
package import FoundationEssentials

/// A running SHA-256: bytes go in as they come, 32 come out at the end.
package struct Digest {
  private var hash = Crypto.SHA256()

  package init() {}

  package mutating func update(_ bytes: some ContiguousBytes) {
    unsafe bytes.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
  }

  /// The 32 bytes of everything so far; more may still be added.
  package func finished() -> [UInt8] { Array(hash.finalize()) }

  package static func sha256(_ bytes: some ContiguousBytes) -> [UInt8] {
    var digest = Digest()
    digest.update(bytes)
    return digest.finished()
  }
}
