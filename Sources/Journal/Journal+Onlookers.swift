package import Care
internal import GRDB
import FoundationEssentials

package enum WindowTag {}
/// One open dashboard; a member may have several.
package typealias WindowID = ID<WindowTag>

/// Who looks at which patient just now. It is no part of the record: nobody needs it tomorrow, and a window that hasn't
/// been heard of for a while is gone.
extension Journal {
  /// Milliseconds after which a window that has said nothing counts as closed. Source: Rounds default, version 1: open
  /// windows say every minute that they are there.
  package static let onlookersForget: Int64 = 150_000

  /// Says where a window looks now. Returns without waiting; throws `busy` where somebody else is writing.
  package func look(at patient: PatientID, from window: WindowID, of member: MemberID, at now: Instant) throws {
    let body = try bodies.sealed(patient.bytes, .window(window))
    try write(waits: false, isDurable: false) { tables in
      try tables.run("DELETE FROM looking WHERE seen < ?", [now.milliseconds - Journal.onlookersForget])
      try tables.run(
        "INSERT OR REPLACE INTO looking VALUES (?, ?, ?, ?)",
        [Data(window.bytes), Data(member.bytes), now.milliseconds, Data(body)])
    }
  }

  /// Says that a window looks at nobody any more.
  package func lookAway(from window: WindowID) throws {
    try write(waits: false, isDurable: false) { tables in
      try tables.run("DELETE FROM looking WHERE id = ?", [Data(window.bytes)])
    }
  }

  /// Members who look at a patient from other windows, each once, by their ids.
  package func onlookers(at patient: PatientID, besides window: WindowID, at now: Instant) throws -> [MemberID] {
    try read { tables in
      var members: Set<MemberID> = []
      let since = now.milliseconds - Journal.onlookersForget
      try tables.each("SELECT id, member, body FROM looking WHERE seen >= ?", [since]) { row in
        guard let id = WindowID(bytes: try row.bytes(0)), let member = MemberID(bytes: try row.bytes(1)) else {
          throw tables.damaged("a window's place")
        }
        if id == window { return }
        let place = try tables.bodies.open(try row.bytes(2), .window(id)) { (bytes: [UInt8]) throws(WireError) in bytes
        }
        if place == patient.bytes { members.insert(member) }
      }
      return members.sorted()
    }
  }
}
