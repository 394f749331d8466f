package import Care
internal import GRDB
import FoundationEssentials

extension Journal {
  /// Keeps a message that is being written, in the place of what was kept of it before.
  package func keep(_ draft: MessageDraft, of member: MemberID) throws {
    var writer = WireWriter(version: BodyVersion.withTeams)
    var copy = draft
    copy.wire(&writer)
    let body = try bodies.sealed(writer.bytes, .draft(draft.id))
    try write(waits: false) { tables in
      try tables.run(
        "INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?)",
        [Data(draft.id.bytes), Data(member.bytes), draft.written.milliseconds, Data(body)])
    }
  }

  /// Forgets a draft: it was sent, or thrown away.
  package func dropDraft(_ id: LineID) throws {
    try write { try $0.run("DELETE FROM draft WHERE id = ?", [Data(id.bytes)]) }
  }

  /// What a member was writing, the newest first.
  package func drafts(of member: MemberID) throws -> [MessageDraft] {
    try read { tables in
      var drafts: [MessageDraft] = []
      try tables.each("SELECT id, body FROM draft WHERE member = ? ORDER BY written DESC", [Data(member.bytes)]) {
        row in
        guard let id = LineID(bytes: try row.bytes(0)) else { throw tables.damaged("a message that was being written") }
        drafts.append(
          try tables.bodies.open(try row.bytes(1), .draft(id)) { (bytes: [UInt8]) throws(WireError) in
            var reader = try WireReader(bytes)
            let draft = try reader.value(MessageDraft())
            try reader.finish()
            return draft
          })
      }
      return drafts
    }
  }
}
