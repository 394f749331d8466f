extension Chart {
  /// Folds an entry of this patient's stream in. Total: an event about something absent changes nothing but the version.
  package mutating func apply(_ entry: Entry) {
    version = entry.version
    switch entry.event {
    case .recordReceived(let source, let lines):
      sources.append(source)
      for line in lines { upsert(line, source: sources.count - 1) }
    case .directoryReceived:
      break
    case .taskOwnerChanged(let task, _, let owner):
      tasks.change(task) { $0.owner = owner }
    case .taskStatusChanged(let task, _, let status):
      let time = Moment(entry.time)
      tasks.change(task) {
        $0.status = status
        $0.lastModified = time
      }
    case .threadRead(let thread, let member, _, let upTo):
      reading.removeAll { $0.thread == thread && $0.member == member }
      if let upTo { reading.append(ReadMark(thread: thread, member: member, upTo: upTo)) }
    case .recordMoved(let patient):
      self = Chart(id: id)
      version = entry.version
      movedTo = patient
    }
  }
}
