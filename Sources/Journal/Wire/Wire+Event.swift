import Care

/// Which event a body holds: its second byte, so that a count by kind need not read the rest. The numbers are the
/// format on disk, the names are for people.
package enum EventKind: UInt8, CaseIterable, Sendable {
  case recordReceived = 1
  case directoryReceived = 2
  case ownerChanged = 3
  case taskStatusChanged = 4
  case threadRead = 5
  case recordMoved = 6
  case lineWritten = 7
  case itemSnoozed = 8
  case itemEscalated = 9
  case itemSettled = 10
  case triageBegan = 11
  case triageDecided = 12
  case triageReopened = 13
  case triageEnded = 14
  case handlingReceived = 15
  case referralMoved = 16
  case referralMoveTakenBack = 17
  case handoffMoved = 18
  case handoffMoveTakenBack = 19
  case receiptsGiven = 20
  case receiptsTakenBack = 21
  case disclosed = 22
  case disclosuresTakenBack = 23

  package var name: String {
    switch self {
    case .recordReceived: "record received"
    case .directoryReceived: "directory received"
    case .ownerChanged: "owner changed"
    case .taskStatusChanged: "task status changed"
    case .threadRead: "thread read"
    case .recordMoved: "record moved"
    case .lineWritten: "line written"
    case .itemSnoozed: "left alone"
    case .itemEscalated: "passed up"
    case .itemSettled: "settled by hand"
    case .triageBegan: "triage begun"
    case .triageDecided: "triage decided"
    case .triageReopened: "triage reopened"
    case .triageEnded: "triage ended"
    case .handlingReceived: "doings received"
    case .referralMoved: "referral moved"
    case .referralMoveTakenBack: "referral moved back"
    case .handoffMoved: "handoff moved"
    case .handoffMoveTakenBack: "handoff moved back"
    case .receiptsGiven: "message received"
    case .receiptsTakenBack: "receipt taken back"
    case .disclosed: "told outside"
    case .disclosuresTakenBack: "told outside, taken back"
    }
  }
}

extension EventKind {
  static func read(_ reader: inout WireReader) throws(WireError) -> EventKind {
    guard let kind = EventKind(rawValue: try reader.byte()) else { throw reader.failure(.unknownCase("event")) }
    return kind
  }
}

extension Event {
  var kind: EventKind {
    switch self {
    case .recordReceived: .recordReceived
    case .directoryReceived: .directoryReceived
    case .ownerChanged: .ownerChanged
    case .taskStatusChanged: .taskStatusChanged
    case .threadRead: .threadRead
    case .recordMoved: .recordMoved
    case .lineWritten: .lineWritten
    case .itemSnoozed: .itemSnoozed
    case .itemEscalated: .itemEscalated
    case .itemSettled: .itemSettled
    case .triageBegan: .triageBegan
    case .triageDecided: .triageDecided
    case .triageReopened: .triageReopened
    case .triageEnded: .triageEnded
    case .handlingReceived: .handlingReceived
    case .referralMoved: .referralMoved
    case .referralMoveTakenBack: .referralMoveTakenBack
    case .handoffMoved: .handoffMoved
    case .handoffMoveTakenBack: .handoffMoveTakenBack
    case .receiptsGiven: .receiptsGiven
    case .receiptsTakenBack: .receiptsTakenBack
    case .disclosed: .disclosed
    case .disclosuresTakenBack: .disclosuresTakenBack
    }
  }

  /// The oldest form of a body that can hold it: an older program is told that a newer one has been here.
  var form: UInt8 {
    switch self {
    case .ownerChanged, .taskStatusChanged, .threadRead, .recordMoved: BodyVersion.first
    case .recordReceived(_, let lines): lines.map(\.resource.form).max() ?? BodyVersion.first
    case .directoryReceived(_, let lines): lines.map(\.resource.form).max() ?? BodyVersion.first
    case .lineWritten(let line, let before):
      max(BodyVersion.withHandling, line.resource.form, before?.form ?? BodyVersion.first)
    case .itemSnoozed, .itemEscalated, .itemSettled, .triageBegan, .triageDecided, .triageReopened, .triageEnded:
      BodyVersion.withHandling
    case .handlingReceived(let handling, _):
      handling.values.map(\.form).max() ?? BodyVersion.withHandling
    case .referralMoved, .referralMoveTakenBack: BodyVersion.withReferrals
    case .handoffMoved, .handoffMoveTakenBack, .receiptsGiven, .receiptsTakenBack, .disclosed, .disclosuresTakenBack:
      BodyVersion.withTeams
    }
  }

