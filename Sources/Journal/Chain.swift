import FoundationEssentials
import Sealing

/// The chain that ties each entry to the one before.
enum Chain {
  /// What the first entry is tied to.
  static let start = [UInt8](repeating: 0, count: 32)

  /// SHA-256 over the hash before, the sequence, id, stream, version and time, and the body as it lies on the disk.
  /// Numbers are big-endian; every part but the body has a length that its first byte tells.
  static func hash(after previous: [UInt8], _ row: EntryRow) -> [UInt8] {
    var head = previous
    head.appendBigEndian(row.sequence)
    head.append(contentsOf: row.id.bytes)
    head.append(contentsOf: row.stream.bytes)
    head.appendBigEndian(Int64(row.version))
    head.appendBigEndian(row.time)
    var digest = Digest()
    digest.update(head)
    digest.update(row.body)
    return digest.finished()
  }
}
