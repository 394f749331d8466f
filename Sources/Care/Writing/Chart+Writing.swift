extension Chart {
  /// A new line of this chart, by its own id.
  package func written(_ resource: Resource, _ id: LineID) -> ImportedLine {
    ImportedLine(id: id, origins: [OriginID(id)], origin: "", resource: resource)
  }

  /// The patient, as a line of this chart refers to them.
  package var patientReference: Reference {
    Reference(
      target: patients.items.last.flatMap { origins(of: $0.id).first }, kind: ResourceKind.patient.rawValue,
      display: listedName)
  }

  /// A reference to a line of this chart; empty for a line that a rule made, to which none can be had.
  package func reference(to item: OpenItem) -> Reference {
    let kind: ResourceKind =
      switch item.kind {
      case .task: .task
      case .referral: .serviceRequest
      case .appointment: .appointment
      case .clock: .encounter
      }
    let line = item.kind == .clock ? item.clocks.first?.event.line ?? item.id : item.id
    guard let origin = origins(of: line).first else { return Reference() }
    return Reference(target: origin, kind: item.kind == .clock ? "" : kind.rawValue, display: item.title)
  }
}

/// What somebody writes about an open item.
package struct Writing: Sendable {
  package let chart: Chart
  /// nil for what is about the patient alone.
  package let item: OpenItem?
  package let author: Reference
  package let now: Instant

  package init(_ chart: Chart, about item: OpenItem?, by author: Reference, now: Instant) {
    self.chart = chart
    self.item = item
    self.author = author
    self.now = now
  }

  private var about: Reference { item.map { chart.reference(to: $0) } ?? Reference() }

  /// A unit of work that a person typed, or made from another line.
  package func task(_ words: String, due: Moment?, owner: Reference, from line: Reference = Reference()) -> Resource {
    var task = Task()
    task.status = .ready
    task.intent = "order"
    task.description = words
    task.focus = line
    task.authored = Moment(now)
    task.lastModified = Moment(now)
    task.requester = author
    task.owner = owner
    task.restriction.end = due
    return .task(task)
  }

  /// A call, a visit or another contact that was made, or tried. Source: FHIR R4 Communication.
  /// Only a contact with the patient or a carer counts as one.
  ///
  /// - Parameter thread: the message of a thread in which it is filed; nil for one of its own.
  package func contact(
    _ outcome: ContactOutcome, by channel: ContactChannel = .telephone, with callee: Reference, note: String,
    in thread: LineID? = nil
  ) -> Resource {
    var call = Communication()
    call.status = outcome.isReached ? .completed : .notDone
    call.media = [channel.medium]
    call.topic = Concept(text: item?.title ?? channel.title)
    call.about = about.isEmpty ? [] : [about]
    call.sent = Moment(now)
    call.sender = author
    call.recipients = [callee]
    call.reasons = [Concept(text: outcome.words)]
    // Whoever reads the thread must see that these words were not sent to the patient.
    let head = "\(channel.title), \(outcome.words)"
    call.payload = [note.isEmpty ? head : "\(head): \(note)"]
    if let thread {
      call.inResponseTo = chart.origins(of: thread).prefix(1).map {
        Reference(target: $0, kind: ResourceKind.communication.rawValue)
      }
    }
    return .communication(call)
  }

  /// A referral that is still to be sent. What a screening found goes with its category, so that the need's clock knows
  /// of it; what takes another's place keeps its number.
  package func referral(
    _ service: String, to performer: Reference, reason: String = "", priority: Priority? = nil,
    wantedBy: Moment? = nil, need: SocialNeed? = nil, insteadOf old: Referral? = nil
  ) -> ServiceRequest {
    var request = ServiceRequest()
    request.status = .draft
    request.intent = "order"
    request.priority = priority ?? item?.priority
    request.code = Concept(text: service)
    request.authored = Moment(now)
    request.requester = author
    request.performers = [performer]
    request.occurrence.end = wantedBy
    request.categories =
      (need ?? item?.clocks.first?.event.need).map { [$0.category] } ?? old?.request.categories ?? []
    let why = reason.isEmpty ? item?.title ?? "" : reason
    if !why.isEmpty { request.reasons = [Concept(text: why)] }
    if let old {
      request.requisition = old.number
      request.replaces = chart.origins(of: old.id).prefix(1).map {
        Reference(target: $0, kind: ResourceKind.serviceRequest.rawValue, display: old.service)
      }
    } else if item?.kind == .referral {
      request.basedOn = [about]
    }
    return request
  }

  package func booking(_ words: String, at start: Moment, with performer: Reference) -> Resource {
    var booking = Appointment()
    booking.status = .booked
    booking.description = words
    booking.created = Moment(now)
    booking.period.start = start
    booking.participants = [chart.patientReference, performer].filter { !$0.isEmpty }.map { actor in
      var participant = Participant()
      participant.actor = actor
      return participant
    }
    if let item {
      booking.reasons = [Concept(text: item.title)]
      if item.kind == .referral { booking.basedOn = [about] }
    }
    return .appointment(booking)
  }
}
