import Care
import Dashboard
import Terminal

/// The signs of the design. A renderer for a poorer locale turns them into its own.
let signs = Glyphs.unicode

extension Band {
  var sign: String {
    switch self {
    case .breached: signs.now
    case .today: signs.today
    case .thisWeek, .later, .undated, .asleep: signs.later
    }
  }

  var role: Role {
    switch self {
    case .breached: .urgent
    case .today: .soon
    case .thisWeek, .later, .undated, .asleep: .later
    }
  }
}

extension JourneyEvent.Mark {

  var role: Role {
    switch self {
    case .plain: .text
    case .done: .good
    case .open: .soon
    case .finding: .urgent
    }
  }
}

extension AdministrativeGender {
  /// One letter beside the age.
  var letter: String {
    switch self {
    case .male: "M"
    case .female: "F"
    case .other: "X"
    case .unknown: "?"
    }
  }
}
