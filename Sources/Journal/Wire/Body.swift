import Care

// What the blobs of each table hold, before they are sealed.

extension Entry {
  /// The part of an entry that isn't in the clear: author, reason and event.
  var body: [UInt8] {
    var writer = WireWriter(version: event.form)
    writer.byte(event.kind.rawValue)
    writer.value(author)
    writer.text(reason)
    event.write(&writer)
    return writer.bytes
  }

  static func eventKind(body: [UInt8]) throws(WireError) -> EventKind {
    var reader = try WireReader(body)
    return try EventKind.read(&reader)
  }
}

extension Proposal {
  /// Reads what `Entry.body` wrote; `expected` is the version before the entry's.
  init(id: EntryID, stream: Stream, version: Int, time: Instant, body: [UInt8]) throws(WireError) {
    var reader = try WireReader(body)
    let kind = try EventKind.read(&reader)
    let author = try reader.value(Author())
    let reason = try reader.text()
    let event = try Event.read(kind, &reader)
    try reader.finish()
    self.init(
      id: id, stream: stream, expected: version - 1, time: time, author: author, reason: reason, event: event)
  }
}

extension Chart {
  var body: [UInt8] {
    var writer = WireWriter(version: form)
    var copy = self
    copy.wire(&writer)
    return writer.bytes
  }

  /// The oldest form that holds all of it, from the last one on in which every chart was written.
  private var form: UInt8 { appointments.items.map(\.value.form).reduce(BodyVersion.withTeams, max) }

  init(id: PatientID, body: [UInt8]) throws(WireError) {
    var reader = try WireReader(body)
    self.init(id: id)
    try wire(&reader)
    try reader.finish()
  }
}

extension Directory.Member {
  var body: [UInt8] {
    var writer = WireWriter(version: resource.form)
    var (origins, origin) = (origins, origin)
    writer.field(&origins)
    writer.unique(&origin)
    resource.write(&writer)
    return writer.bytes
  }

  init(id: MemberID, body: [UInt8]) throws(WireError) {
    var reader = try WireReader(body)
    var origins: [OriginID] = []
    var origin = ""
    try reader.field(&origins)
    try reader.unique(&origin)
    let resource = try DirectoryResource.read(&reader)
    try reader.finish()
    self.init(id: id, origins: origins, origin: origin, resource: resource)
  }
}

extension Page {
  /// The rows as they lie in memory, after the version.
  var body: [UInt8] { [BodyVersion.first] + bytes }

  /// The first row's key, after the version.
  var headBody: [UInt8] { [BodyVersion.first] + head }

  static func head(body: [UInt8]) throws(WireError) -> [UInt8] {
    _ = try WireReader(body)
    return Array(body.dropFirst())
  }

  init(number: Int, rows: Int, head: [UInt8], body: [UInt8]) throws(WireError) {
    _ = try WireReader(body)
    let bytes = Array(body.dropFirst())
    guard Page.isSound(bytes, rows: rows) else { throw WireError(kind: .badPage, offset: 1) }
    self.init(number: number, rows: rows, head: head, bytes: bytes)
  }

  /// True where every offset and length stays within the bytes, so that no row read later can reach past them.
  private static func isSound(_ bytes: [UInt8], rows: Int) -> Bool {
    func short(_ at: Int) -> Int { Int(bytes[at]) | Int(bytes[at + 1]) << 8 }
    guard bytes.count >= 2 + rows * 4, rows > 0, short(0) == rows else { return false }
    func offset(_ row: Int) -> Int {
      row == rows ? bytes.count : short(2 + row * 4) | short(4 + row * 4) << 16
    }
    guard offset(0) == 2 + rows * 4 else { return false }
    for row in 0..<rows {
      let (start, end) = (offset(row), offset(row + 1))
      guard start + 2 <= end, end <= bytes.count else { return false }
      let searched = start + 2 + short(start)
      guard searched + 2 <= end, searched + 2 + short(searched) <= end else { return false }
    }
    return true
  }
}
