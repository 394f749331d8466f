import Care
import TestSupport
import Testing

@testable import Journal

@Suite struct OnlookerTests {
  private let scratch = Scratch()
  private let dan = MemberID(high: 5, low: 6)
  private let lee = MemberID(high: 5, low: 7)
  private let one = WindowID(high: 1, low: 1)
  private let two = WindowID(high: 1, low: 2)
  private let bo = PatientID(high: 7, low: 1)
  private let chi = PatientID(high: 7, low: 2)
  private let now = Instant(milliseconds: 1_790_000_000_000)

  @Test func `a window sees who looks at the same patient from others, whichever process they are of`() throws {
    let journal = try scratch.open()
    let other = try scratch.open()
    try journal.look(at: bo, from: one, of: dan, at: now)
    try other.look(at: bo, from: two, of: lee, at: now)
    #expect(try journal.onlookers(at: bo, besides: one, at: now) == [lee])
    #expect(try other.onlookers(at: bo, besides: two, at: now) == [dan])
    try other.look(at: chi, from: two, of: lee, at: now)
    #expect(try journal.onlookers(at: bo, besides: one, at: now) == [])
    #expect(try journal.onlookers(at: chi, besides: one, at: now) == [lee])
  }

  @Test func `who looks away is gone at once, and a window that was killed after a while`() throws {
    let journal = try scratch.open()
    try journal.look(at: bo, from: two, of: lee, at: now)
    try journal.lookAway(from: two)
    #expect(try journal.onlookers(at: bo, besides: one, at: now) == [])
    try journal.look(at: bo, from: two, of: lee, at: now)
    #expect(try journal.onlookers(at: bo, besides: one, at: now.adding(minutes: 2)) == [lee])
    #expect(try journal.onlookers(at: bo, besides: one, at: now.adding(minutes: 3)) == [])
  }

  @Test func `it is no entry, and making the lists anew leaves it`() throws {
    let journal = try scratch.open()
    let before = try journal.stats().entries
    try journal.look(at: bo, from: two, of: lee, at: now)
    #expect(try journal.stats().entries == before)
    try journal.rebuild()
    #expect(try journal.onlookers(at: bo, besides: one, at: now) == [lee])
  }
}
