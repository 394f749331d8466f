import Care

extension Target {
  /// What a text asks for.
  enum Written {
    case target(Target)
    /// Zero or less.
    case tooShort
    case unreadable
  }

  /// "3 business days", "30 days", "72 hours", "90 minutes".
  static func reading(_ text: String) -> Written {
    let words = Folding.fold(text).split(whereSeparator: \.isWhitespace)
    guard let first = words.first, let number = Int(first) else { return .unreadable }
    let target: Target
    switch words.dropFirst().joined(separator: " ") {
    case "business day", "business days": target = .businessDays(number)
    case "day", "days", "calendar day", "calendar days": target = .calendarDays(number)
    case "hour", "hours":
      let (minutes, isTooMany) = number.multipliedReportingOverflow(by: 60)
      target = .elapsed(minutes: isTooMany ? .max : minutes)
    case "minute", "minutes": target = .elapsed(minutes: number)
    default: return .unreadable
    }
    return number > 0 ? .target(target) : .tooShort
  }

  /// About how many days of a calendar it takes.
  var days: Int {
    switch self {
    case .elapsed(let minutes): minutes / (24 * 60)
    case .calendarDays(let days): days
    case .businessDays(let days): days > Clock.longestTarget ? days : days * 7 / 5
    case .endOfYear: 365
    }
  }
}
