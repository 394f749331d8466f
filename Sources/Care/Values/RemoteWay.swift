/// How people meet who aren't in one room.
package enum RemoteWay: String, Sendable {
  case video, phone
  /// At a distance; by what isn't stated.
  case virtual

  /// - Parameter coding: a kind of service, of visit or of channel; any system will do, as R5 binds none.
  ///   Sources: HL7 v3 ActEncounterCode (`VR`) and ParticipationMode (`VIDEOCONF`, `PHONE`); FHIR R5
  ///   virtual-service-type, less `whatsapp`, which may be either; SNOMED CT 185317003 Telephone encounter and
  ///   448337001 Telemedicine consultation with patient.
  init?(_ coding: Coding) {
    switch coding.code {
    case "zoom", "ms-teams", "VIDEOCONF": self = .video
    case "PHONE", "185317003": self = .phone
    case "VR", "448337001": self = .virtual
    default: return nil
    }
  }
}

extension VirtualService {
  /// By its channel, else by the one kind of address it has: a number is called, but a link needn't be to a video call.
  var way: RemoteWay {
    if let way = RemoteWay(channelType) { return way }
    return !addresses.isEmpty && addresses.allSatisfy(\.isCalled) ? .phone : .virtual
  }
}

extension ContactPoint {
  fileprivate var isCalled: Bool { system == "phone" || system == "url" && value.lowercased().hasPrefix("tel:") }
}

extension Appointment {
  /// How it is kept, where that isn't by coming; nil where nothing says that it is at a distance.
  package var way: RemoteWay? {
    let stated = (serviceTypes + [appointmentType]).flatMap(\.codings).compactMap { RemoteWay($0) }
    let ways = virtualServices.map(\.way) + stated
    // What says more goes before what only says that it is at a distance.
    return ways.first { $0 != .virtual } ?? ways.first
  }

  /// Whether somebody should find out how to join it: it is to come within the week, and nobody who is to join can.
  /// A telephone visit needs nothing, as the patient is called. Source: Rounds default, 7 days; version 1.
  package func lacksWayToJoin(at now: Instant, in zone: Zone) -> Bool {
    guard let way, way != .phone, status?.isOpen ?? true, !virtualServices.contains(where: \.tellsWhereToJoin),
      let start = period.start
    else { return false }
    let isOver = (period.end ?? start).end(in: zone) <= now
    return !isOver && start.start(in: zone).milliseconds - now.milliseconds <= 7 * 86_400_000
  }
}
