import Care
import Terminal

extension State {
  mutating func showReferral() {
    guard let id = referralIDInHand else { return }
    overlays.append(.referral(id, top: 0))
  }

  /// All that happened to a referral: where it is, whose the next step is, what came before, what was sent.
  func reading(ofReferral id: LineID) -> Reading? {
    guard let view, let referral = view.referrals.first(where: { $0.id == id }) else { return nil }
    return Reading(title: "\(referral.service)  \(view.chart.listedName)", most: 92, in: size) { cells in
      ReferralLines(state: self, referral: referral, all: view.referrals, cells: cells).lines
    }
  }

  /// How many loops are closed this year, and how partners deal with what is sent to them.
  var readingOfMeasures: Reading {
    Reading(title: "Measures", most: 100, in: size) { cells in MeasureLines(state: self, cells: cells).all }
  }
}

/// A referral told from where it is now back to where it came from.
struct ReferralLines {
  let state: State
  let referral: Referral
  let all: [Referral]
  let cells: Int

  private func line(_ words: String, _ role: Role = .overlay, indent: Int = 0) -> [Reading.Line] {
    Text.wrap(words, cells: max(1, cells - indent)).map {
      Reading.Line(words: String(repeating: " ", count: indent) + $0, role: role)
    }
  }

  private func pair(_ label: String, _ words: String) -> [Reading.Line] {
    let lines = Text.wrap(words, cells: max(1, cells - 11))
    return lines.enumerated().map { index, words in
      Reading.Line(words: (index == 0 ? label.padded(to: 11) : String(repeating: " ", count: 11)) + words)
    }
  }

  private var standing: [Reading.Line] {
    let recipient = state.naming(referral.recipient)
    let initiator = state.naming(referral.initiator)
    let owner = state.naming(referral.nextOwner)
    let since = referral.since.map { ", since \(state.words.full($0))" } ?? ""
    let closed = referral.isClosed ? ", closed" : ""
    var lines = pair("state", "\(referral.state.number) \(referral.state.words)\(closed)\(since)")
    if let hold = referral.hold {
      let who = state.naming(hold.waitsFor)
      lines += pair(
        "on hold", [hold.reason, who.isEmpty ? "" : "for \(who)"].filter { !$0.isEmpty }.joined(separator: "; "))
    }
    if !referral.isClosed {
      lines += pair("next", referral.next.action.words)
      lines += pair("owner", owner.isEmpty ? "nobody is named" : owner)
    }
    let item = state.view?.openItems.first { $0.id == referral.id }
    for clock in item?.clocks ?? [] { lines += pair("rule", state.clockWords.fullRule(clock)) }
    lines += pair("from", initiator.isEmpty ? "not stated" : initiator)
    lines += pair("to", recipient.isEmpty ? "not stated" : recipient)
    let reasons = referral.request.reasons.map(\.label).filter { !$0.isEmpty }.joined(separator: "; ")
    if !reasons.isEmpty { lines += pair("reason", reasons) }
    lines += pair("number", referral.number.value)
    return lines
  }

  private func history(of referral: Referral) -> [Reading.Line] {
    referral.history.flatMap { event -> [Reading.Line] in
      let when = event.at.map { state.words.full($0) } ?? "time not stated"
      let by = event.by.isEmpty ? "" : ", \(event.by)"
      let moved = event.from == event.to ? "" : "  \(event.from.number) → \(event.to.number)"
      var lines = line("\(when)  \(words(event))\(moved)\(by)", .title)
      if !event.reason.isEmpty { lines += line(event.reason, indent: 2) }
      if let time = event.appointment, event.to == .scheduled || event.to == .inProgress {
        lines += line("for \(state.words.full(time))", indent: 2)
      }
      if let result = event.result {
        lines +=
          line("finding: \(result.finding)", indent: 2) + line("plan: \(result.plan)", indent: 2)
          + line("next step: \(result.nextStep)", indent: 2)
        if let enrolment = result.enrolment { lines += line(enrolment.words, indent: 2) }
      }
      return lines
    }
  }

  private func words(_ event: ReferralEvent) -> String {
    switch event.what {
    case .act(let act): act.done
    case .told(let kind): "\(event.to.words), as the \(kind.rawValue) says"
    case .closed(let outcome): "closed: \(outcome.words(for: .referral))"
    }
  }

  private func heading(_ words: String) -> [Reading.Line] {
    [Reading.Line(words: ""), Reading.Line(words: words, role: .overlayTitle)]
  }

