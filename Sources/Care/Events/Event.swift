/// A fact in the past tense. Whatever changes the record is one, whoever caused it, and none is ever edited.
package enum Event: Hashable, Sendable {
  /// Lines about one patient arrived from outside, new or amended.
  case recordReceived(Source, [ImportedLine])
  /// People, bodies, places and services arrived from outside.
  case directoryReceived(Source, [DirectoryLine])
  /// A person wrote a line here, or amended one; `before` is what stood there (nil: nothing).
  case lineWritten(ImportedLine, before: Resource?)
  /// The next action went to a person or a role; an empty reference is nobody, or for what is no task whoever the
  /// source or the rule names.
  case ownerChanged(item: LineID, from: Reference, to: Reference)
  case taskStatusChanged(task: LineID, from: TaskStatus?, to: TaskStatus)
  /// An item is left alone until a time; nil wakes it.
  case itemSnoozed(item: LineID, from: Snooze?, to: Snooze?)
  /// An item went up the ladder, or back down.
  case itemEscalated(item: LineID, from: Rung, to: Rung)
  /// An item that no source closes has ended; nil opens it again. The title is kept, since nothing asks for it any
  /// more.
  case itemSettled(item: LineID, title: String, from: Outcome?, to: Outcome?)
  /// A referral went a step on, or something was recorded of it that leaves it where it is.
  case referralMoved(referral: LineID, ReferralMove)
  /// Its last step was taken back.
  case referralMoveTakenBack(referral: LineID, ReferralMove)
  /// A handoff went a step on.
  case handoffMoved(handoff: LineID, HandoffMove)
  /// Its last step was taken back.
  case handoffMoveTakenBack(handoff: LineID, HandoffMove)
  /// A member has read a thread; `upTo` in milliseconds since 1970, as `from` was before (nil: not read at all).
  case threadRead(thread: LineID, member: MemberID, from: Int64?, upTo: Int64?)
  /// Messages came onto a recipient's screen, were read or acknowledged there.
  case receiptsGiven([Receipt])
  case receiptsTakenBack([Receipt])
  /// Something about the patient went to somebody outside the team.
  case disclosed([Disclosure])
  case disclosuresTakenBack([Disclosure])
  /// This record was found to be another patient's, who now has its lines.
  case recordMoved(to: PatientID)
  /// What people had done about the lines of a record that moved here.
  case handlingReceived([LineID: Handling], [Amendment])
  /// A member began to go through a list, frozen as it was then.
  case triageBegan(TriageQueue)
  /// One of it was decided on; `took` in milliseconds.
  case triageDecided(index: Int, Verdict, took: Int64)
  /// A verdict was taken back.
  case triageReopened(index: Int)
  case triageEnded(TriageSummary)
}

/// How far up the ladder an item is, and who has it there.
package struct Rung: Hashable, Sendable {
  /// 0 where it was never passed up.
  package var step: Int
  package var owner: Reference

  package init(step: Int = 0, owner: Reference = Reference()) {
    self.step = step
    self.owner = owner
  }
}

extension Event {
  /// The open item that a person changed; nil for every other event.
  package var item: LineID? {
    switch self {
    case .lineWritten(let line, _): line.id
    case .ownerChanged(let item, _, _), .taskStatusChanged(let item, _, _), .itemSnoozed(let item, _, _),
      .itemEscalated(let item, _, _), .itemSettled(let item, _, _, _), .referralMoved(let item, _),
      .referralMoveTakenBack(let item, _), .handoffMoved(let item, _), .handoffMoveTakenBack(let item, _):
      item
    case .recordReceived, .directoryReceived, .threadRead, .receiptsGiven, .receiptsTakenBack, .disclosed,
      .disclosuresTakenBack, .recordMoved, .handlingReceived, .triageBegan, .triageDecided, .triageReopened,
      .triageEnded:
      nil
    }
  }
}

/// One resource on its way into a chart.
package struct ImportedLine: Hashable, Sendable {
  package var id: LineID
  /// Every name by which a reference may mean this resource.
  package var origins: [OriginID]
  /// The identifier as the source wrote it.
  package var origin: String
  package var resource: Resource

  package init(id: LineID, origins: [OriginID], origin: String, resource: Resource) {
    self.id = id
    self.origins = origins
    self.origin = origin
    self.resource = resource
  }
}

/// One resource on its way into the directory.
package struct DirectoryLine: Hashable, Sendable {
  package var id: MemberID
  package var origins: [OriginID]
  package var origin: String
  package var resource: DirectoryResource

  package init(id: MemberID, origins: [OriginID], origin: String, resource: DirectoryResource) {
    self.id = id
    self.origins = origins
    self.origin = origin
    self.resource = resource
  }
}
