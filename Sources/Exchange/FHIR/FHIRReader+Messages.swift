import Care

extension FHIRReader {
  func communication(_ json: JSON) throws -> Communication {
    var message = Communication()
    message.identifiers = try identifiers(json)
    message.status = try code(json)
    message.categories = try concepts(json, "category")
    message.priority = try code(json, "priority")
    message.media = try concepts(json, "medium")
    message.topic = try concept(json, "topic")
    message.about = try references(json, "about")
    message.encounter = try reference(json["encounter"], kind: "Encounter")
    message.sent = try moment(json, "sent")
    message.received = try moment(json, "received")
    message.recipients = try references(json, "recipient")
    message.sender = try reference(json["sender"])
    message.reasons = try reasons(json)
    message.payload = try payload(json)
    message.inResponseTo = try references(json, "inResponseTo", kind: "Communication")
    message.partOf = try references(json, "partOf")
    message.basedOn = try references(json, "basedOn")
    message.notes = try notes(json)
    return message
  }

  func communicationRequest(_ json: JSON) throws -> CommunicationRequest {
    var request = CommunicationRequest()
    request.identifiers = try identifiers(json)
    request.status = try code(json)
    request.categories = try concepts(json, "category")
    request.priority = try code(json, "priority")
    request.about = try references(json, "about")
    request.payload = try payload(json)
    request.occurrence = try span(json, "occurrence")
    request.authored = try moment(json, "authoredOn")
    request.requester = try reference(json["requester"])
    request.recipients = try references(json, "recipient")
    request.sender = try reference(json["sender"])
    request.reasons = try reasons(json)
    request.basedOn = try references(json, "basedOn")
    return request
  }

  /// What the message says; of attachments and references, what they are called.
  private func payload(_ json: JSON) throws -> [String] {
    try json.objects("payload").map { part in
      let words = try part.text("contentString")
      if !words.isEmpty { return words }
      if let attachment = try part.object("contentAttachment") {
        let title = try attachment.text("title")
        return title.isEmpty ? "Attachment (\(try attachment.text("contentType")))" : title
      }
      let reference = try reference(part["contentReference"])
      return reference.display.isEmpty ? reference.written : reference.display
    }.filter { !$0.isEmpty }
  }
}
