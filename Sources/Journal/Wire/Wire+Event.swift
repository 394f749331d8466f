import Care

/// Which event a body holds: its second byte, so that a count by kind need not read the rest. The numbers are the
/// format on disk, the names are for people.
package enum EventKind: UInt8, CaseIterable, Sendable {
  case recordReceived = 1
  case directoryReceived = 2
  case taskOwnerChanged = 3
  case taskStatusChanged = 4
  case threadRead = 5
  case recordMoved = 6

  package var name: String {
    switch self {
    case .recordReceived: "record received"
    case .directoryReceived: "directory received"
    case .taskOwnerChanged: "task owner changed"
    case .taskStatusChanged: "task status changed"
    case .threadRead: "thread read"
    case .recordMoved: "record moved"
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
    case .taskOwnerChanged: .taskOwnerChanged
    case .taskStatusChanged: .taskStatusChanged
    case .threadRead: .threadRead
    case .recordMoved: .recordMoved
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
    case .taskOwnerChanged(let task, let from, let to):
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
    case .taskOwnerChanged:
      let task = try reader.id(LineTag.self)
      let from = try reader.value(Reference())
      return .taskOwnerChanged(task: task, from: from, to: try reader.value(Reference()))
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
    }
  }
}

extension WireReader {
  fileprivate mutating func list<Element>(
    _ read: (inout WireReader) throws(WireError) -> Element
  ) throws(WireError) -> [Element] {
    var elements: [Element] = []
    for _ in 0..<(try count()) { elements.append(try read(&self)) }
    return elements
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
