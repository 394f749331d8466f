/// A header message and its replies, oldest first.
package struct MessageThread: Hashable, Sendable {
  package var id: LineID
  package var subject: String
  package var messages: [Line<Communication>]

  package var isUrgent: Bool {
    messages.contains { $0.value.isUrgent }
  }

  /// When the newest message was sent, or else received.
  package var last: Moment? { messages.last?.value.time }
}

extension Communication {
  /// When it was sent; when it was received where the source does not say.
  package var time: Moment? { sent ?? received }

  /// A call or message that reached nobody.
  package var isAttempt: Bool { status == .notDone && sent != nil }

  package var isVoid: Bool { status == .enteredInError || status == .notDone }
}

extension Chart {
  /// The chart's messages by thread, the newest thread first. A message belongs to the thread of the one it answers
  /// or is part of; the first message of a chain names the thread.
  package var threads: [MessageThread] {
    var members: [LineID: [Line<Communication>]] = [:]
    var order: [LineID] = []
    for line in communications.items where !line.value.isVoid {
      let header = header(of: line)
      if members[header] == nil { order.append(header) }
      members[header, default: []].append(line)
    }
    let threads = order.map { id in
      let messages = (members[id] ?? []).enumerated().sorted {
        ($0.element.value.time?.milliseconds ?? .min, $0.offset) < (
          $1.element.value.time?.milliseconds ?? .min, $1.offset
        )
      }.map(\.element)
      return MessageThread(id: id, subject: subject(messages), messages: messages)
    }
    return threads.sorted { ($0.last?.milliseconds ?? .min, $1.id) > ($1.last?.milliseconds ?? .min, $0.id) }
  }

  /// The thread that a message is part of.
  package func thread(holding message: LineID) -> MessageThread? {
    threads.first { thread in thread.messages.contains { $0.id == message } }
  }

  private func header(of line: Line<Communication>) -> LineID {
    var current = line
    var seen: Set<LineID> = [line.id]
    while true {
      let links = current.value.partOf + current.value.inResponseTo
      let parent = links.lazy.compactMap { $0.target.flatMap { self.origins[$0] } }.compactMap {
        self.communications[$0]
      }
      // A chain that bites its own tail ends where it would close.
      guard let next = parent.first, seen.insert(next.id).inserted else { return current.id }
      current = next
    }
  }

  private func subject(_ messages: [Line<Communication>]) -> String {
    for message in messages {
      let value = message.value
      // What a message asks of its readers is no subject.
      let categories = value.categories.filter { $0 != MessageNeed.ofAcknowledgement }
      for label in [value.topic.label, value.reasons.first?.label ?? "", categories.first?.label ?? ""]
      where !label.isEmpty {
        return label
      }
    }
    let words = messages.first?.value.payload.first ?? ""
    return words.split(whereSeparator: \.isNewline).first.map(String.init) ?? "Message without a subject"
  }
}
