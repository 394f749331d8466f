/// How many colours the terminal can show.
package enum Tier: Int, CaseIterable, Comparable, Sendable {
  case mono, eight, sixteen, many, truecolor

  package static func < (left: Tier, right: Tier) -> Bool { left.rawValue < right.rawValue }

  /// As an option names it.
  package var name: String {
    switch self {
    case .mono: "mono"
    case .eight: "8"
    case .sixteen: "16"
    case .many: "256"
    case .truecolor: "truecolor"
    }
  }

  /// From the environment and the number of colours terminfo gives for `TERM`. `NO_COLOR` set to anything but the
  /// empty text means no colour.
  package init(environment: [String: String], terminfoColors: Int) {
    if environment["NO_COLOR"].map({ !$0.isEmpty }) ?? false {
      self = .mono
      return
    }
    let term = environment["TERM"] ?? ""
    if terminfoColors <= 0 || term == "dumb" {
      self = .mono
    } else if ["truecolor", "24bit"].contains(environment["COLORTERM"] ?? "") || terminfoColors > 256 {
      self = .truecolor
    } else if terminfoColors >= 256 || term.contains("256color") {
      self = .many
    } else if terminfoColors >= 16 {
      self = .sixteen
    } else {
      self = .eight
    }
  }
}
