package import Care
import Terminal

extension State {
  /// Why the line under the cursor stands where it stands: the parts of the worklist's order, in their order.
  package func standing(_ row: WorkRow) -> [String] {
    let band = row.band(now, zone: workspace.zone)
    let isEarly = row.isWoken(now) && band != Band(deadline: row.deadline, now: now, zone: workspace.zone)
    let place = "band: \(band.title)" + (isEarly ? ", since it was to come back now" : "")
    let owner = naming(row.owner)
    let order = worklist.order(.worklist)
    let told = "order: by \(order.column.title), and then by when it is due; below, without it"
    let column = order == .natural(.worklist) ? [] : [told]
    return column + [
      place, owner.isEmpty ? "owner: nobody, so it comes first in its band" : "owner: \(owner)",
      "time: \(timeWords(row))",
      "priority: \(row.priority.map(\.rawValue) ?? "not stated, counted as routine")",
      "risk: \(riskWords(row))",
      "touched: \(row.touched.map { "\(words.full(Moment($0))); the longest untouched comes first" } ?? "not known")",
    ]
  }

  private func timeWords(_ row: WorkRow) -> String {
    guard let due = row.due, let deadline = row.deadline else { return "no date" }
    let distance = TimeWords.length(abs(deadline.milliseconds - now.milliseconds))
    let what = due.precision <= .day ? "\(words.full(due)), to the end of the day" : words.full(due)
    return deadline <= now ? "overdue for \(distance) (\(what))" : "\(distance) left (\(what))"
  }

  /// The scores that rank it, as they were when the record was last heard from.
  private func riskWords(_ row: WorkRow) -> String {
    let words = row.risk.words
    guard let chart = view?.chart, chart.id == row.patient else { return words }
    let told = chart.riskScores(zone: workspace.zone).filter { score in
      switch score.outcome {
      case .total(_, let band): !score.instrument.isFlag || band?.weight == .middle
      case .incomplete: !score.instrument.isFlag
      case .notApplicable: false
      }
    }
    let parts = told.map { "\($0.instrument.title) \($0.outcomeWords)" }
    return parts.isEmpty ? words : "\(words) (\(parts.joined(separator: "; ")))"
  }

  /// What people did about an item so far, newest last.
  func history(of handling: Handling) -> [String] {
    var lines: [String] = []
    func because(_ reason: String) -> String { reason.isEmpty ? "" : ": \(reason)" }
    for step in handling.escalations {
      lines.append("passed up to \(naming(step.to)), \(by(step.by))\(because(step.reason))")
    }
    if let snooze = handling.snooze {
      let verb = snooze.until > now ? "waits" : "waited"
      lines.append("\(verb) until \(words.full(Moment(snooze.until))), \(by(snooze.by))\(because(snooze.reason))")
    }
    return lines
  }

  private func by(_ touch: Touch) -> String { "\(touch.name) \(words.full(Moment(touch.at)))" }

  /// Calls that reached nobody since the item's clock began. Two and more in time count for themselves.
  /// Source: CPT 99495 and 99496.
  func attempts(at item: OpenItem) -> String? {
    guard let chart = view?.chart, let clock = item.clocks.first(where: { $0.clock.duty.isSettledByContact })
    else { return nil }
    let calls = chart.attempts(since: clock.event, zone: workspace.zone)
    guard let last = calls.last?.value, let at = last.sent else { return nil }
    let count = calls.count == 1 ? "1 attempt" : "\(calls.count) attempts"
    return "\(count), the last \(words.full(at)): \(last.reasons.first?.label ?? "nobody reached")"
  }
}
