import Care

extension Moment {
  /// As FHIR writes it, only as precise as the source was. FHIR allows no time without a zone, so one that states none
  /// gets the site's.
  func fhir(in zone: Zone) -> String {
    let offset = self.offset ?? Int16(clamping: zone.offset(at: start(in: zone)) / 60)
    let wall = milliseconds + Int64(self.offset ?? 0) * 60_000
    let civil = CivilTime(floating: wall)
    let (year, date) = (Self.pad(civil.date.year, 4), civil.date)
    switch precision {
    case .year: return year
    case .month: return "\(year)-\(Self.pad(date.month, 2))"
    case .day: return "\(year)-\(Self.pad(date.month, 2))-\(Self.pad(date.day, 2))"
    case .minute, .second, .millisecond:
      let time = [civil.hour, civil.minute, civil.second].map { Self.pad($0, 2) }.joined(separator: ":")
      let part = wall - civil.floating
      let fraction = precision == .millisecond && part > 0 ? ".\(Self.pad(Int(part), 3))" : ""
      return "\(year)-\(Self.pad(date.month, 2))-\(Self.pad(date.day, 2))T\(time)\(fraction)\(Self.zone(offset))"
    }
  }

  private static func zone(_ offset: Int16) -> String {
    if offset == 0 { return "Z" }
    let minutes = abs(Int(offset))
    return "\(offset < 0 ? "-" : "+")\(pad(minutes / 60, 2)):\(pad(minutes % 60, 2))"
  }

  private static func pad(_ number: Int, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
