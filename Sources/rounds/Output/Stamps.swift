import Care

/// Times for machines.
enum Stamps {
  /// ISO 8601, only as precise as the source was; with the offset where it stated one.
  static func text(_ moment: Moment) -> String {
    let civil = CivilTime(floating: moment.milliseconds + Int64(moment.offset ?? 0) * 60_000)
    let date = civil.date
    switch moment.precision {
    case .year: return pad(date.year, 4)
    case .month: return "\(pad(date.year, 4))-\(pad(date.month, 2))"
    case .day: return "\(pad(date.year, 4))-\(pad(date.month, 2))-\(pad(date.day, 2))"
    case .minute, .second, .millisecond:
      let day = "\(pad(date.year, 4))-\(pad(date.month, 2))-\(pad(date.day, 2))"
      return "\(day)T\(pad(civil.hour, 2)):\(pad(civil.minute, 2)):\(pad(civil.second, 2))\(zone(moment.offset))"
    }
  }

  static func text(_ instant: Instant) -> String {
    text(Moment(milliseconds: instant.milliseconds, precision: .second, offset: 0))
  }

  /// The same with the offset that holds in a zone.
  static func text(_ moment: Moment, in zone: Zone) -> String {
    moment.precision <= .day ? text(moment) : text(moment.start(in: zone), in: zone)
  }

  static func text(_ instant: Instant, in zone: Zone) -> String {
    let offset = zone.offset(at: instant)
    return text(Moment(milliseconds: instant.milliseconds, precision: .second, offset: Int16(clamping: offset / 60)))
  }

  private static func zone(_ offset: Int16?) -> String {
    guard let offset else { return "" }
    if offset == 0 { return "Z" }
    return "\(offset < 0 ? "-" : "+")\(pad(Int(abs(offset)) / 60, 2)):\(pad(Int(abs(offset)) % 60, 2))"
  }

  private static func pad(_ number: Int, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
