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
    #expect(known.contains { $0.sendsVisits == false } && known.contains { !$0.interests.isEmpty })
    let positions = folded.directory.members.values.compactMap { line in
      if case .location(let location) = line.resource { location.position } else { nil }
    }
    #expect(positions.count > 10)
    let furthest = positions.map { $0.kilometres(to: positions[0]) }.max() ?? 0
    #expect(furthest < 30)
  }
}
