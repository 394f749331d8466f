import Care

/// How a booking at a distance is joined, for machines; the names are those of FHIR R5's VirtualServiceDetail.
struct JoinItem: Encodable {
  struct Service: Encodable {
    struct Address: Encodable {
      /// FHIR ContactPointSystem; absent where the source doesn't say what it is.
      var system: String?
      var value: String
    }

    var channel: String?
    var addresses: [Address]
    var additionalInfo: [String]
    var sessionKey: String?
  }

  /// video, phone or virtual: at a distance, by what isn't stated.
  var way: String
  /// Empty where no way to join is on file.
  var services: [Service]

  /// Nil for what isn't kept at a distance.
  init?(_ appointment: Appointment?) {
    guard let appointment, let way = appointment.way else { return nil }
    self.way = way.rawValue
    services = appointment.virtualServices.map { service in
      let channel = service.channelType.display.isEmpty ? service.channelType.code : service.channelType.display
      return Service(
        channel: channel.isEmpty ? nil : channel,
        addresses: service.addresses.map {
          Service.Address(system: $0.system.isEmpty ? nil : $0.system, value: $0.value)
        },
        additionalInfo: service.additionalInfo, sessionKey: service.sessionKey.isEmpty ? nil : service.sessionKey)
    }
  }
}
