import Care
import TestSupport
import Testing

@testable import Dashboard

@Suite struct JourneyWindowTests {
  private let now = Rig.now
  private static let day: Int64 = 86_400_000

  private func journey(daysAgo: [Int]) -> Journey {
    var chart = Chart(id: PatientID(high: 0, low: 1))
    for (index, days) in daysAgo.enumerated() {
      let procedure = made(Procedure()) {
        $0.status = .completed
        $0.performed.start = Moment(now.adding(days: -days))
      }
      chart.procedures.upsert(
        Line(id: LineID(high: 0, low: UInt64(index)), origin: "", source: 0, value: procedure))
    }
    return Journey(chart, now: now, site: SiteRules(zone: .utc))
  }

  private func window(daysAgo: [Int]) -> JourneyWindow {
    JourneyWindow(journey(daysAgo: daysAgo), now: now, zone: .utc)
  }

  private func days(_ window: JourneyWindow) -> Int { Int(window.length / Self.day) }

  @Test func `it opens on the last weeks, or where a journey ended that is long over`() {
    #expect(window(daysAgo: [3, 400]).contains(now))
    let over = window(daysAgo: [2000, 5000])
    #expect(over.contains(now.adding(days: -2000)))
    #expect(!over.contains(now))
  }

  @Test func `it zooms from a life to a day and back, each step in order`() {
    var window = window(daysAgo: [3, 20_000])
    window.showWhole()
    #expect(!window.canZoomOut)
    var steps: [Int] = []
    while window.canZoomIn {
      window.zoomIn(about: now)
      steps.append(days(window))
    }
    #expect(steps == [7305, 1826, 365, 91, 28, 7, 1])
    var back: [Int] = []
    while window.canZoomOut {
      window.zoomOut(about: now)
      back.append(days(window))
    }
    #expect(back.dropLast() == [7, 28, 91, 365, 1826, 7305])
    #expect(back.last.map { $0 > 20_000 } == true)
  }

  @Test func `a short journey is whole before the widest step`() {
    var window = window(daysAgo: [3, 200])
    while window.canZoomOut { window.zoomOut(about: now) }
    #expect(days(window) < 365)
    #expect(window.contains(now.adding(days: -200)) && window.contains(now))
  }

  @Test func `one day is shown from midnight to midnight`() {
    var window = window(daysAgo: [3])
    while window.canZoomIn { window.zoomIn(about: now.adding(days: -3)) }
    #expect(window.start == Zone.utc.startOfDay(Zone.utc.civil(now.adding(days: -3)).date))
  }

  @Test func `panning stops a little beyond what there is to look at`() {
    var window = window(daysAgo: [3, 400])
    for _ in 0..<200 { window.pan(byTenths: -3) }
    #expect(window.start < now.adding(days: -400) && window.contains(now.adding(days: -400)))
    let first = window
    window.pan(byTenths: -3)
    #expect(window == first)
    for _ in 0..<200 { window.pan(byTenths: 3) }
    #expect(window.contains(now))
  }

  @Test func `whatever is pressed, the point zoomed about stays in sight and its place holds where it can`() {
    var lots = Seeded(seedOfThisRun)
    for _ in 0..<300 {
      let days = (0..<Int.random(in: 1...20, using: &lots)).map { _ in Int.random(in: -40...30_000, using: &lots) }
      var window = window(daysAgo: days)
      for _ in 0..<30 {
        let about = now.adding(days: -(days.randomElement(using: &lots) ?? 0))
        window.reveal(about)
        #expect(window.contains(about), "seed \(seedOfThisRun)")
        if Bool.random(using: &lots) { window.zoomIn(about: about) } else { window.zoomOut(about: about) }
        #expect(window.contains(about), "seed \(seedOfThisRun)")
        #expect(window.length >= Self.day, "seed \(seedOfThisRun)")
        window.pan(byTenths: Int.random(in: -9...9, using: &lots))
      }
    }
  }
}
