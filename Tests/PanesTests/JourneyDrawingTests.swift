import Care
import Dashboard
import Terminal
import Testing

@testable import Panes

@Suite struct JourneyDrawingTests {
  private let now = Instant(milliseconds: 1_795_248_720_000)

  private func stay(_ id: UInt64, from hours: Double, to end: Double, in setting: String = "IMP") -> Line<Encounter> {
    func moment(_ hours: Double) -> Moment {
      Moment(Instant(milliseconds: now.milliseconds + Int64(hours * 3_600_000)))
    }
    var encounter = Encounter()
    encounter.status = .finished
    encounter.classification = Coding(code: setting)
    encounter.period = Period(start: moment(hours), end: moment(end))
    return Line(id: LineID(high: 0, low: id), origin: "", source: 0, value: encounter)
  }

  private func journey(_ stays: [(Double, Double)]) -> Journey {
    var chart = Chart(id: PatientID(high: 0, low: 1))
    // Long ago, so that the window is free to open where it wants.
    chart.encounters.upsert(self.stay(1000, from: -3000, to: -2999, in: "AMB"))
    for (index, stay) in stays.enumerated() {
      chart.encounters.upsert(self.stay(UInt64(index), from: stay.0, to: stay.1))
    }
    return Journey(chart, now: now, site: SiteRules(zone: .utc))
  }

  /// Opens on the 49 days before now and the 14 after.
  private func lane(_ stays: [(Double, Double)], width: Int, tracks: Int = 1) -> SettingLane {
    lane(journey(stays), width: width, tracks: tracks)
  }

  private func lane(_ journey: Journey, width: Int, tracks: Int = 1) -> SettingLane {
    let axis = TimeAxis(
      window: JourneyWindow(journey, now: now, zone: .utc), x: 0, width: width, zone: .utc)
    let positions = journey.events.indices.reversed().filter { journey.events[$0].setting == .inpatient }
    return SettingLane(journey, positions, axis, now: now, tracks: tracks)
  }

  @Test func `a bar lies where its stay does, to an eighth of a column`() {
    // 63 columns for 63 days: a column a day, an eighth three hours.
    let bar = lane([(-240, -141)], width: 63).tracks[0][0].stretch
    #expect(bar.start == (49 - 10) * 8)
    #expect(bar.end == (49 - 10) * 8 + 33)
  }

  @Test(arguments: [0, 1, 5, 12, 23]) func `a stay that begins as another ends stays a second one`(offset: Int) {
    let change = -200 - Double(offset)
    let bars = lane([(-400, change), (change, -50)], width: 63).tracks[0]
    #expect(bars.count == 2)
    #expect(bars[1].hasSeam)
    #expect(bars[0].stretch.end <= bars[1].stretch.start)
  }

  @Test func `overlapping stays take two lines where there are two, else are counted where they meet`() {
    let stays = [(-400.0, -200.0), (-300.0, -100.0)]
    let two = lane(stays, width: 63, tracks: 2)
    #expect(two.tracks.map(\.count) == [1, 1])
    #expect(two.doubles(track: 0, in: journey(stays)).isEmpty)
    let one = lane(stays, width: 63)
    #expect(one.tracks.map(\.count) == [2])
    let doubles = one.doubles(track: 0, in: journey(stays))
    #expect(doubles.map(\.count) == [2])
    // Half-way between 300 and 200 hours ago.
    #expect(doubles.map(\.column) == [Int(49 - 250.0 / 24)])
  }

  @Test func `a visit in the column where a stay begins is counted there, one during the stay is part of it`() {
    // A column begins 240 hours ago, and the stay ten hours later.
    for (from, counts) in [(-238.0, [2]), (-200.0, [])] {
      let journey = journey([(-230, -100), (from, from + 1)])
      #expect(lane(journey, width: 63).doubles(track: 0, in: journey).map(\.count) == counts)
    }
  }

