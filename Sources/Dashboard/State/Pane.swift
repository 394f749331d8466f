/// The panes of the dashboard. Raw values are the names the user sees and writes.
package enum Pane: String, CaseIterable, Sendable {
  case worklist, patients, inbox, journey, chart, team, messages

  package var title: String {
    switch self {
    case .worklist: "Worklist"
    case .patients: "Patients"
    case .inbox: "Inbox"
    case .journey: "Journey"
    case .chart: "Chart"
    case .team: "Team"
    case .messages: "Messages"
    }
  }

  /// The lists over all patients.
  package static let lists: Set<Pane> = [.worklist, .patients, .inbox]

  /// The column of the wide layout in which the pane lives. Panes of one slot take turns.
  package var slot: Slot {
    switch self {
    case .worklist, .patients, .inbox: .left
    case .journey, .chart: .middle
    case .team: .rightTop
    case .messages: .rightBottom
    }
  }

  package enum Slot: Sendable { case left, middle, rightTop, rightBottom }
}
