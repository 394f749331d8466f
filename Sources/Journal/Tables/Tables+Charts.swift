import Care
import FoundationEssentials
internal import GRDB

extension Tables {
  func chart(_ id: PatientID) throws -> Chart? {
    guard let row = try row("SELECT sequence, body FROM chart WHERE id = ?", [Data(id.bytes)]) else { return nil }
    return try chart(id, row)
  }

  /// - Returns: nil where the chart is as it was at `sequence`.
  func chart(_ id: PatientID, changedSince sequence: Int64) throws -> Chart? {
    let row = try row("SELECT sequence, body FROM chart WHERE id = ? AND sequence > ?", [Data(id.bytes), sequence])
    return try row.map { try chart(id, $0) }
  }

  private func chart(_ id: PatientID, _ row: Row) throws -> Chart {
    try bodies.open(try row.bytes(1), .chart(id, row[0])) { body throws(WireError) in try Chart(id: id, body: body) }
  }

  func write(_ chart: Chart, sequence: Int64) throws {
    let body = try bodies.sealed(chart.body, .chart(chart.id, sequence))
    try run(
      "INSERT OR REPLACE INTO chart (id, sequence, version, body) VALUES (?, ?, ?, ?)",
      [Data(chart.id.bytes), sequence, chart.version, Data(body)])
  }

  // MARK: Who a source's name means

  func patient(_ origin: OriginID) throws -> PatientID? {
    guard let row = try row("SELECT patient FROM identity WHERE origin = ?", [Data(origin.bytes)]) else { return nil }
    guard let patient = PatientID(bytes: try row.bytes(0)) else { throw damaged("a patient's name in a source") }
    return patient
  }

  /// Takes the names that an entry gives a patient. The newest entry's word stands.
  func identify(_ patient: PatientID, _ event: Event) throws {
    switch event {
    case .recordReceived(_, let lines):
      for line in lines where line.resource.kind == .patient {
        for origin in line.origins {
          try run("INSERT OR REPLACE INTO identity VALUES (?, ?)", [Data(origin.bytes), Data(patient.bytes)])
        }
      }
    case .recordMoved(let other):
      try run("UPDATE identity SET patient = ? WHERE patient = ?", [Data(other.bytes), Data(patient.bytes)])
    default: break
    }
  }

  // MARK: The directory

  func member(_ id: MemberID) throws -> Directory.Member? {
    guard let row = try row("SELECT id, sequence, body FROM member WHERE id = ?", [Data(id.bytes)]) else { return nil }
    return try member(row)
  }

  /// The members that have changed since an entry; all of them since 0.
  func members(after sequence: Int64) throws -> [Directory.Member] {
    var members: [Directory.Member] = []
    try each("SELECT id, sequence, body FROM member WHERE sequence > ?", [sequence]) { members.append(try member($0)) }
    return members
  }

  private func member(_ row: Row) throws -> Directory.Member {
    guard let id = MemberID(bytes: try row.bytes(0)) else { throw damaged("a member of the directory") }
    return try bodies.open(try row.bytes(2), .member(id, row[1])) { body throws(WireError) in
      try Directory.Member(id: id, body: body)
    }
  }

  func write(_ member: Directory.Member, sequence: Int64) throws {
    let body = try bodies.sealed(member.body, .member(member.id, sequence))
    try run(
      "INSERT OR REPLACE INTO member (id, sequence, body) VALUES (?, ?, ?)",
      [Data(member.id.bytes), sequence, Data(body)])
  }
}