  /// Those whose place it took, the newest first.
  private var before: [Referral] {
    var chain: [Referral] = []
    var here = referral.id
    while let old = all.first(where: { $0.replacedBy == here }), chain.count < 20 {
      chain.append(old)
      here = old.id
    }
    return chain
  }

  var lines: [Reading.Line] {
    var lines = [Reading.Line(words: "")] + standing
    if !referral.misfits.isEmpty {
      lines += heading("What does not fit")
      for misfit in referral.misfits { lines += line("\(Glyphs.unicode.finding) \(misfit)", .warning) }
    }
    lines += heading("History") + (referral.history.isEmpty ? line("Nothing has happened yet.") : history(of: referral))
    if let next = referral.replacedBy.flatMap({ id in all.first { $0.id == id } }) {
      lines += line("then asked of \(state.naming(next.recipient))", .dim)
    }
    for old in before {
      lines += heading("Before that, asked of \(state.naming(old.recipient))") + history(of: old)
    }
    if let package = referral.package {
      lines += heading("Sent to \(state.naming(package.recipient)), \(package.basis.words)")
      lines += package.text.split(separator: "\n").flatMap { line(String($0)) }
    }
    return lines
  }
}

extension String {
  fileprivate func padded(to cells: Int) -> String {
    self + String(repeating: " ", count: max(1, cells - Text.width(self)))
  }
}

/// The measure of the year, and a line a partner.
struct MeasureLines {
  let state: State
  let cells: Int

  var all: [Reading.Line] {
    let tally = state.workspace.lists.tally
    let year = state.workspace.zone.civil(state.now).date.year
    let count = tally.years[year] ?? LoopCount()
    var lines = [Reading.Line(words: ""), Reading.Line(words: LoopMeasure.title, role: .overlayTitle)]
    let share = count.denominator == 0 ? "" : ", \(percent(Double(count.numerator) / Double(count.denominator)))"
    let few = count.denominator < SmallCount.limit ? ", few" : ""
    lines.append(
      Reading.Line(words: "\(year)   \(count.numerator) of \(count.denominator) patients\(share)\(few)"))
    lines += Text.wrap(
      "In the referrals, /is:counted shows the patients behind it and /is:unanswered those without a report.",
      cells: cells
    ).map { Reading.Line(words: $0, role: .dim) }
    lines += Text.wrap("\(LoopMeasure.source): \(LoopMeasure.reading).", cells: cells)
      .map { Reading.Line(words: $0, role: .dim) }
    lines += [Reading.Line(words: ""), Reading.Line(words: row(Self.heading), role: .overlayTitle)]
    lines += partners(tally).map { Reading.Line(words: row($0)) }
    lines += Text.wrap(
      "Days are medians since it was sent. (n): fewer than \(SmallCount.limit) answers, too few to go by.", cells: cells
    ).map { Reading.Line(words: $0, role: .dim) }
    if !state.workspace.lists.isLoaded {
      lines.append(Reading.Line(words: "Still counting; this grows.", role: .warning))
    }
    return lines
  }

  private static let heading = ["partner", "sent", "accepts", "answer", "booked", "report", "missed", "closed"]

  /// A line a partner, the one that most was sent to first.
  private func partners(_ tally: ReferralTally) -> [[String]] {
    let directory = state.workspace.directory
    let members = Set(tally.recipients.compactMap { directory.id(of: $0) })
    let rows = members.compactMap { id in directory[id].map { ($0, tally.figures($0.origins)) } }
      .sorted { ($1.1.sent, directory.name(of: $0.0), $0.0.id) < ($0.1.sent, directory.name(of: $1.0), $1.0.id) }
    return rows.map { member, figures in
      func days(_ interval: Referral.Interval) -> String { figures.median(interval).map { "\($0) d" } ?? "–" }
      let accepts = figures.acceptance.map { figures.isSmall ? "(\(percent($0)))" : percent($0) } ?? "–"
      return [
        directory.name(of: member), "\(figures.sent)", accepts, days(.answer), days(.schedule), days(.report),
        "\(figures.noShows)", "\(figures.closed)",
      ]
    }
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  /// The name takes what the figures leave.
  private func row(_ parts: [String]) -> String {
    let figures = parts.dropFirst().map { String(repeating: " ", count: max(0, 8 - Text.width($0))) + $0 }.joined()
    let name = Text.fit(parts[0], cells: max(4, cells - 7 * 8))
    return name + String(repeating: " ", count: max(0, cells - 7 * 8 - Text.width(name))) + figures
  }
}