  func write(_ writer: inout WireWriter) {
    switch self {
    case .recordReceived(let source, let lines):
      writer.value(source)
      writer.count(lines.count)
      for line in lines { line.write(&writer) }
    case .directoryReceived(let source, let lines):
      writer.value(source)
      writer.count(lines.count)
      for line in lines { line.write(&writer) }
    case .ownerChanged(let task, let from, let to):
      writer.id(task)
      writer.value(from)
      writer.value(to)
    case .taskStatusChanged(let task, let from, let to):
      writer.id(task)
      writer.text(from?.rawValue ?? "")
      writer.text(to.rawValue)
    case .threadRead(let thread, let member, var from, var upTo):
      writer.id(thread)
      writer.id(member)
      writer.field(&from)
      writer.field(&upTo)
    case .recordMoved(let patient):
      writer.id(patient)
    case .lineWritten(let line, let before):
      line.write(&writer)
      writer.byte(before == nil ? 0 : 1)
      before?.write(&writer)
    case .itemSnoozed(let item, var from, var to):
      writer.id(item)
      writer.field(&from)
      writer.field(&to)
    case .itemEscalated(let item, let from, let to):
      writer.id(item)
      writer.value(from)
      writer.value(to)
    case .itemSettled(let item, let title, let from, let to):
      writer.id(item)
      writer.text(title)
      writer.text(from?.rawValue ?? "")
      writer.text(to?.rawValue ?? "")
    case .triageBegan(let queue): writer.value(queue)
    case .triageDecided(let index, let verdict, let took):
      writer.count(index)
      writer.text(verdict.rawValue)
      writer.signed(took)
    case .triageReopened(let index): writer.count(index)
    case .triageEnded(let summary): writer.value(summary)
    case .handlingReceived(let handling, let amendments): writer.value(HandledLines(handling, amendments))
    case .referralMoved(let referral, let move), .referralMoveTakenBack(let referral, let move):
      writer.id(referral)
      writer.value(move)
    case .handoffMoved(let handoff, let move), .handoffMoveTakenBack(let handoff, let move):
      writer.id(handoff)
      writer.value(move)
    case .receiptsGiven(let receipts), .receiptsTakenBack(let receipts): writer.value(Several(receipts))
    case .disclosed(let told), .disclosuresTakenBack(let told): writer.value(Several(told))
    }
  }

  static func read(_ kind: EventKind, _ reader: inout WireReader) throws(WireError) -> Event {
    switch kind {
    case .recordReceived:
      let source = try reader.value(Source())
      return .recordReceived(source, try reader.list(ImportedLine.read))
    case .directoryReceived:
      let source = try reader.value(Source())
      return .directoryReceived(source, try reader.list(DirectoryLine.read))
    case .ownerChanged:
      let task = try reader.id(LineTag.self)
      let from = try reader.value(Reference())
      return .ownerChanged(item: task, from: from, to: try reader.value(Reference()))
    case .taskStatusChanged:
      let task = try reader.id(LineTag.self)
      var from: TaskStatus?
      var to: TaskStatus?
      try reader.field(&from)
      try reader.field(&to)
      guard let to else { throw reader.failure(.unknownCase("task status")) }
      return .taskStatusChanged(task: task, from: from, to: to)
    case .threadRead:
      let thread = try reader.id(LineTag.self)
      let member = try reader.id(MemberTag.self)
      var from: Int64?
      var upTo: Int64?
      try reader.field(&from)
      try reader.field(&upTo)
      return .threadRead(thread: thread, member: member, from: from, upTo: upTo)
    case .recordMoved:
      return .recordMoved(to: try reader.id(Patient.self))
    case .lineWritten:
      let line = try ImportedLine.read(&reader)
      var isAmended = false
      try reader.field(&isAmended)
      return .lineWritten(line, before: isAmended ? try Resource.read(&reader) : nil)
    case .itemSnoozed:
      let item = try reader.id(LineTag.self)
      var from: Snooze?
      var to: Snooze?
      try reader.field(&from)
      try reader.field(&to)
      return .itemSnoozed(item: item, from: from, to: to)
    case .itemEscalated:
      let item = try reader.id(LineTag.self)
      let from = try reader.value(Rung())
      return .itemEscalated(item: item, from: from, to: try reader.value(Rung()))
    case .itemSettled:
      let item = try reader.id(LineTag.self)
      let title = try reader.text()
      var from: Outcome?
      var to: Outcome?
      try reader.field(&from)
      try reader.field(&to)
      return .itemSettled(item: item, title: title, from: from, to: to)
    case .triageBegan: return .triageBegan(try reader.value(TriageQueue()))
    case .triageDecided:
      let index = try reader.index()
      var verdict: Verdict?
      try reader.field(&verdict)
      guard let verdict else { throw reader.failure(.unknownCase("verdict")) }
      return .triageDecided(index: index, verdict, took: try reader.signed())
    case .triageReopened: return .triageReopened(index: try reader.index())
    case .triageEnded: return .triageEnded(try reader.value(TriageSummary()))
    case .handlingReceived:
      let received = try reader.value(HandledLines())
      return .handlingReceived(received.handling, received.amendments)
    case .referralMoved:
      let referral = try reader.id(LineTag.self)
      return .referralMoved(referral: referral, try reader.value(ReferralMove()))
    case .referralMoveTakenBack:
      let referral = try reader.id(LineTag.self)
      return .referralMoveTakenBack(referral: referral, try reader.value(ReferralMove()))
    case .handoffMoved:
      let handoff = try reader.id(LineTag.self)
      return .handoffMoved(handoff: handoff, try reader.value(HandoffMove()))
    case .handoffMoveTakenBack:
      let handoff = try reader.id(LineTag.self)
      return .handoffMoveTakenBack(handoff: handoff, try reader.value(HandoffMove()))
    case .receiptsGiven: return .receiptsGiven(try reader.value(Several<Receipt>()).values)
    case .receiptsTakenBack: return .receiptsTakenBack(try reader.value(Several<Receipt>()).values)
    case .disclosed: return .disclosed(try reader.value(Several<Disclosure>()).values)
    case .disclosuresTakenBack: return .disclosuresTakenBack(try reader.value(Several<Disclosure>()).values)
    }
  }
}

