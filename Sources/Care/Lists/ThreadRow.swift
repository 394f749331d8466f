/// A thread of messages in the inbox. Ordered by its newest message, newest first.
package struct ThreadRow: PagedRow, Hashable {
  package var thread: LineID
  package var patient: PatientID
  package var patientName: String
  package var subject: String
  package var lastSender: Reference
  /// nil where no message of the thread is dated.
  package var last: Moment?
  package var messages: Int
  package var isUrgent: Bool
  package var marks: [ReadMark]

  package init(
    thread: LineID, patient: PatientID, patientName: String, subject: String, lastSender: Reference, last: Moment?,
    messages: Int, isUrgent: Bool, marks: [ReadMark]
  ) {
    self.thread = thread
    self.patient = patient
    self.patientName = patientName
    self.subject = subject
    self.lastSender = lastSender
    self.last = last
    self.messages = messages
    self.isUrgent = isUrgent
    self.marks = marks
  }

  package var key: [UInt8] {
    var key = KeyWriter()
    key.descending(last?.milliseconds ?? .min)
    key.id(patient)
    key.id(thread)
    return key.bytes
  }

  package var searched: String { Folding.fold("\(patientName) \(subject) \(lastSender.display)") }

  package func isUnread(by member: MemberID?) -> Bool { marks.leaveUnread(thread, upTo: last, by: member) }

  package func write(_ fields: inout RowWriter) {
    fields.id(thread)
    fields.id(patient)
    fields.moment(last)
    fields.integer(messages)
    fields.byte((isUrgent ? 1 : 0) | (lastSender.target == nil ? 0 : 2))
    fields.id(lastSender.target ?? OriginID(high: 0, low: 0))
    fields.text(patientName)
    fields.text(subject)
    fields.text(lastSender.display)
    fields.text(lastSender.written)
    fields.text(lastSender.kind)
    fields.integer(marks.count)
    for mark in marks {
      fields.id(mark.member)
      fields.integer(mark.upTo)
    }
  }

  package init(_ fields: inout RowReader) {
    let thread = fields.id(LineTag.self)
    self.thread = thread
    patient = fields.id(Patient.self)
    last = fields.moment()
    messages = Int(fields.integer())
    let flags = fields.byte()
    isUrgent = flags & 1 != 0
    let target = fields.id(Origin.self)
    patientName = fields.text()
    subject = fields.text()
    let display = fields.text()
    let written = fields.text()
    lastSender = Reference(
      target: flags & 2 == 0 ? nil : target, kind: fields.text(), display: display, written: written)
    marks = (0..<min(max(0, fields.integer()), 10_000)).map { _ in
      let member = fields.id(MemberTag.self)
      return ReadMark(thread: thread, member: member, upTo: fields.integer())
    }
  }
}
