import TestSupport
import Testing

@testable import Care

let nurse = Reference(target: origin(90), kind: "Practitioner", display: "Khan, Ana")
let handoffDoctor = Reference(target: origin(91), kind: "Practitioner", display: "Reyes, Marta")
let giver = HandoffParty(nurse)
let receiver = HandoffParty(handoffDoctor)

/// All that a handoff has to tell.
let told = HandoffContent(
  severity: .watcher, summary: "Heart failure, day 3", actions: .none,
  contingencies: [Contingency(if: "weight up 2 kg", then: "double the furosemide")])

/// A chart with a stay that ended, an open task of the giver's, and a handoff that is still to be offered.
struct HandoffWalk {
  static let site = SiteRules(zone: .utc)

  var chart = Chart([
    (0, .patient(made(Patient()) { $0.names = [HumanName(family: "Rossi", given: ["Bo"])] })),
    (
      1,
      .encounter(
        made(Encounter()) {
          $0.status = .finished
          $0.classification = Coding(code: "IMP")
          $0.period = Period(start: moment("2026-11-10"), end: moment("2026-11-20T10:00"))
        })
    ),
    (
      2,
      .task(
        made(Task()) {
          $0.status = .ready
          $0.description = "Book echo"
          $0.owner = nurse
          $0.restriction.end = moment("2026-11-24T12:00")
        })
    ),
  ])
  var now = instant("2026-11-20T09:00")
  let id = line(70)

  init(leaving encounter: LineID? = line(1), to receiver: Reference = handoffDoctor) throws {
    let writing = Writing(chart, about: nil, by: nurse, now: now)
    try take(.write(chart.written(writing.handoff(to: receiver, of: encounter), id)))
  }

  var handoff: Handoff? { chart.handoff(id) }
  var owed: OpenItem? { chart.owed(id, Self.site) }

  @discardableResult
  mutating func take(_ command: Command, reason: String = "why", as name: String = "Khan, Ana") throws -> [Entry] {
    now = now.adding(minutes: 10)
    let context = CommandContext(now: now, author: Author(name: name), reason: reason, site: Self.site)
    return try decide(chart, command, context).map { event in
      let entry = Entry(
        sequence: 1, version: chart.version + 1,
        of: Proposal(
          id: EntryID(high: 1, low: UInt64(chart.version)), stream: .patient(chart.id), expected: chart.version,
          time: now, author: context.author, reason: reason, event: event))
      chart.apply(entry)
      return entry
    }
  }

  @discardableResult
  mutating func take(_ ask: HandoffAsk, reason: String = "why") throws -> [Entry] {
    try take(.handOff(handoff: id, ask), reason: reason)
  }

  /// The act with all that it needs, by one of the two sides.
  static func ask(_ act: HandoffAct, by side: HandoffSide) -> HandoffAsk {
    let party = side == .giver ? giver : receiver
    return switch act {
    case .offer: .offer(told, by: party)
    case .accept: .accept(readBack: "Watch the weight", by: party)
    case .putBack: .putBack("Which dose?", by: party)
    case .cancel: .cancel(by: party)
    }
  }

  @discardableResult
  mutating func take(_ act: HandoffAct) throws -> [Entry] {
    let side: HandoffSide = act == .accept || act == .putBack ? .receiver : .giver
    return try take(Self.ask(act, by: side))
  }
}
