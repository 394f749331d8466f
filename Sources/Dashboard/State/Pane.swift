/// The panes of the dashboard. Raw values are the names the user sees and writes.
package enum Pane: String, CaseIterable, Sendable {
  case worklist, patients, referrals, inbox, journey, chart, team, messages
  /// One item of a frozen list at a time, on the whole screen.
  case triage

  package var title: String {
    switch self {
    case .worklist: "Worklist"
    case .patients: "Patients"
    case .referrals: "Referrals"
    case .inbox: "Inbox"
    case .journey: "Journey"
    case .chart: "Chart"
    case .team: "Team"
    case .messages: "Messages"
    case .triage: "Triage"
    }
  }

  /// Those that a person goes to and from.
  package static let usual = allCases.filter { $0 != .triage }

  /// The lists over all patients.
  package static let lists: Set<Pane> = [.worklist, .patients, .referrals, .inbox]

  /// The column of the wide layout in which the pane lives. Panes of one slot take turns.
  package var slot: Slot {
    switch self {
    case .worklist, .patients, .referrals, .inbox: .left
    case .journey, .chart: .middle
    case .team: .rightTop
    case .messages: .rightBottom
    case .triage: .whole
    }
  }

  package enum Slot: Sendable { case left, middle, rightTop, rightBottom, whole }
}
