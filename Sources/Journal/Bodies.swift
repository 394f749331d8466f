import Care
import Sealing

/// Where a body belongs. The seal binds it there, so that rows can't be exchanged for one another.
enum Place {
  case entry(Stream, Int64)
  case chart(PatientID, Int64)
  case page(ListKind, Int, Int64)
  case head(ListKind, Int, Int64)
  case member(MemberID, Int64)
  case draft(LineID)
  case window(WindowID)

  var bytes: [UInt8] {
    var bytes: [UInt8]
    let sequence: Int64
    switch self {
    case .entry(let stream, let at):
      bytes = [1] + stream.bytes
      sequence = at
    case .chart(let id, let at):
      bytes = [2] + id.bytes
      sequence = at
    case .page(let list, let number, let at):
      bytes = [3, UInt8(list.rawValue)]
      bytes.appendBigEndian(Int64(number))
      sequence = at
    case .head(let list, let number, let at):
      bytes = [4, UInt8(list.rawValue)]
      bytes.appendBigEndian(Int64(number))
      sequence = at
    case .member(let id, let at):
      bytes = [5] + id.bytes
      sequence = at
    case .draft(let id):
      bytes = [6] + id.bytes
      sequence = 0
    case .window(let id):
      bytes = [7] + id.bytes
      sequence = 0
    }
    bytes.appendBigEndian(sequence)
    return bytes
  }
}

/// Bodies on their way to the disk and back.
struct Bodies: Sendable {
  let seal: any Seal
  /// The journal's file, for errors.
  let path: String

  func sealed(_ body: [UInt8], _ place: Place) throws -> [UInt8] { try seal.seal(body, bound: place.bytes) }

  /// Opens a body and reads it.
  /// - Throws: `JournalError` that says which body, where it was altered or can't be read.
  func open<Value>(_ body: [UInt8], _ place: Place, _ read: ([UInt8]) throws(WireError) -> Value) throws -> Value {
    let opened: [UInt8]
    do {
      opened = try seal.open(body, bound: place.bytes)
    } catch {
      throw damaged(place, "its seal is broken")
    }
    do {
      return try read(opened)
    } catch {
      if case .newer = error.kind { throw JournalError(.newerForm, path: path) }
      throw damaged(place, error.description)
    }
  }

  private func damaged(_ place: Place, _ words: String) -> JournalError {
    switch place {
    case .entry(_, let sequence): JournalError(.damagedEntry(sequence: sequence, words), path: path)
    case .chart(_, let sequence): row("a chart, as of entry \(sequence),", words)
    case .page(let list, let number, _), .head(let list, let number, _): row("page \(number) of the \(list)", words)
    case .draft: row("a message that was being written", words)
    case .window: row("a window's place", words)
    case .member(_, let sequence): row("a member of the directory, as of entry \(sequence),", words)
    }
  }

  private func row(_ which: String, _ words: String) -> JournalError {
    JournalError(.damagedRow(which, words), path: path)
  }
}

extension [UInt8] {
  mutating func appendBigEndian(_ value: Int64) {
    for shift in stride(from: Int64(56), through: 0, by: -8) { append(UInt8(truncatingIfNeeded: value >> shift)) }
  }
}

extension ID {
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(16)
    bytes.appendBigEndian(Int64(bitPattern: high))
    bytes.appendBigEndian(Int64(bitPattern: low))
    return bytes
  }

  /// - Returns: nil unless there are 16 bytes.
  init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 16 else { return nil }
    func number(_ part: some Collection<UInt8>) -> UInt64 { part.reduce(0) { $0 << 8 | UInt64($1) } }
    self.init(high: number(bytes.prefix(8)), low: number(bytes.dropFirst(8)))
  }
}

extension Stream {
  var bytes: [UInt8] {
    switch self {
    case .directory: [0]
    case .patient(let id): [1] + id.bytes
    case .triage(let member): [2] + member.bytes
    }
  }

  /// - Returns: nil where the bytes name no stream.
  init?(bytes: [UInt8]) {
    switch bytes.first {
    case 0 where bytes.count == 1: self = .directory
    case 1:
      guard let id = PatientID(bytes: bytes.dropFirst()) else { return nil }
      self = .patient(id)
    case 2:
      guard let member = MemberID(bytes: bytes.dropFirst()) else { return nil }
      self = .triage(member)
    default: return nil
    }
  }
}
