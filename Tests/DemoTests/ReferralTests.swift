import Care
import Testing

@testable import Demo

@Suite("Referrals are told in every state, with what goes wrong on the way")
struct ReferralTests {
  private let folded = Folded(seed: 1)

  private var referrals: [Referral] {
    folded.charts.flatMap { $0.referrals(SiteRules(zone: folded.zone)) }
  }

  @Test("Every state of the machine is there, the coarse one too")
  func states() {
    #expect(Set(referrals.map(\.state)) == Set(ReferralState.allCases))
  }

  @Test("A cancellation is asked for and not answered, and an outcome came in spite of one")
  func race() {
    let kept = referrals.filter(\.isKeptHere)
    #expect(kept.contains { $0.state == .cancelRequested })
    let late = kept.filter { $0.state == .completed && !$0.isClosed }
    #expect(late.flatMap(\.history).contains { $0.to == .cancelRequested })
  }

  @Test("Somebody did not come, and somebody who did not come is booked again")
  func noShow() {
    #expect(referrals.contains { $0.state == .noShow })
    #expect(referrals.contains { $0.state == .scheduled && $0.noShows == 1 })
  }

  @Test("One that was declined is asked of another, and one waits for a place")
  func ends() {
    #expect(referrals.contains { $0.state == .declined && $0.replacedBy != nil })
    #expect(referrals.contains { $0.isKeptHere && $0.hold != nil })
    #expect(referrals.contains { $0.isLoopClosed })
    let misfits = referrals.filter(\.isKeptHere).flatMap(\.misfits)
    #expect(misfits.isEmpty)
  }

  @Test("Partners differ in room, in what they tell and in who has an interest; places are near one another")
  func partners() {
    let known = folded.directory.members.values.compactMap { line in
      if case .partnership(let partnership) = line.resource { partnership } else { nil }
    }
    #expect(Set(known.compactMap(\.capacity)) == Set(Capacity.allCases))
    #expect(known.allSatisfy { ($0.capacity == nil) == ($0.capacityAsOf == nil) })
    #expect(known.contains { $0.sendsVisits == false } && known.contains { !$0.interests.isEmpty })
    let positions = folded.directory.members.values.compactMap { line in
      if case .location(let location) = line.resource { location.position } else { nil }
    }
    #expect(positions.count > 10)
    let furthest = positions.map { $0.kilometres(to: positions[0]) }.max() ?? 0
    #expect(furthest < 30)
  }

  @Test("One is a draft, one was not answered within seven days, and one is told by a partner that names no visits")
  func waiting() {
    #expect(referrals.contains { $0.state == .draft })
    let weekAgo = folded.now.adding(days: -7).milliseconds
    #expect(referrals.contains { $0.state == .created && $0.hold == nil && $0.sent?.milliseconds ?? .max < weekAgo })
    let begun = referrals.filter { $0.state == .inProgress }
    #expect(begun.contains(where: \.isKeptHere) && begun.contains { !$0.isKeptHere })
    #expect(begun.allSatisfy { folded.directory.machine(of: $0.recipient) == .coarse })
  }

  @Test("What is asked for housing, food and rides goes to bodies outside care, with an agreement on file or without")
  func consent() {
    var agreed: Set<String> = []
    var waiting = 0
    for chart in folded.charts {
      for referral in chart.referrals(SiteRules(zone: folded.zone)) where referral.isSocial && !referral.isClosed {
        #expect(folded.directory.isOutsideCare(referral.recipient, isSocial: true))
        #expect(folded.directory.profile(of: referral.recipient, isSocial: true) == .gravity)
        let whom = folded.directory.lineage(referral.recipient)
        switch chart.consent(toShareWith: whom, now: folded.now, zone: folded.zone) {
        case .agreed: agreed.insert(referral.recipient.display)
        case .notOnFile where referral.state == .draft: waiting += 1
        default: break
        }
      }
    }
    #expect(agreed.isSuperset(of: ["Open Door Housing", "Good Neighbor Rides"]))
    #expect(waiting == 1)
    let needs = Set(referrals.filter(\.isSocial).flatMap(\.request.categories).map(\.text))
    #expect(needs == ["housing", "food", "transport"])
  }

  @Test("What is recorded here says what was sent, and an outcome says finding, plan and next step")
  func steps() {
    let events = referrals.filter(\.isKeptHere).flatMap(\.history)
    let sent = events.filter { $0.what == .act(.move(.send)) }
    #expect(sent.count > 10 && sent.allSatisfy { $0.package?.text.isEmpty == false })
    let outcomes = events.filter { $0.what == .act(.move(.outcome)) }
    #expect(outcomes.count > 1)
    #expect(
      outcomes.compactMap(\.result).count { !$0.finding.isEmpty && !$0.plan.isEmpty && !$0.nextStep.isEmpty }
        == outcomes.count)
  }

  @Test("A few partners have answered often enough to be told apart", arguments: [1, 7, 2026] as [UInt64])
  func history(_ seed: UInt64) {
    let folded = Folded(seed: seed)
    let all = folded.charts.flatMap { $0.referrals(SiteRules(zone: folded.zone)) }
    let misfits = all.flatMap(\.misfits)
    #expect(misfits.isEmpty)
    let answered = Dictionary(grouping: all.filter { $0.isTakenOn != nil }, by: \.recipient.display)
      .filter { $0.value.count >= SmallCount.limit }
    #expect(answered.count >= 4)
    let rates = answered.mapValues { referrals in
      referrals.count { $0.isTakenOn == true } * 100 / referrals.count
    }
    #expect(Set(rates.values).count > 2)
    for (partner, referrals) in answered {
      #expect(referrals.contains { $0.days(to: .answer) != nil }, "\(partner)")
      #expect(referrals.contains { $0.days(to: .report) != nil }, "\(partner)")
    }
  }
}