  @Test func `on one line no two bars share a column, save where they overlap and are counted`() {
    var state: UInt64 = 7
    func below(_ bound: Double) -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 33) / Double(1 << 31) * bound
    }
    for _ in 0..<200 {
      var at = -1100.0
      var stays: [(Double, Double)] = []
      for _ in 0..<8 {
        let length = 12 + below(200)
        stays.append((at, at + length))
        at += length + (below(1) < 0.5 ? 0 : below(30))
      }
      let journey = journey(stays)
      let lane = lane(journey, width: 36)
      let bars = lane.tracks[0]
      let inSight = stays.count { $0.1 > -49 * 24 && $0.0 < 14 * 24 && $0.1 - $0.0 >= 21 }
      let stacked = lane.doubles(track: 0, in: journey).reduce(0) { $0 + $1.count - 1 }
      let hidden = lane.visits.values.reduce(0) { $0 + $1.count }
      #expect((inSight...inSight + hidden).contains(bars.count + stacked))
      for (a, b) in zip(bars, bars.dropFirst()) {
        #expect(a.stretch.columns.upperBound <= b.stretch.columns.lowerBound)
      }
    }
  }

  @Test func `dates on the axis keep to it, in order, and never touch`() {
    let journey = journey([(-500_000, -499_900), (-24, -1)])
    for width in [20, 36, 66, 120] {
      var window = JourneyWindow(journey, now: now, zone: .utc)
      window.showWhole()
      while window.canZoomIn {
        for _ in 0..<5 {
          let ticks = TimeAxis(window: window, x: 10, width: width, zone: .utc).ticks
          #expect(!ticks.isEmpty, "\(window.length / 86_400_000) days over \(width)")
          for (a, b) in zip(ticks, ticks.dropFirst()) {
            #expect(a.column + Text.width(a.words) < b.column, "\(a) \(b)")
          }
          #expect(ticks.allSatisfy { (10..<10 + width).contains($0.column) })
          window.pan(byTenths: -1)
        }
        window.zoomIn(about: now)
      }
    }
  }

  @Test(arguments: JourneyScene.allCases)
  func `at every zoom the cursor's event is pointed at, and nothing leaves the pane`(scene: JourneyScene) throws {
    for size in [Size(width: 120, height: 40), Size(width: 80, height: 24), Size(width: 60, height: 15)] {
      for keys in ["0", "0+", "0++", "0+++", "0++++", "0+++++", "0++++++", "G++", "gg+++", "hhhh", "llll"] {
        let state = try scene.state(size, keys: "gj" + keys)
        let frame = draw(state)
        #expect(frame.text.split(separator: "\n", omittingEmptySubsequences: false).count == size.height)
        guard let shares = state.journeyShares, shares.lanes.contains(.ruler) else { continue }
        let window = try #require(state.window)
        let event = try #require(state.selectedEvent)
        #expect(
          frame.text.contains("▾") == window.meets(event.span.start, event.end(now: state.now)), "\(scene) \(keys)")
      }
    }
  }

  @Test func `the ten events of a day all have their marks at the closest zoom`() throws {
    let state = try JourneyScene.day.state(Size(width: 160, height: 40), keys: "gjz+++")
    let rows = draw(state).text.split(separator: "\n").map(String.init)
    func lane(_ name: String) -> String { rows.first { $0.hasPrefix(" \(name) ") } ?? "" }
    #expect(lane("Events").filter { "rpm▲".contains($0) } == "rrpm▲r")
    #expect(lane("Handoffs").contains("✓"))
    #expect(lane("Owed").contains("▲Ask for the discharge date"))
    #expect(lane("ED").contains("█") && lane("Hospital").contains("█"))
  }

  @Test func `no code of a status is shown`() throws {
    for scene in JourneyScene.allCases {
      for down in 0..<10 {
        let keys = "gj" + String(repeating: "k", count: 9) + String(repeating: "j", count: down)
        let text = draw(try scene.state(Size(width: 120, height: 40), keys: keys)).text
        for code in ["in-progress", "noshow", "on-hold", "entered-in-error", "not-done", "onleave"] {
          #expect(!text.contains(code), "\(scene)")
        }
      }
    }
  }
}
