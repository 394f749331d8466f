import Care
import Dashboard
import Journal

/// The threads for machines and tables, the newest first.
struct ThreadReader {
  let session: Session
  let workspace: Workspace

  struct Item: Encodable {
    struct Message: Encodable {
      var id: String
      var sender: String?
      var at: String?
      /// Phone, portal and other ways; absent for what was written here.
      var channel: String?
      var text: String
    }

    /// Somebody who has still to answer or acknowledge.
    struct Awaited: Encodable {
      var message: String
      var recipient: String
      var sent: String?
      var delivered: String?
      var read: String?
      var needsAcknowledgement: Bool
    }

    struct Clock: Encodable {
      var id: String
      var due: String
      var breached: Bool
    }

    var id: String
    var patient: NamedPatient
    var subject: String
    /// All who wrote or were written to.
    var members: [String]
    var last: Message?
    var messages: Int
    var urgent: Bool
    /// Whether whoever asks has not read it to its end; absent where nobody has said who that is.
    var unread: Bool?
    var unacknowledged: [Awaited]
    /// The clocks that run on its messages, the first due first.
    var clock: [Clock]
  }

  var rows: some Sequence<ThreadRow> {
    (0..<workspace.lists.inbox.count).lazy.compactMap { workspace.lists.inbox[$0] }
  }

  func cells(_ row: ThreadRow, reader: MemberID?) -> [String] {
    [
      row.last.map(Stamps.text) ?? "", row.patientName, row.subject, name(row.lastSender) ?? "",
      "\(row.messages) messages", row.isUnread(by: reader) ? "unread" : "",
      row.awaited.isEmpty ? "" : "\(row.awaited.count) to answer",
    ]
  }

  func items(reader: MemberID?) -> some Sequence<Result<Item, any Error>> {
    let charts = Charts(journal: session.journal)
    return rows.lazy.map { row in Result { item(row, try charts.read(row.patient), reader) } }
  }

  private func name(_ reference: Reference) -> String? {
    let words = workspace.directory.naming(reference).words
    return words.isEmpty ? nil : words
  }

  private func item(_ row: ThreadRow, _ chart: Chart, _ reader: MemberID?) -> Item {
    let thread = chart.threads.first { $0.id == row.thread }
    func named(_ reference: Reference) -> String? {
      let words = chart.naming(reference, in: workspace.directory)
      return words.isEmpty ? nil : words
    }
    var members: [String] = []
    for message in thread?.messages ?? [] {
      for name in ([message.value.sender] + message.value.recipients).compactMap(named) where !members.contains(name) {
        members.append(name)
      }
    }
    let awaited = (thread?.messages ?? []).flatMap { message in
      chart.awaited(message, in: thread!).map { standing in
        Item.Awaited(
          message: message.id.description, recipient: named(standing.recipient) ?? "name not on file",
          sent: message.value.sent.map(Stamps.text), delivered: standing.delivered.map { Stamps.text($0.at) },
          read: standing.read.map { Stamps.text($0.at) }, needsAcknowledgement: message.value.needsAcknowledgement)
      }
    }
    let lines = Set((thread?.messages ?? []).map(\.id))
    let clocks = chart.owed(workspace.site).flatMap(\.clocks).filter { lines.contains($0.event.line) }
    return Item(
      id: row.thread.description,
      patient: NamedPatient(row.patient, mrn: chart.medicalRecordNumber, name: row.patientName),
      subject: row.subject, members: members,
      last: thread?.messages.last.map { line in
        Item.Message(
          id: line.id.description, sender: named(line.value.sender), at: line.value.time.map(Stamps.text),
          channel: line.value.media.first?.label, text: line.value.payload.joined(separator: "\n"))
      }, messages: row.messages, urgent: row.isUrgent,
      unread: reader.map { row.isUnread(by: $0) }, unacknowledged: awaited,
      clock: clocks.sorted { $0.due.milliseconds < $1.due.milliseconds }.map { running in
        Item.Clock(
          id: running.clock.id, due: Stamps.text(running.due, in: workspace.zone),
          breached: running.due.end(in: workspace.zone) <= session.now)
      })
  }
}
