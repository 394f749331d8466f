/// What the chart can say beforehand of one patient on a shift's or a list's handoff. A person completes it.
package struct HandoffDraft: Hashable, Sendable {
  package var patient: PatientID
  /// Without a severity and without contingencies: nobody can guess those.
  package var content: HandoffContent
  /// The newest early-warning score, which a giver may look at and which judges nothing.
  package var hint: Score
}

/// A handoff of many patients at once, as at the end of a shift.
package enum HandoffBatch {
  /// One draft for each chart, in the charts' order; none for what no patient is named in.
  ///
  /// - Parameters:
  ///   - giver: whose open items are listed.
  ///   - receiver: who is to have them.
  package static func drafts(
    of charts: [Chart], from giver: HandoffParty, to receiver: Reference, now: Instant, site: SiteRules
  ) -> [HandoffDraft] {
    charts.filter { $0.id != .unmatched }.map { chart in
      HandoffDraft(
        patient: chart.id,
        content: HandoffContent(
          summary: chart.oneLiner(now: now, zone: site.zone),
          actions: chart.actions(of: giver, for: receiver, now: now, site: site)),
        hint: NEWS2.score(chart, now: now, zone: site.zone))
    }
  }
}

extension Chart {
  /// The giver's open items that are worth a line by now. Where there are none it stays unsaid: that there is nothing
  /// to do a person says.
  fileprivate func actions(
    of giver: HandoffParty, for receiver: Reference, now: Instant, site: SiteRules
  ) -> HandoffActions {
    let items = owed(site).filter { item in
      guard giver.isSelf(item.owner), item.shownFrom ?? now <= now else { return false }
      // A handoff of the giver's own that came back is for them to answer.
      return handoff(item.id).map { !giver.isSelf($0.giver) } ?? true
    }
    if items.isEmpty { return .notStated }
    func time(_ item: OpenItem) -> Instant { item.due.map { $0.end(in: site.zone) } ?? .distantFuture }
    return .list(
      items.enumerated().sorted { (time($0.element), $0.offset) < (time($1.element), $1.offset) }.map {
        HandoffAction($0.element.title, owner: receiver, due: $0.element.due, line: $0.element.id)
      })
  }
}
