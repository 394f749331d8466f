import Care
import Dashboard
import Journal

/// The referrals for machines and tables, in the order of the board.
struct ReferralReader {
  let session: Session
  let workspace: Workspace

  struct Item: Encodable {
    struct State: Encodable {
      /// BSeR's business status; "1" for a draft.
      var number: String
      var word: String
    }

    struct Event: Encodable {
      var at: String?
      /// Who recorded it here; absent for what a source says.
      var by: String?
      /// What was done here, or the type of the resource that says so.
      var what: String
      var from: String
      var to: String
      var reason: String?
      var appointment: String?
      var finding: String?
      var plan: String?
      var nextStep: String?
    }

    var id: String
    /// By which it is known all the way, whoever it is asked of.
    var number: String
    var patient: NamedPatient
    var state: State
    var service: String
    var initiator: String?
    var recipient: String?
    var nextAction: String
    var owner: String?
    /// The clocks that run on it, the first due first.
    var clocks: [String]
    var due: String?
    var breached: Bool
    /// Whole days; absent where no source says since when.
    var daysInState: Int?
    var onHold: Bool
    var closed: Bool
    /// What sources say of it that does not fit, and why.
    var doesNotFit: [String]
    var history: [Event]
  }

  var rows: some Sequence<ReferralRow> {
    (0..<workspace.lists.referrals.count).lazy.compactMap { workspace.lists.referrals[$0] }
  }

  func cells(_ row: ReferralRow) -> [String] {
    [
      row.state.number, row.state.words, row.patientName, row.service, name(row.recipient),
      row.isOnHold ? "on hold" : row.next.words, row.due.map { Stamps.text($0, in: workspace.zone) } ?? "",
      days(row).map { "\($0) d" } ?? "",
    ]
  }

  private func name(_ reference: Reference) -> String { workspace.directory.naming(reference).words }

  private func days(_ row: ReferralRow) -> Int? {
    row.since.map { max(0, Int((session.now.milliseconds - $0.milliseconds) / 86_400_000)) }
  }

  var items: some Sequence<Result<Item, any Error>> {
    let charts = Charts(journal: session.journal)
    return rows.lazy.map { row in Result { item(row, try charts.read(row.patient)) } }
  }

  private func item(_ row: ReferralRow, _ chart: Chart) -> Item {
    let referral = chart.referral(row.referral, workspace.site)
    func named(_ reference: Reference) -> String? {
      let name = chart.naming(reference, in: workspace.directory)
      return name.isEmpty ? nil : name
    }
    return Item(
      id: row.referral.description, number: referral?.number.value ?? row.referral.description,
      patient: NamedPatient(row.patient, mrn: row.mrn, name: row.patientName),
      state: Item.State(number: row.state.number, word: row.state.typed), service: row.service,
      initiator: named(row.initiator), recipient: named(row.recipient), nextAction: row.next.words,
      owner: row.isClosed ? nil : named(row.owner), clocks: row.clocks,
      due: row.due.map { Stamps.text($0, in: workspace.zone) },
      breached: !row.isClosed && row.deadline.map { $0 <= session.now } ?? false, daysInState: days(row),
      onHold: row.isOnHold, closed: row.isClosed, doesNotFit: referral?.misfits ?? [],
      history: referral?.history.map(event) ?? [])
  }

  private func event(_ event: ReferralEvent) -> Item.Event {
    let what =
      switch event.what {
      case .act(let act): act.rawValue
      case .told(let kind): kind.rawValue
      case .closed(let outcome): "closed: \(outcome.rawValue)"
      }
    return Item.Event(
      at: event.at.map { Stamps.text($0, in: workspace.zone) }, by: event.by.isEmpty ? nil : event.by, what: what,
      from: event.from.number, to: event.to.number, reason: event.reason.isEmpty ? nil : event.reason,
      appointment: event.appointment.map { Stamps.text($0, in: workspace.zone) }, finding: event.result?.finding,
      plan: event.result?.plan, nextStep: event.result?.nextStep)
  }
}
