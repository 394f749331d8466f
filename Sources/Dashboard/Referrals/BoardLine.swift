package import Care

/// One line of the referrals on screen.
package enum BoardLine: Hashable, Sendable {
  /// The lines below are in this state, and still somebody's; or they are over.
  case state(ReferralState)
  case over
  /// Position among the rows shown.
  case row(Int)
}

extension State {
  /// The board from a row on: each state is named above its first line on screen. In an order other than the board's
  /// there are rows alone. Looks only at what is shown.
  package func boardLines(from top: Int, height: Int) -> [BoardLine] {
    var lines: [BoardLine] = []
    var current: BoardLine?
    var index = top
    let isBoard = referrals.order(.referrals) == .natural(.referrals)
    while lines.count < height, index < count(.referrals) {
      if isBoard, let row = referralRow(at: index) {
        let heading = row.isClosed ? BoardLine.over : .state(row.state)
        if heading != current {
          current = heading
          lines.append(heading)
          if lines.count == height { break }
        }
      }
      lines.append(.row(index))
      index += 1
    }
    return lines
  }

  /// Height of the board's rows, less what is said of the one under the cursor where there is room for both.
  package var boardHeight: Int {
    let body = bodyHeight(.referrals) - headingHeight(.referrals)
    return body >= 24 ? body - 7 : body >= 16 ? body - 6 : body
  }

  /// The referral that the keys would act on: the one that is decided on, or that is under the cursor; nil where that is
  /// none, or while its patient's chart is on the way.
  package var referralInHand: Referral? {
    guard let id = referralIDInHand, let view, view.chart.id == patientInHand else { return nil }
    return view.referrals.first { $0.id == id }
  }

  var referralIDInHand: LineID? {
    if let item = triage?.item { return item.item }
    switch focus {
    case .referrals: return referralRow(at: referrals.cursor.index)?.referral
    case .worklist: return selectedWork.flatMap { $0.kind == .referral ? $0.item : nil }
    case .journey: return selectedEvent?.id
    default: return nil
    }
  }

  var patientInHand: PatientID? {
    if let item = triage?.item { return item.patient }
    switch focus {
    case .referrals: return referralRow(at: referrals.cursor.index)?.patient
    case .worklist: return selectedWork?.patient
    default: return patient
    }
  }

  /// What the referral's partner tells.
  func machine(of referral: Referral) -> ReferralMachine { workspace.directory.machine(of: referral.recipient) }
}

extension State {
  /// What is said of a referral below the board: because, next, owner, due and the rule; and what does not fit.
  package func standing(of referral: Referral) -> [(label: String, words: String)] {
    let item = view?.openItems.first { $0.id == referral.id }
    let reason = referral.request.reasons.first?.label ?? ""
    let last = referral.history.last.map { event in
      "\(referral.state.words)\(event.at.map { " \(words.full($0))" } ?? "")"
        + (event.reason.isEmpty ? "" : ": \(event.reason)")
    }
    let owner = naming(referral.nextOwner)
    var lines = [
      ("because", [reason, last ?? "not sent yet"].filter { !$0.isEmpty }.joined(separator: "; ")),
      ("next", referral.next.action.words),
    ]
    if !referral.isClosed { lines.append(("owner", owner.isEmpty ? "nobody yet" : owner)) }
    if let due = item?.due { lines.append(("due", words.full(due))) }
    if let clock = item?.clocks.first { lines.append(("rule", clockWords.rule(clock, due: item?.due))) }
    if let misfit = referral.misfits.first { lines.append(("but", misfit)) }
    return lines
  }
}