extension WireReader {
  /// A place in a queue.
  fileprivate mutating func index() throws(WireError) -> Int {
    guard let index = Int32(exactly: try number()) else { throw failure(.badNumber) }
    return Int(index)
  }

  fileprivate mutating func list<Element>(
    _ read: (inout WireReader) throws(WireError) -> Element
  ) throws(WireError) -> [Element] {
    var elements: [Element] = []
    for _ in 0..<(try count()) { elements.append(try read(&self)) }
    return elements
  }
}

extension Handling {
  /// The oldest form that holds all of it.
  fileprivate var form: UInt8 {
    if !handoffSteps.isEmpty { return BodyVersion.withTeams }
    return steps.isEmpty ? BodyVersion.withHandling : BodyVersion.withReferrals
  }
}

extension Resource {
  /// The oldest form that holds all of it.
  fileprivate var form: UInt8 {
    if case .appointment(let appointment) = self { appointment.form } else { BodyVersion.first }
  }
}

extension Appointment {
  /// The oldest form that holds all of it.
  var form: UInt8 { virtualServices.isEmpty ? BodyVersion.first : BodyVersion.withVirtualServices }
}

extension DirectoryResource {
  /// The oldest form that holds all of it.
  var form: UInt8 {
    switch self {
    case .practitioner, .practitionerRole, .organization: BodyVersion.first
    case .location(let location): location.position == nil ? BodyVersion.first : BodyVersion.withReferrals
    case .healthcareService(let service):
      service.capacity == nil && service.updated == nil ? BodyVersion.first : BodyVersion.withReferrals
    case .partnership: BodyVersion.withReferrals
    case .dutyRoster: BodyVersion.withTeams
    }
  }
}

extension ImportedLine {
  fileprivate func write(_ writer: inout WireWriter) {
    writer.id(id)
    var (origins, origin) = (origins, origin)
    writer.field(&origins)
    writer.unique(&origin)
    resource.write(&writer)
  }

  fileprivate static func read(_ reader: inout WireReader) throws(WireError) -> ImportedLine {
    let id = try reader.id(LineTag.self)
    var origins: [OriginID] = []
    var origin = ""
    try reader.field(&origins)
    try reader.unique(&origin)
    return ImportedLine(id: id, origins: origins, origin: origin, resource: try Resource.read(&reader))
  }
}

extension DirectoryLine {
  fileprivate func write(_ writer: inout WireWriter) {
    writer.id(id)
    var (origins, origin) = (origins, origin)
    writer.field(&origins)
    writer.unique(&origin)
    resource.write(&writer)
  }

  fileprivate static func read(_ reader: inout WireReader) throws(WireError) -> DirectoryLine {
    let id = try reader.id(MemberTag.self)
    var origins: [OriginID] = []
    var origin = ""
    try reader.field(&origins)
    try reader.unique(&origin)
    return DirectoryLine(id: id, origins: origins, origin: origin, resource: try DirectoryResource.read(&reader))
  }
}
