import Care

extension FHIRReader {
  /// R4's way to carry R5's `Appointment.virtualService`.
  /// Source: HL7 hl7.fhir.uv.xver-r5.r4 0.1.0, Extensions for Using Data Elements from FHIR R5 in FHIR R4.
  private static let carried = "http://hl7.org/fhir/5.0/StructureDefinition/extension-Appointment.virtualService"

  /// How to join an appointment: as R5 says it, and as R4 carries it. A link in a comment is not looked for.
  func virtualServices(_ json: JSON) throws -> [VirtualService] {
    let said = usable(json) { try json.objects("virtualService") } ?? []
    let carried = try json.objects("extension").filter { $0["url"]?.words == Self.carried }
    return said.compactMap { service in usable(service) { try virtualService(service) } }
      + carried.compactMap { part in usable(part) { try virtualService(carriedBy: part) } }
  }

  /// The booking stands without its link, so what is of the wrong kind costs the link alone.
  private func usable<Value>(_ json: JSON, _ read: () throws -> Value?) -> Value? {
    do {
      return try read()
    } catch {
      let wrong = error as? WrongType
      remark(wrong?.value ?? json, "\(wrong?.reason ?? "This can't be read.") How to join was left out.")
      return nil
    }
  }

  private func virtualService(_ json: JSON) throws -> VirtualService? {
    var service = VirtualService()
    service.channelType = try json.object("channelType").map(coding) ?? Coding()
    service.addresses = try addresses(json, "address")
    if let contact = try json.object("addressExtendedContactDetail") {
      service.addresses += stated(try telecom(contact), in: contact)
    }
    service.additionalInfo = try json.texts("additionalInfo").filter { !$0.isEmpty }
    service.sessionKey = try json.text("sessionKey")
    return stated(service, in: json)
  }

  private func virtualService(carriedBy json: JSON) throws -> VirtualService? {
    var service = VirtualService()
    for part in try json.objects("extension") {
      switch part["url"]?.words {
      case "channelType": service.channelType = try part.object("valueCoding").map(coding) ?? Coding()
      case "address":
        // R4 has no ExtendedContactDetail either: its numbers and links lie one level deeper.
        let inner = try part.objects("extension").filter { $0["url"]?.words == "telecom" }
        let found = try ([part] + inner).flatMap { try addresses($0, "value") }
        service.addresses += stated(found, in: part)
      case "additionalInfo": service.additionalInfo.append(try part.text("valueUrl"))
      case "sessionKey": service.sessionKey = try part.text("valueString")
      default: break
      }
    }
    service.additionalInfo.removeAll(where: \.isEmpty)
    return stated(service, in: json)
  }

  /// FHIR's choice of a url, a string or a ContactPoint under one name.
  private func addresses(_ json: JSON, _ name: String) throws -> [ContactPoint] {
    let point = try json.object(name + "ContactPoint").map { [try contactPoint($0)] } ?? []
    let found =
      [ContactPoint(system: "url", value: try json.text(name + "Url"))]
      + [ContactPoint(value: try json.text(name + "String"))] + point
    return found.filter { !$0.value.isEmpty }
  }

  private func stated(_ addresses: [ContactPoint], in json: JSON) -> [ContactPoint] {
    let found = addresses.filter { !$0.value.isEmpty }
    if found.isEmpty { remark(json, "No link and no number is stated here; it was left out.") }
    return found
  }

  private func stated(_ service: VirtualService, in json: JSON) -> VirtualService? {
    if service.isEmpty { remark(json, "This doesn't say how to join; it was left out.") }
    return service.isEmpty ? nil : service
  }
}
