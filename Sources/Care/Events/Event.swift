/// A fact in the past tense. Whatever changes the record is one, whoever caused it, and none is ever edited.
package enum Event: Hashable, Sendable {
  /// Lines about one patient arrived from outside, new or amended.
  case recordReceived(Source, [ImportedLine])
  /// People, bodies, places and services arrived from outside.
  case directoryReceived(Source, [DirectoryLine])
  case taskOwnerChanged(task: LineID, from: Reference, to: Reference)
  case taskStatusChanged(task: LineID, from: TaskStatus?, to: TaskStatus)
  /// A member has read a thread; `upTo` in milliseconds since 1970, as `from` was before (nil: not read at all).
  case threadRead(thread: LineID, member: MemberID, from: Int64?, upTo: Int64?)
  /// This record was found to be another patient's, who now has its lines.
  case recordMoved(to: PatientID)
}

extension Event {
  /// The task that a person changed; nil for every other event.
  package var task: LineID? {
    switch self {
    case .taskOwnerChanged(let task, _, _), .taskStatusChanged(let task, _, _): task
    case .recordReceived, .directoryReceived, .threadRead, .recordMoved: nil
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

extension Event {
  /// Whether an event can put back what this one changed: a task that had no status can't be given none again.
  package var isReversible: Bool {
    if case .taskStatusChanged(_, from: nil, _) = self { false } else { true }
  }
}
