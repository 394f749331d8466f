import Care
import Sealing

extension ID {
  /// The identifier that a canonical text stands for: the first 16 bytes of its SHA-256.
  init(key: String) { self.init(digest: Digest.sha256(Array(key.utf8))) }

  /// - Parameter digest: at least 16 bytes.
  init(digest: [UInt8]) {
    let high = digest.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let low = digest.dropFirst(8).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    self.init(high: high, low: low)
  }
}

/// Canonical texts to identifiers, each hashed once a document.
struct OriginCache {
  private var known: [String: OriginID] = [:]

  subscript(key: String) -> OriginID {
    mutating get {
      if let id = known[key] { return id }
      let id = OriginID(key: key)
      known[key] = id
      return id
    }
  }
}
