package import Care

/// A made-up care network: several organizations, every profession, and patients with journeys under way.
///
/// It takes the same path into the record as everything else: proposals that the journal appends. The same seed,
/// instant and zone give the same proposals, bit for bit, and a patient is the same in a network of any size, so that
/// patients can be made one at a time.
package struct DemoNetwork: Sendable {
  package let patients: Int
  let seed: UInt64
  let calendar: Calendar
  let colleagues: Colleagues
  let places: Places

  /// - Parameters:
  ///   - patients: how many there are; at least 0.
  ///   - now: the demo's instant; all that has happened lies before it, all that is planned after.
  ///   - zone: the site's, in which offices open and days end.
  package init(patients: Int, seed: UInt64, now: Instant, zone: Zone) {
    precondition(patients >= 0, "A network has no fewer than 0 patients.")
    self.patients = patients
    self.seed = seed
    calendar = Calendar(now: now, zone: zone)
    colleagues = Colleagues(patients: patients, seed: seed)
    places = Places(seed: seed)
  }

  /// The member who is signed in when nobody says otherwise: Ana Khan RN, care coordinator, as a Practitioner.
  package static let coordinator = MemberID(high: 0x0A4A_C0DE_0000_4000, low: 0x8000_0000_0000_0001)

  /// The demo's fixed instant, Saturday 21 November 2026, 08:12 in the zone.
  package static func clock(in zone: Zone) -> Instant {
    zone.instant(CivilTime(date: CivilDate(year: 2026, month: 11, day: 21), hour: 8, minute: 12))
  }

  /// The bodies and places, then the people, then when they are on duty. The stream must be empty.
  package var directory: [Proposal] {
    let hired = calendar.day(-700)
    let received = calendar.now.adding(days: -30)
    func arrived(_ document: String) -> Source { Source(format: "Demo", document: document, received: received) }
    let rosters = Rosters(colleagues: colleagues, places: places, calendar: calendar)
    let keeper = rosters.keeper.author
    let noted = Source(format: Source.here, document: keeper.name, received: calendar.now.adding(days: -3))
    return [
      proposal(0, arrived("organizations"), Self.author, places.lines(calendar)),
      proposal(
        1, arrived("practitioners"), Self.author, colleagues.all.flatMap { $0.lines(places, hired: hired) }),
      proposal(2, noted, keeper, rosters.lines),
    ]
  }

  private func proposal(
    _ version: Int, _ source: Source, _ author: Author, _ lines: [DirectoryLine]
  ) -> Proposal {
    var draw = Draw(seed: seed, topic: 0xD17, index: version)
    return Proposal(
      id: draw.id(), stream: .directory, expected: version, time: source.received, author: author,
      reason: author == Self.author ? "Demo network" : "", event: .directoryReceived(source, lines))
  }

  static let author = Author(name: "Rounds demo")

  /// What is known of one patient: what arrived, by source, then what people did about it.
  /// - Parameter index: from 0 up to, not including, `patients`.
  package func patient(_ index: Int) -> [Proposal] {
    precondition(index >= 0 && index < patients, "There is no such patient in the network.")
    var draft = Draft(network: self, index: index)
    draft.tell()
    return draft.proposals
  }
}
