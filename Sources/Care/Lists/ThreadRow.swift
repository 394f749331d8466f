/// A thread of messages in the inbox. Ordered by its newest message, newest first.
package struct ThreadRow: PagedRow, Hashable {
  /// Somebody who has not answered or acknowledged a message yet.
  package struct Awaited: Hashable, Sendable {
    package var sender: Reference
    package var recipient: Reference
    /// Whether it has come onto a screen of theirs.
    package var hasArrived: Bool
    /// Whether a clock runs until they do.
    package var isOwed: Bool
  }

  package var thread: LineID
  package var patient: PatientID
  package var patientName: String
  package var subject: String
  package var lastSender: Reference
  /// Who has written in it, each once, the last one first.
  package var writers: [Reference]
  /// nil where no message of the thread is dated.
  package var last: Moment?
  package var messages: Int
  package var isUrgent: Bool
  package var marks: [ReadMark]
  package var awaited: [Awaited]
  private let text: SearchedText

  /// Bytes of its messages' text that search looks through, the newest first: a page of rows must stay small.
  private static let longestText = 4_000
  private static let mostWriters = 8
  private static let mostAwaited = 16

  package init(_ thread: MessageThread, of chart: Chart) {
    self.thread = thread.id
    patient = chart.id
    patientName = chart.listedName
    subject = thread.subject
    lastSender = thread.messages.last?.value.sender ?? Reference()
    var writers: [Reference] = []
    for message in thread.messages.reversed() where writers.count < Self.mostWriters {
      let sender = message.value.sender
      if !sender.isEmpty, !writers.contains(sender) { writers.append(sender) }
    }
    self.writers = writers
    last = thread.last
    messages = thread.messages.count
    isUrgent = thread.isUrgent
    marks = chart.reading.filter { $0.thread == thread.id }
    awaited = Array(
      thread.messages.reversed().lazy.flatMap { message in
        chart.awaited(message, in: thread).map {
          Awaited(
            sender: message.value.sender, recipient: $0.recipient, hasArrived: $0.hasArrived,
            isOwed: message.value.wantsAnswer)
        }
      }.prefix(Self.mostAwaited))
    var text = ""
    for part in thread.messages.reversed().lazy.flatMap(\.value.payload) {
      if text.utf8.count >= Self.longestText { break }
      text += " \(part)"
    }
    self.text = SearchedText(String(text.prefix(Self.longestText)))
  }

  package var key: [UInt8] {
    var key = KeyWriter()
    key.descending(last?.milliseconds ?? .min)
    key.id(patient)
    key.id(thread)
    return key.bytes
  }

  package var searched: String { Folding.fold("\(patientName) \(subject) \(lastSender.display)\(text.words)") }

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
    fields.integer(text.mark)
    fields.byte(UInt8(writers.count))
    for writer in writers { fields.reference(writer) }
    fields.byte(UInt8(awaited.count))
    for one in awaited {
      fields.byte((one.hasArrived ? 1 : 0) | (one.isOwed ? 2 : 0))
      fields.reference(one.sender)
      fields.reference(one.recipient)
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
    text = SearchedText(mark: UInt64(bitPattern: fields.integer()))
    writers = (0..<fields.byte()).map { _ in fields.reference() }
    awaited = (0..<fields.byte()).map { _ in
      let flags = fields.byte()
      let sender = fields.reference()
      return Awaited(
        sender: sender, recipient: fields.reference(), hasArrived: flags & 1 != 0, isOwed: flags & 2 != 0)
    }
  }
}

/// The words of a thread's messages, the newest first, as far as search looks through them. A row that was read back
/// has only their mark, by which it is told from one with other words.
private struct SearchedText: Hashable, Sendable {
  let words: String
  let mark: UInt64

  init(_ words: String) {
    self.words = words
    // FNV-1a.
    mark = words.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  init(mark: UInt64) { (words, self.mark) = ("", mark) }

  static func == (a: SearchedText, b: SearchedText) -> Bool { a.mark == b.mark }

  func hash(into hasher: inout Hasher) { hasher.combine(mark) }
}
