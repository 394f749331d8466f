import Care

/// How to join a booking that is kept at a distance, a line for each thing that is read out or typed.
struct JoinLines {
  let appointment: Appointment
  let now: Instant
  let zone: Zone

  var all: [String] {
    guard let way = appointment.way else { return [] }
    return ["way: \(way.rawValue)"] + appointment.virtualServices.flatMap(lines)
      + (appointment.lacksWayToJoin(at: now, in: zone) ? ["join: no way to join on file"] : [])
  }

  private func lines(_ service: VirtualService) -> [String] {
    let channel = Concept(codings: [service.channelType]).label
    return (channel.isEmpty ? [] : ["channel: \(channel)"])
      + service.addresses.map { "\($0.system == "phone" ? "call" : "join"): \($0.value)" }
      + (service.sessionKey.isEmpty ? [] : ["code: \(service.sessionKey)"])
      + service.additionalInfo.map { "other ways in: \($0)" }
  }
}

extension State {
  /// How to join a line of the chart; empty for what isn't a booking at a distance.
  func joining(_ id: LineID) -> [String] {
    guard let booking = view?.chart.appointments[id]?.value else { return [] }
    return JoinLines(appointment: booking, now: now, zone: workspace.zone).all
  }
}
