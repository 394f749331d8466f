import Care

extension Draft {
  /// A coordinator is named as a person, everyone else by the role they hold.
  func owner(_ member: Colleague) -> Reference {
    member.profession == .coordinator ? member.practitioner : member.role
  }

  /// Something that is still owed.
  /// - Parameters:
  ///   - due: where nil the date is drawn: a few are overdue, a few are due today, most this week, some later, some
  ///     undated.
  ///   - asked: days ago; where nil, a few days before it is due.
  @discardableResult
  mutating func owed(
    _ words: String, by member: Colleague?, from requester: Colleague? = nil, due: Moment? = nil,
    asked: Moment? = nil, about: Reference = Reference(), status: TaskStatus? = nil, priority: Priority? = nil,
    note: String = ""
  ) -> Reference {
    let drawn = dueDate()
    var task = Task()
    task.status = status ?? openStatus()
    task.intent = "order"
    task.priority = priority ?? draw.pick([.routine, .routine, .routine, .routine, .urgent, .asap])
    task.description = words
    task.focus = about
    task.authored = asked ?? (due == nil ? drawn.asked : calendar.at(calendar.workday(-2), 13, 5))
    task.lastModified = task.authored
    task.requester = (requester ?? the(.primaryCare)).role
    if let member { task.owner = owner(member) }
    if let end = due ?? drawn.due { task.restriction = Period(end: end) }
    if !note.isEmpty { task.notes = [note] }
    if task.status == .onHold { task.statusReason = Concept(text: draw.pick(Self.waits)) }
    return added(.task(task), as: words)
  }

  private static let waits = ["Waiting for a call back", "No answer twice", "Waitlist: about three weeks"]

  /// Something that was settled, or came to nothing.
  @discardableResult
  mutating func settled(
    _ words: String, by member: Colleague, days: Int, about: Reference = Reference(),
    as status: TaskStatus = .completed, because reason: String = ""
  ) -> Reference {
    var task = Task()
    task.status = status
    task.intent = "order"
    task.priority = .routine
    task.description = words
    task.focus = about
    task.authored = calendar.at(calendar.workday(-days - 3), 10, 15)
    task.lastModified = calendar.at(-days, 15, 30)
    task.requester = the(.primaryCare).role
    task.owner = owner(member)
    task.restriction = Period(end: calendar.at(-days, 17))
    if status == .completed { task.execution = Period(start: task.authored, end: task.lastModified) }
    if !reason.isEmpty { task.statusReason = Concept(text: reason) }
    return added(.task(task), as: words)
  }

  /// Passing responsibility on: done once the receiver has accepted it, owed as long as nobody has.
  @discardableResult
  mutating func handoff(_ way: String, to member: Colleague, at moment: Moment, accepted: Bool) -> Reference {
    var task = Task()
    task.status = accepted ? .completed : .requested
    task.intent = "order"
    task.priority = accepted ? .routine : .urgent
    task.code = Concept(text: "Handoff")
    task.description = accepted ? "Handoff \(way)" : "Accept handoff, \(way)"
    task.authored = calendar.later(moment, minutes: -90)
    task.lastModified = accepted ? moment : task.authored
    task.requester = the(.unitNurse).role
    task.owner = member.role
    task.restriction = Period(end: moment)
    if accepted { task.execution = Period(start: task.authored, end: moment) }
    return added(.task(task), as: task.description)
  }

  /// Work is told by those who coordinate it, whatever record is being written.
  private mutating func added(_ resource: Resource, as words: String) -> Reference {
    var reference = Reference()
    within(.coordination) { reference = $0.add(resource, as: words) }
    return reference
  }

  private mutating func openStatus() -> TaskStatus {
    draw.pick([
      .requested, .requested, .requested, .received, .accepted, .accepted, .ready, .ready, .inProgress, .onHold,
    ])
  }

  private mutating func dueDate() -> (due: Moment?, asked: Moment) {
    let hour = draw.pick([10, 12, 15, 17])
    let roll = draw.below(100)
    let lag = draw.number(2...6)
    func asked(_ due: Int) -> Moment { calendar.at(calendar.workday(min(due, 0) - lag), 9 + lag, 35) }
    switch roll {
    case 0..<5:
      let day = -draw.number(1...5)
      return (calendar.at(day, hour), asked(day))
    case 5..<16:
      let due = calendar.at(0, hour)
      return (calendar.isPast(due) ? calendar.day(0) : due, asked(0))
    case 16..<62:
      let day = calendar.workday(draw.number(1...6))
      return (calendar.at(day, hour), asked(0))
    case 60..<88:
      return (calendar.at(calendar.workday(draw.number(8...38)), 17), asked(0))
    default:
      return (nil, asked(0))
    }
  }

  /// A request to another party: a referral or an order.
  @discardableResult
  mutating func referral(
    _ words: String, to place: Place, from member: Colleague, asked: Moment, due: Moment? = nil,
    because: String = "", status: RequestStatus = .active, priority: Priority = .routine, note: String = ""
  ) -> Reference {
    var request = ServiceRequest()
    request.status = status
    request.intent = "order"
    request.priority = priority
    request.code = Concept(text: words)
    request.authored = asked
    request.requester = member.role
    request.performers = [organization(place)]
    request.categories = OrderCategory.of(words, at: place).map { [$0] } ?? []
    if let due { request.occurrence = Period(end: due) }
    if !because.isEmpty { request.reasons = [Concept(text: because)] }
    if !note.isEmpty { request.notes = [note] }
    return add(.serviceRequest(request), as: words)
  }

  /// A booked time: to come where `days` is positive, else as it ended.
  @discardableResult
  mutating func booking(
    _ words: String, with member: Colleague, days: Int, hour: Int = 10, status: AppointmentStatus = .booked,
    basedOn: [Reference] = []
  ) -> Reference {
    var appointment = Appointment()
    let day = calendar.workday(days)
    let start = calendar.at(day, hour, 30)
    appointment.status = status
    appointment.description = words
    appointment.serviceTypes = [Concept(text: words)]
    appointment.period = Period(start: start, end: calendar.later(start, minutes: 30))
    appointment.created = calendar.at(calendar.workday(min(day, 0) - 5), 9, 25)
    for (actor, role) in [
      (patient, "patient"), (member.role, member.profession.words), (network.places.location(member.place), "place"),
    ] {
      var participant = Participant()
      participant.roles = [Concept(text: role)]
      participant.actor = actor
      participant.status = "accepted"
      appointment.participants.append(participant)
    }
    appointment.basedOn = basedOn
    return added(.appointment(appointment), as: words)
  }
}
