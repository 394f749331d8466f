import Care

/// One patient's record in the making: what has been drawn so far, and the lines that tell it.
struct Draft {
  let network: DemoNetwork
  let index: Int
  let archetype: Archetype
  let patientID: PatientID
  let person: Person
  /// True where something is under way that asks for a coordinator; else the journey has come to rest.
  let isLive: Bool
  /// How long ago, in days, the journey's turning point was: the discharge, the operation, the finding.
  let turn: Int

  var draw: Draw
  /// Where lines go now.
  var document = Document.primaryCare
  private var ids: Draw
  private var lines: [[ImportedLine]] = Document.allCases.map { _ in [] }
  private var acts: [Act] = []
  /// The referral told last.
  var lastReferral = Reference()
  private var colleagues: [Colleague?] = Profession.allCases.map { _ in nil }

  /// Something that a person did here.
  private struct Act {
    var by: Colleague
    var reason: String
    /// nil for this morning.
    var at: Instant?
    var event: Event
  }

  static let topic: UInt64 = 0xD4AF7

  init(network: DemoNetwork, index: Int) {
    self.network = network
    self.index = index
    var draw = Draw(seed: network.seed, topic: Self.topic, index: index)
    ids = Draw(seed: network.seed, topic: 0x1D5, index: index)
    patientID = ids.id()
    let cast = Cast.drawn(index, &draw)
    archetype = cast.archetype
    person = Person(cast, index: index, today: network.calendar.today, draw: &draw)
    let stirs = draw.chance(cast.archetype.liveliness)
    let recent = draw.number(2...9)
    let past = draw.number(30...150)
    isLive = stirs || index < Cast.walkthroughs
    turn = index == 0 ? 2 : isLive ? recent : past
    self.draw = draw
  }

  var calendar: Calendar { network.calendar }

  var patient: Reference {
    Reference(
      target: OriginID(patientID), kind: "Patient", display: person.name.listed, written: "Patient/\(patientID)")
  }

  /// This patient's own cardiologist, nurse and so on: the same person throughout the draft.
  mutating func the(_ profession: Profession) -> Colleague {
    if let known = colleagues[profession.rawValue] { return known }
    let member = network.colleagues.pick(profession, forPatient: index, draw: &draw)
    colleagues[profession.rawValue] = member
    return member
  }

  func organization(_ place: Place) -> Reference { network.places.organization(place) }

  /// Puts a line into the current document.
  @discardableResult
  mutating func add(_ resource: Resource, as words: String = "") -> Reference {
    add(resource, id: ids.id(), as: words)
  }

  @discardableResult
  mutating func add(_ resource: Resource, id: LineID, as words: String = "") -> Reference {
    let origin = id.description
    lines[document.rawValue].append(
      ImportedLine(id: id, origins: [OriginID(id)], origin: origin, resource: resource))
    let kind = resource.kind.rawValue
    return Reference(target: OriginID(id), kind: kind, display: words, written: kind + "/" + origin)
  }

  /// A line that somebody wrote here.
  mutating func write(_ resource: Resource, by member: Colleague, at time: Instant, as words: String = "") -> Reference
  {
    let id: LineID = ids.id()
    let line = ImportedLine(id: id, origins: [OriginID(id)], origin: "", resource: resource)
    perform(.lineWritten(line, before: nil), by: member, at: time)
    let kind = resource.kind.rawValue
    return Reference(target: OriginID(id), kind: kind, display: words, written: "\(kind)/\(id)")
  }

  mutating func perform(_ event: Event, by member: Colleague, because reason: String = "", at: Instant? = nil) {
    acts.append(Act(by: member, reason: reason, at: at, event: event))
  }

  mutating func within(_ document: Document, _ tell: (inout Draft) -> Void) {
    let before = self.document
    self.document = document
    tell(&self)
    self.document = before
  }

  /// What arrived, oldest first, then what was done about it.
  var proposals: [Proposal] {
    var entries = Draw(seed: network.seed, topic: 0xE271, index: index)
    var told: [(time: Instant, author: Author, reason: String, event: Event)] = []
    func propose(_ time: Instant, _ author: Author, _ reason: String, _ event: Event) {
      told.append((time, author, reason, event))
    }
    for document in Document.allCases where !lines[document.rawValue].isEmpty {
      let received = document.received(calendar.now)
      propose(
        received, DemoNetwork.author, "Demo network",
        .recordReceived(
          Source(format: "Demo", document: document.title, received: received), lines[document.rawValue]))
    }
    for (position, act) in acts.enumerated() {
      propose(
        act.at ?? calendar.now.adding(minutes: -15 + min(position, 14)),
        Author(member: act.by.practitionerID, name: act.by.name.listed), act.reason, act.event)
    }
    // What somebody did long ago stands before what arrived since; what happened at one time stays in its order.
    let inOrder = told.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
    return inOrder.enumerated().map { version, item in
      Proposal(
        id: entries.id(), stream: .patient(patientID), expected: version, time: item.element.time,
        author: item.element.author, reason: item.element.reason, event: item.element.event)
    }
  }
}
