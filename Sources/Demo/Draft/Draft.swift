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
  var ids: Draw
  private var lines: [[ImportedLine]] = Document.allCases.map { _ in [] }
  private var acts: [Act] = []
  /// Whether anything asks the chart first.
  private var isDecided = false
  /// The referral told last.
  var lastReferral = Reference()
  private var colleagues: [Colleague?] = Profession.allCases.map { _ in nil }

  /// Something that a person did here.
  private struct Act {
    var author: Author
    var reason: String
    /// nil for this morning.
    var at: Instant?
    /// What it comes to, by the chart as it is then.
    var events: (Chart) -> [Event]
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
    isLive = stirs || index < Cast.walkthroughs || Scene(patient: index) != nil
    turn = index == 0 || Scene(patient: index) == .handoff ? 2 : isLive ? recent : past
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
    acts.append(Act(author: member.author, reason: reason, at: at) { _ in [event] })
  }

  /// Asks for something as a screen asks for it; what `decide` refuses has not happened.
  mutating func ask(by member: Colleague, minutesAgo: Int, _ command: @escaping (Chart, Instant) -> Command) {
    ask(as: member.author, because: "", minutesAgo: minutesAgo, command)
  }

  /// What goes on by itself once a message has waited too long, in nobody's name.
  mutating func passOn(
    _ message: LineID, because reason: String, minutesAgo: Int, _ command: @escaping (LineID) -> Command
  ) {
    let site = SiteRules(zone: calendar.zone)
    ask(as: Author(name: "Rounds"), because: reason, minutesAgo: minutesAgo) { chart, _ in
      chart.owed(site).first { $0.climbing?.event.line == message }.map { command($0.id) }
    }
  }

  private mutating func ask(
    as author: Author, because reason: String, minutesAgo: Int, _ command: @escaping (Chart, Instant) -> Command?
  ) {
    let at = calendar.now.adding(minutes: -minutesAgo)
    let context = CommandContext(now: at, author: author, reason: reason, site: SiteRules(zone: calendar.zone))
    isDecided = true
    acts.append(
      Act(author: author, reason: reason, at: at) { chart in
        command(chart, at).flatMap { try? decide(chart, $0, context) } ?? []
      })
  }

  mutating func within(_ document: Document, _ tell: (inout Draft) -> Void) {
    let before = self.document
    self.document = document
    tell(&self)
    self.document = before
  }

  /// What arrived, oldest first, then what was done about it.
  var proposals: [Proposal] {
    var told: [(time: Instant, author: Author, reason: String, events: (Chart) -> [Event])] = []
    for document in Document.allCases where !lines[document.rawValue].isEmpty {
      let source = Source(format: "Demo", document: document.title, received: document.received(calendar.now))
      let event = Event.recordReceived(source, lines[document.rawValue])
      told.append((source.received, DemoNetwork.author, "Demo network", { _ in [event] }))
    }
    for (position, act) in acts.enumerated() {
      let time = act.at ?? calendar.now.adding(minutes: -15 + min(position, 14))
      told.append((time, act.author, act.reason, act.events))
    }
    var entries = Draw(seed: network.seed, topic: 0xE271, index: index)
    var chart = Chart(id: patientID)
    var proposals: [Proposal] = []
    // What somebody did long ago stands before what arrived since; what happened at one time stays in its order.
    for (_, item) in told.enumerated().sorted(by: { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }) {
      for event in item.events(chart) {
        let proposal = Proposal(
          id: entries.id(), stream: .patient(patientID), expected: proposals.count, time: item.time,
          author: item.author, reason: item.reason, event: event)
        proposals.append(proposal)
        guard isDecided else { continue }
        chart.apply(Entry(sequence: Int64(proposals.count), version: proposals.count, of: proposal))
      }
    }
    return proposals
  }
}
