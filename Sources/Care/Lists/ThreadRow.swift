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
    fields.byte(isUrgent ? 1 : 0)
    fields.reference(lastSender)
    fields.text(patientName)
    fields.text(subject)
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
    isUrgent = fields.byte() == 1
    lastSender = fields.reference()
    patientName = fields.text()
    subject = fields.text()
    marks = (0..<min(max(0, fields.integer()), 10_000)).map { _ in
      let member = fields.id(MemberTag.self)
      return ReadMark(thread: thread, member: member, upTo: fields.integer())
    }
  }
}
